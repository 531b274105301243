import { readPlacedItems } from '../../invoice/items.mts';
import type { PlacedItem } from '../../invoice/line-item.mts';
import { withoutSealWords } from '../../invoice/seal-words.mts';
import { sheetOf, type Sheet } from '../../invoice/sheet.mts';
import { factsOf } from '../../invoice/headings.mts';
import { rowsOf, type Char } from '../../layout/rows.mts';
import type { Reading } from '../../lex/reading.mts';
import type { Party, PartyPart } from '../../lexicon/invoice-labels.mts';
import { bestOf, type Candidate } from '../../propose/candidate.mts';
import type { Weights } from '../../score/weights.mts';
import type { Steps } from '../../steps.mts';
import type { Page } from '../../../page/types.mts';
import { quotaKind } from '../quota.mts';
import { taxiKind } from '../taxi.mts';
import { ticketKind } from '../ticket.mts';
import { vehicleKind } from '../vehicle.mts';
import { candidatesOf } from './candidates.mts';
import { invoiceKind } from './invoice.mts';
import { readSheet, type Kind, type ReadSheet } from './kind.mts';
import { chooseParties } from './parties.mts';
import { chooseSums, sumFields } from './sums.mts';
import { titleCandidates } from './title.mts';

/** What was chosen for a field. */
export interface Chosen {
	text: string;
	chars: readonly Char[];
	/** How much better it is than the best choice that says something else; more where no other was thinkable. */
	margin: number;
	signs: readonly string[];
}

/** An invoice: its kind, what was chosen for each of its fields, its goods. */
export interface InvoiceDocument {
	kind: Kind;
	/** By the names of the API. */
	fields: ReadonlyMap<string, Chosen>;
	items: readonly PlacedItem[];
}

/** The kinds of invoices; of those that a sheet can be, it is the one that more speaks for. */
const kindsOfInvoices: readonly Kind[] = [
	invoiceKind,
	taxiKind,
	vehicleKind,
	ticketKind,
	quotaKind,
];

/** Of which kind a sheet is. */
export const kindOf = (sheet: Sheet): Kind =>
	kindsOfInvoices.reduce((best, kind) => (kind.signsOf(sheet) > best.signsOf(sheet) ? kind : best));

/** What is served of a party, and what the API calls it behind the word for the party. */
export const partyFields: ReadonlyArray<readonly [part: PartyPart, name: string]> = [
	['name', '名称'],
	['taxId', '识别号'],
	['contact', '地址、电话'],
	['bank', '开户行及账号'],
];
/** What the API calls the parties. */
export const partyNames: Readonly<Record<Party, string>> = { buyer: '购买方', seller: '销售方' };

/** What was chosen of candidates one by one, with how much better it is than another or none. */
function chosenOf(candidates: readonly Candidate[]): Chosen | undefined {
	const best = bestOf(candidates);
	if (!best) return undefined;
	const { text, chars } = best.reading;
	const rivals = candidates.filter(({ reading }) => reading.text !== text);
	const margin = best.score - Math.max(0, ...rivals.map(({ score }) => score));
	return { text, chars, margin, signs: best.reading.signs };
}

const withMargin = ({ text, chars, signs }: Reading, margin: number): Chosen => ({
	text,
	chars,
	margin,
	signs,
});

/** What a heading tells stands in the heading. */
function titleFields(title: Chosen | undefined): Array<[string, Chosen]> {
	if (!title) return [];
	const { kind, province, city } = factsOf(title.text);
	return (
		[
			['发票名称', title.text],
			['种类', kind],
			['省', province],
			['市', city],
		] as const
	).flatMap(
		([name, text]): Array<[string, Chosen]> =>
			text === undefined ? [] : [[name, { ...title, text }]],
	);
}

/** Columns at the side of a sheet, which are read before all else. */
function sideFields({ remarks, cipher }: Sheet, seller: Parameters<typeof withoutSealWords>[1]) {
	const text = withoutSealWords(remarks?.text, seller);
	const all: Array<[string, Chosen]> = [];
	const sure = { margin: Infinity, signs: [] };
	if (text) all.push(['备注', { ...sure, text, chars: remarks?.chars ?? [] }]);
	if (cipher) all.push(['密码区', { ...sure, ...cipher }]);
	return all;
}

/** Reads a sheet before its fields are chosen: of which kind it is, its labels, its goods. */
export function readPage(page: Page): ReadSheet {
	const sheet = sheetOf(rowsOf(page));
	const kind = kindOf(sheet);
	return readSheet(kind, sheet, kind.hasGoods ? readPlacedItems(sheet) : []);
}

/** Chooses the fields of a sheet. */
export function* documentOf(read: ReadSheet, weights: Weights): Steps<InvoiceDocument> {
	const { kind, sheet, items } = read;
	const fields = new Map<string, Chosen>();
	for (const field of kind.fields) {
		const chosen = chosenOf(candidatesOf(read, field, weights));
		if (chosen) fields.set(field.name, chosen);
	}
	yield;
	const [code, number] = ['发票代码', '发票号码'].map((name) => fields.get(name)?.text);
	const title = chosenOf(titleCandidates(sheet, { code, number }, weights));
	for (const [name, one] of titleFields(title)) fields.set(name, one);
	yield;
	const parties = chooseParties(read, weights);
	for (const party of kind.parties) {
		for (const [part, name] of partyFields) {
			const value = parties.value(party, part);
			if (value)
				fields.set(
					partyNames[party] + name,
					withMargin(value, parties.score - parties.rival(party, part)),
				);
		}
	}
	yield;
	const sums = chooseSums(read, weights);
	for (const field of sumFields) {
		const one = sums.chosen[field];
		if (one) fields.set(field, withMargin(one.reading, sums.score - sums.rival(field)));
	}
	const seller = {
		name: parties.value('seller', 'name')?.text,
		taxId: parties.value('seller', 'taxId')?.text,
	};
	for (const [name, one] of sideFields(sheet, seller)) fields.set(name, one);
	return { kind, fields, items };
}

/** Reads an invoice: its kind, its goods, and the fields that fit one another best. */
export function* invoiceDocument(page: Page, weights: Weights): Steps<InvoiceDocument> {
	const read = readPage(page);
	yield;
	return yield* documentOf(read, weights);
}
