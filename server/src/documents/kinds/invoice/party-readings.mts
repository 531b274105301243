import { charsBelow } from '../../below.mts';
import { wordsOf } from '../../find.mts';
import { isTelephone } from '../../invoice/telephone.mts';
import {
	endsAsCompany,
	nameEnd,
	nameStart,
	sealPlace,
	withoutSign,
	withoutSigns,
} from '../../invoice/party-names.mts';
import type { PartyLabel } from '../../invoice/party-labels.mts';
import type { Sheet } from '../../invoice/sheet.mts';
import { hasValidCheckDigit, readTaxId } from '../../invoice/tax-id.mts';
import { textOf, type Char } from '../../layout/rows.mts';
import type { Lex, Reading } from '../../lex/reading.mts';
import type { PartyPart } from '../../lexicon/invoice-labels.mts';
import { isPersonName } from '../../person-name.mts';
import { compact, hasHan, hasLetter, trimSigns } from '../../text.mts';
import { columnGap } from '../../layout/gap-widths.mts';

/** The same of a value of several words. */
const cellGap = 4.4;
/** How far (in full-width characters) the lines of one value may begin apart. */
const reach = 1.5;

const lengthSign = ({ length }: string): string =>
	length < 4 ? 'short' : length < 7 ? 'rather short' : length > 30 ? 'long' : 'usual length';

/** What tells a name from other texts. */
const nameSigns = (text: string): string[] => [
	lengthSign(text),
	...(endsAsCompany(text) ? ['ends as a company'] : []),
	...(isPersonName(text) || text === '个人' ? ['name of a person'] : []),
	...(/\([^)]*$/u.test(text) ? ['open bracket'] : []),
	...(/\d{4}/u.test(text) ? ['number'] : []),
	...(text.includes(':') ? ['colon'] : []),
	...(hasHan(text) ? [] : ['no Chinese']),
];

/** The name of a party, up to the next column. */
export const nameReadings: Lex = (chars) => {
	const [first = []] = wordsOf(chars, columnGap);
	const cell = withoutSign(first);
	const text = trimSigns(compact(textOf(cell)))
		.replace(nameStart, '')
		.replace(nameEnd, '');
	if (!hasLetter(text) || sealPlace.test(text)) return [];
	return [{ text, chars: cell, signs: nameSigns(text) }];
};

/** The lengths of tax ids: of today, of before 2015, of persons and of their shops. */
const idLengths: readonly number[] = [15, 17, 18, 20];

/** What tells a tax id from other numbers. */
function idSigns(text: string): string[] {
	if (text.length === 18) return [hasValidCheckDigit(text) ? 'checked' : 'check is wrong'];
	const isDate = /^(?:20\d{6}){2}$/u.test(text);
	return [
		idLengths.includes(text.length) && !isDate ? 'without a check' : 'not as long as its field',
	];
}

/** A tax id as it is read, or with a sign put right that its check digit shows to be wrong. */
export const taxIdReadings: Lex = (chars) => {
	const [cell = []] = wordsOf(chars, columnGap);
	const text = readTaxId(chars);
	if (text === undefined) return [];
	const printed = cell.map(({ char }) => char.toUpperCase()).join('');
	const repaired = printed.includes(text) ? [] : ['repaired'];
	return [{ text, chars: cell, signs: [...idSigns(text), ...repaired] }];
};

/** An address abroad: words of letters. */
const isAbroad = /[A-Za-z]{3}.*[\s,][A-Za-z]{3}/u;
/** The number of an account or a telephone, be it as short as 95598. */
const longNumber = /\d{6}|(?<!\d)9[56]\d{3}$/u;
/** An address with the number of a telephone, or with the one of a house abroad. */
const numberedAddress = new RegExp(
	`[省市区县镇村].*(?:${longNumber.source})|${isAbroad.source}`,
	'u',
);

/** What the name of a bank has. */
const bankWords = /银行|信用社|支行|分行/u;

/** What tells addresses and banks from other texts. */
const contactSigns = (text: string): string[] => [
	lengthSign(text),
	...(bankWords.test(text) ? ['bank'] : []),
	...(longNumber.test(text) ? ['number'] : []),
	...(/[省市区县路街号镇村]/u.test(text) || isAbroad.test(text) ? ['address'] : []),
	...(numberedAddress.test(text) ? ['address with a number'] : []),
	...(hasHan(text) || isAbroad.test(text) ? [] : ['number alone']),
	...(/-$/u.test(text) ? ['ends with a dash'] : []),
	...(/^\d/u.test(text) && hasHan(text) ? ['begins with a digit'] : []),
];

/** An address, a telephone number, a bank with an account: words, or a telephone number alone. */
const contactReadings =
	(part: PartyPart): Lex =>
	(chars) => {
		const [cell = []] = wordsOf(chars, cellGap);
		const text = trimSigns(textOf(cell));
		if (!hasHan(text) && (part === 'bank' || !(isTelephone(text) || isAbroad.test(text))))
			return [];
		return [{ text, chars: cell, signs: contactSigns(text) }];
	};

