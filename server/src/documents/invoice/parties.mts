import { charsBelow } from '../below.mts';
import { valueChars, wordsOf } from '../find.mts';
import { textOf, type Char } from '../layout/rows.mts';
import type { Party, PartyPart } from '../lexicon/invoice-labels.mts';
import { compact, hasLetter, trimSigns } from '../text.mts';
import { readContact, readLines } from './contact.mts';
import {
	columnReach,
	headPart,
	ownerOf,
	partyLabels,
	type OwnedLabel,
	type PartyLabel,
} from './party-owner.mts';
import { valuesOf, type Sheet } from './sheet.mts';
import { readTaxId } from './tax-id.mts';
import { isTaxiRoll } from './taxi.mts';

/** What an invoice says about its two parties; parts that are not printed are left out. */
export type Parties = Record<Party, Partial<Record<PartyPart, string>>>;

/** A gap this wide (in full-width characters) ends a name. */
const columnGap = 2.2;

/** Words after a name that are no part of it. */
export const nameEnd = /\(?(?:盖章|公章|签章|发票专用章|章)\)?$/u;

/** The word for the place of the seal, in brackets or alone. */
export const sealPlace = /^(?:\(?盖?章(?:\)|$)|\(?盖章)/u;

/** A sign of 销售方 or 购买方, written downwards, beside the name of the other party. */
const besideSign = /^[购买销售方信息]$/u;

/** A cell without the sign at its end that belongs to the block beside it. */
export function withoutSign(cell: readonly Char[]): readonly Char[] {
	const last = cell[cell.length - 1];
	return cell.length > 1 && last.gap > 0 && besideSign.test(last.char) ? cell.slice(0, -1) : cell;
}

/** What stands below a label without lone signs of a party, which are written downwards beside its lines. */
export const withoutSigns = (chars: readonly Char[]): Char[] =>
	wordsOf(chars)
		.filter((word) => word.length > 1 || !besideSign.test(word[0].char))
		.flat();

function readName(chars: readonly Char[]): string | undefined {
	const [first = []] = wordsOf(chars, columnGap);
	const cell = withoutSign(first);
	const text = trimSigns(compact(textOf(cell))).replace(nameEnd, '');
	return hasLetter(text) && !sealPlace.test(text) ? text : undefined;
}

/** How the names of companies end. */
const companyEnd =
	/(?:公司|厂|店|部|行|社|所|院|校|局|会|中心|集团|合作社|超市|酒店|餐厅|个人|分公司|馆|站|场|处|学|铺|室|户|园|吧|城|房|庄|楼|堂|屋|坊|厅|科|队|厦|\))$/u;

/** The shortest name of a company with the words for its kind. */
const companyLength = 7;

/** Whether a name ends as those of companies and shops do. */
export const endsAsCompany = (name: string): boolean => companyEnd.test(name);

/** Whether a name is that of a company rather than of a person. */
export const isCompany = (name: string): boolean =>
	name.length >= companyLength && companyEnd.test(name);

/** What is left of a name for the next row is no longer than this where it begins at the row's own left. */
const longestRest = 5;

/** The rest of a long name on the next row, where that row has no label and begins below the name or its label. */
function nextRow(sheet: Sheet, label: PartyLabel, chars: readonly Char[], name: string): string {
	const next = sheet.rows[label.row + 1];
	const row = sheet.rows[label.row];
	if (!next || chars.length < 8 || sheet.labels[label.row + 1].length > 0) return '';
	if (next.y - row.y > 2 * row.height) return '';
	const [cell] = wordsOf(next.chars, columnGap);
	const text = trimSigns(compact(textOf(cell)));
	const isBelowName = Math.abs(next.left - chars[0].left) < 3 * row.em;
	const isBelowLabel =
		cell.length === next.chars.length &&
		text.length <= longestRest &&
		Math.abs(next.left - label.left) < row.em;
	if (!(isBelowName && companyEnd.test(text)) && !isBelowLabel) return '';
	return companyEnd.test(name + text) && !/\d/u.test(text) ? text : '';
}

/** Whether nothing is missing at the end of a name: it ends as names do, and no bracket is open. */
const isWhole = (name: string): boolean => companyEnd.test(name) && !/\([^)]*$/u.test(name);

/** Whether a party's word stands right before a label of its lines: 购买方信息 名称:... */
const isHead = ({ labels }: Sheet, label: PartyLabel): boolean =>
	labels[label.row].some(
		({ start, entry }) => start === label.valueTo && entry?.field.startsWith('party.') === true,
	);

function readPart(sheet: Sheet, label: PartyLabel): string | undefined {
	const own = valueChars(sheet.rows, label);
	if (own.length === 0 && label.party && label.part === 'name' && isHead(sheet, label)) {
		return undefined;
	}
	const below = () => withoutSigns(charsBelow(sheet.rows, sheet.labels, label));
	if (label.part === 'taxId') return readTaxId(own) ?? readTaxId(below());
	if (label.part !== 'name') {
		const lines = label.part === 'bank' ? undefined : readLines(sheet, label);
		return lines ?? readContact(own, label.part) ?? readContact(below(), label.part);
	}
	const name = readName(own);
	if (name === undefined) return readName(below());
	return isWhole(name) ? name : name + nextRow(sheet, label, own, name);
}

/** The name on the row above a tax id, behind a label that was misread: a form has it nowhere else. */
function nameAbove({ rows, labels }: Sheet, taxId: PartyLabel | undefined): string | undefined {
	const row = taxId && rows[taxId.row - 1];
	if (!row || rows[taxId.row].y - row.y > 2 * row.height) return undefined;
	const label = labels[taxId.row - 1].find(
		({ entry, start }) => !entry && Math.abs(row.chars[start].left - taxId.left) < columnReach,
	);
	const name = label && readName(valueChars(rows, label));
	return name !== undefined && isCompany(name) ? name : undefined;
}

/** Reads names, tax ids, addresses and bank accounts of buyer and seller. */
export function readParties(sheet: Sheet): Parties {
	const parties: Parties = { buyer: {}, seller: {} };
	const before: OwnedLabel[] = [];
	const all = partyLabels(sheet);
	for (const label of all) {
		const value = readPart(sheet, label);
		// The word for a party alone (above or beside its lines) only tells whose lines they are.
		if (value === undefined && !label.party) continue;
		const party = label.party ?? ownerOf(sheet, label, all, before);
		if (!party) continue;
		if (value !== undefined) parties[party][label.part] ??= value;
		before.push({ ...label, party, part: value === undefined ? headPart : label.part });
	}
	for (const party of ['buyer', 'seller'] as const) {
		const { address, phone } = parties[party];
		parties[party].contact ??= [address, phone].filter(Boolean).join(' ') || undefined;
		parties[party].name ??= nameAbove(
			sheet,
			before.find((one) => one.party === party && one.part === 'taxId'),
		);
	}
	// 收款人 is a clerk, or the company that was paid.
	parties.seller.name ??= valuesOf(sheet, 'payee', readName).find(({ value }) =>
		isCompany(value),
	)?.value;
	if (!isTaxiRoll(sheet)) return parties;
	const { buyer, seller } = parties;
	return { buyer: {}, seller: { ...seller, name: seller.name ?? buyer.name } };
}
