import { valueChars, wordsOf } from '../../find.mts';
import type { Label } from '../../label-scan.mts';
import { isCompany } from '../../invoice/party-names.mts';
import { blockSign, partyLabels, sideOf, type PartyLabel } from '../../invoice/party-labels.mts';
import type { Sheet } from '../../invoice/sheet.mts';
import type { Char, Row } from '../../layout/rows.mts';
import type { Reading } from '../../lex/reading.mts';
import type { InvoiceLabel, Party, PartyPart } from '../../lexicon/invoice-labels.mts';
import { nameReadings, partyReadings, taxIdReadings } from './party-readings.mts';
import { wordGap } from '../../layout/gap-widths.mts';

/** A place of a sheet where something is said about a party, or can be. */
export interface Mention {
	part: PartyPart;
	row: number;
	left: number;
	/** Whose it is by the words of its label. */
	word: Party | undefined;
	/** Whose it is by signs that are written downwards beside it. */
	sign: Party | undefined;
	/** Whose it is where the same is said of another party beside it: buyers stand at the left. */
	side: Party | undefined;
	/** How it is told what it is. */
	told: string;
	readings: readonly Reading[];
}

/** So many of them are looked at; the fullest of the documents of the tests has 16. */
const mostMentions = 40;
const mostReadings = 5;

/** Who travels or stays is the buyer only where no other is named. */
const guest = /^(?:旅客|乘客|住客|住户)/u;

function labelled(sheet: Sheet): Mention[] {
	const printed = partyLabels(sheet);
	const isBuyer = ({ party, part, text }: PartyLabel) =>
		party === 'buyer' && part === 'name' && !guest.test(text);
	const all = printed.some(isBuyer) ? printed.filter(({ text }) => !guest.test(text)) : printed;
	return all
		.flatMap((label) => withOwnId(sheet, label))
		.slice(0, mostMentions)
		.map((label) => ({
			part: label.part,
			row: label.row,
			left: label.left,
			word: label.party,
			sign: blockSign(sheet.rows[label.row], label),
			side: label.party ? undefined : sideOf(sheet, label, all),
			told: label.valueFrom > label.end ? 'label with colon' : 'label',
			readings: partyReadings(sheet, label).slice(0, mostReadings),
		}));
}

/** The label of a name, and the same for the number behind that name: 名称及身份证号码. */
function withOwnId({ rows }: Sheet, label: PartyLabel): PartyLabel[] {
	const words = wordsOf(rows[label.row].chars.slice(label.valueFrom, label.valueTo));
	const last = words[words.length - 1];
	if (label.part !== 'name' || words.length < 2 || last.length < 15) return [label];
	if (taxIdReadings(last).length === 0) return [label];
	const cut = label.valueTo - last.length;
	return [
		{ ...label, valueTo: cut },
		{ ...label, part: 'taxId', valueFrom: cut, left: last[0].left },
	];
}

/** A label of another thing as one of a party: it can have been misread, or name a company instead of a clerk. */
const asParty = (sheet: Sheet, label: Label<InvoiceLabel>, part: PartyPart): PartyLabel => ({
	...label,
	part,
	left: sheet.rows[label.row].chars[label.start].left,
});

const told: ReadonlyMap<InvoiceLabel | undefined, string> = new Map([
	[undefined, 'unknown label'],
	['payee', 'label of the payee'],
	['other', 'label of another thing'],
]);

/** A label of the number of a person, who is no party. */
const ofPerson = /证件|身份证/u;

/** Companies and tax ids behind labels that say nothing of a party. */
function behindOthers(sheet: Sheet): Mention[] {
	return sheet.labels.flat().flatMap((label): Mention[] => {
		const sign = told.get(label.entry?.field);
		const [chars = []] = wordsOf(valueChars(sheet.rows, label), wordGap);
		if (sign === undefined || chars.length === 0 || ofPerson.test(label.text)) return [];
		const names = nameReadings(chars).filter(({ text }) => isCompany(text));
		const ids =
			names.length > 0 ? [] : taxIdReadings(chars).filter(({ text }) => text.length >= 15);
		if (names.length + ids.length === 0) return [];
		const one = asParty(sheet, label, names.length > 0 ? 'name' : 'taxId');
		return [
			{
				part: one.part,
				row: one.row,
				left: one.left,
				word: undefined,
				sign: blockSign(sheet.rows[one.row], one),
				side: undefined,
				told: sign,
				readings: [...names, ...ids],
			},
		];
	});
}

/** A word that is a tax id, by its check digit, or a row that is a company. */
function aloneIn(row: Row, word: readonly Char[]): Pick<Mention, 'part' | 'readings'> | undefined {
	const ids = word.length < 15 ? [] : taxIdReadings(word);
	if (ids.some(({ signs }) => signs.includes('checked'))) return { part: 'taxId', readings: ids };
	const isWhole = word.length === row.chars.length || ownWord.test(row.text);
	const names = isWhole ? nameReadings(word) : [];
	return names.some(({ text }) => isCompany(text) && !ofForm.test(text))
		? { part: 'name', readings: names }
		: undefined;
}

/** A word for a company before its name. */
const ownWord = /^(?:公司|单位|企业) \S+$/u;

/** The bureau that issued the form, and its heading: who they name is no party. */
const ofForm = /税务局$|发票/u;

/** Tax ids and companies that stand alone. */
function alone({ rows, labels }: Sheet): Mention[] {
	return rows.flatMap((row, i) =>
		wordsOf(row.chars.slice(0, labels[i][0]?.start ?? row.chars.length)).flatMap(
			(word): Mention[] => {
				const found = aloneIn(row, word);
				if (!found) return [];
				const place = { row: i, left: word[0].left, told: 'alone' };
				return [{ ...found, ...place, word: undefined, sign: undefined, side: undefined }];
			},
		),
	);
}

/** What is said, or can be, about the parties of a sheet, from top to bottom and from left to right. */
export const mentionsOf = (sheet: Sheet): Mention[] =>
	[...labelled(sheet), ...behindOthers(sheet), ...alone(sheet)]
		.slice(0, mostMentions)
		.sort((a, b) => a.row - b.row || a.left - b.left);