const lexOf = (part: PartyPart): Lex =>
	part === 'name' ? nameReadings : part === 'taxId' ? taxIdReadings : contactReadings(part);

/** The cell of a row beside that of a label, a row without labels, that begins where the value does. */
function lineOn(sheet: Sheet, label: PartyLabel, row: number, left: number): readonly Char[] {
	const { chars = [], em = 0, y = 0, height = 0 } = sheet.rows[row] ?? {};
	const own = sheet.rows[label.row];
	if (chars.length === 0 || sheet.labels[row].length > 0) return [];
	if (Math.abs(y - own.y) > 2 * Math.max(height, own.height)) return [];
	return wordsOf(chars, cellGap).find(([first]) => Math.abs(first.left - left) < reach * em) ?? [];
}

const withoutLead = (chars: readonly Char[]): readonly Char[] =>
	chars.slice(chars.findIndex(({ char }) => !/[\s:]/u.test(char)));

/** How the lines of one value make up its text. */
const joinedText = (lines: ReadonlyArray<readonly Char[]>): string =>
	lines
		.map((line) => textOf(line))
		.reduce((text, line) => text + (isTelephone(line) && !text.endsWith('-') ? ' ' : '') + line);

/** A value on the rows around that of its label, of which its own can be one. */
function linedReadings(sheet: Sheet, label: PartyLabel, own: readonly Char[]): Reading[] {
	const row = sheet.rows[label.row];
	const left = own[0]?.left ?? row.chars[label.valueFrom - 1].right + row.em / 2;
	const [above, below] = [label.row - 1, label.row + 1].map((at) => lineOn(sheet, label, at, left));
	const [cell = []] = wordsOf(own, label.part === 'name' ? columnGap : cellGap);
	const ways: ReadonlyArray<readonly [string, ReadonlyArray<readonly Char[]>]> = [
		['above and own', [above, cell]],
		['own and below', [cell, below]],
		['around', [above, cell, below]],
	];
	return ways.flatMap(([sign, lines]) => {
		const parts = lines.filter((line) => line.length > 0).map(withoutLead);
		const isAll =
			lines.every((line) => line.length > 0) || (sign === 'around' && cell.length === 0);
		if (parts.length < 2 || !isAll) return [];
		if (label.part === 'bank' && !bankWords.test(textOf(parts[0]))) return [];
		const text =
			label.part === 'name'
				? trimSigns(compact(parts.map(textOf).join(''))).replace(nameEnd, '')
				: trimSigns(joinedText(parts));
		if (!hasHan(text)) return [];
		const whole = label.part === 'name' ? nameSigns(text) : contactSigns(text);
		const [first] = lexOf(label.part)(parts[0]);
		const last = textOf(parts[parts.length - 1]);
		return [
			{
				text,
				chars: parts.flat(),
				signs: [
					sign,
					...whole,
					...(first && endsAsCompany(first.text) ? ['first line ends as a company'] : []),
					...(isTelephone(last) ? ['last line a telephone'] : []),
					...(bankWords.test(last) ? ['last line a bank'] : []),
					...(compact(last).length <= 5 ? ['last line short'] : []),
				],
			},
		];
	});
}

/** The rest of a name that begins at the left of its row, below its label. */
function restBelow(sheet: Sheet, label: PartyLabel, own: readonly Char[]): Reading[] {
	const next = sheet.rows[label.row + 1];
	const row = sheet.rows[label.row];
	if (label.part !== 'name' || !next || sheet.labels[label.row + 1].length > 0) return [];
	if (next.y - row.y > 2 * row.height || Math.abs(next.left - label.left) >= row.em) return [];
	const [first] = nameReadings(own);
	const [cell] = wordsOf(next.chars, columnGap);
	if (!first || cell.length !== next.chars.length) return [];
	const text = first.text + trimSigns(compact(textOf(cell))).replace(nameEnd, '');
	return [
		{
			text,
			chars: [...first.chars, ...cell],
			signs: [
				'goes on below its label',
				...nameSigns(text),
				...(endsAsCompany(first.text) ? ['first line ends as a company'] : []),
				...(cell.length <= 5 ? ['last line short'] : []),
			],
		},
	];
}

/** All readings of what stands behind, below or around a label of a party. */
export function partyReadings(sheet: Sheet, label: PartyLabel): Reading[] {
	const lex = lexOf(label.part);
	const own = sheet.rows[label.row].chars.slice(label.valueFrom, label.valueTo);
	const behind = lex(own);
	const below =
		behind.length > 0 ? [] : lex(withoutSigns(charsBelow(sheet.rows, sheet.labels, label)));
	const sign = own.length === 0 ? 'below' : 'below what is none';
	const lined = label.part === 'taxId' ? [] : linedReadings(sheet, label, own);
	return [
		...behind.map((reading) => ({ ...reading, signs: ['behind', ...reading.signs] })),
		...below.map((reading) => ({ ...reading, signs: [sign, ...reading.signs] })),
		...lined,
		...restBelow(sheet, label, own),
	];
}
