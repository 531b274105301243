import { spelling, type Char } from '../layout/rows.mts';
import { wordsOf } from '../find.mts';
import { columnGap } from '../layout/gap-widths.mts';

/** GB 32100-2015: the 31 signs of a unified social credit code, without I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** How long a code is. */
const codeLength = 18;

/** Letters that cannot stand in a code and what was printed in their place. */
const impossible: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' };

/** Signs that the recogniser takes for one another. */
const confusions = [
	'0DQO',
	'086C',
	'1L7J',
	'8B3',
	'3J',
	'5S6',
	'2Z7',
	'6G',
	'4A',
	'VY',
	'MN',
	'UV',
	'EF',
	'PR',
	'KX',
	'CG',
];

/** A sign read with more confidence than this is not questioned. */
const doubtful = 0.9;
/** The part of a code that names a place has digits alone. */
const placeDigits = { from: 1, to: 8 };
/** GB 11643: region, day of birth, sequence and check character of a person's identity card. */
const idCardForm =
	/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u;
/** The 15 digits of an old identity card, and two that tell a person's businesses apart. */
const oldIdCardForm = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}$/u;
const idCardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCardChecks = '10X98765432';

/** Whether 18 characters are the number of an identity card: persons are buyers under it. */
function isIdCard(code: string): boolean {
	if (!idCardForm.test(code)) return false;
	const sum = idCardWeights.reduce((all, weight, i) => all + weight * Number(code[i]), 0);
	return idCardChecks[sum % idCardChecks.length] === code[17];
}

/**
 * Whether the check digit of an 18-digit code is right: of a unified social credit code (weights 3^i mod
 * 31) or of an identity card.
 */
export function hasValidCheckDigit(code: string): boolean {
	if (code.length !== 18) return false;
	return isIdCard(code) || isCreditCode(code);
}

function isCreditCode(code: string): boolean {
	let sum = 0;
	let weight = 1;
	for (const char of code.slice(0, 17)) {
		const value = alphabet.indexOf(char);
		if (value < 0) return false;
		sum += value * weight;
		weight = (weight * 3) % 31;
	}
	return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

interface Sign {
	char: string;
	confidence: number;
}

const isPossible = (sign: string, at: number): boolean =>
	alphabet.includes(sign) && (at < placeDigits.from || at >= placeDigits.to || /\d/u.test(sign));

/** All codes that differ from this one in one doubtful sign by a usual confusion. */
function neighbours(signs: readonly Sign[]): string[] {
	const code = spelling(signs);
	return signs.flatMap(({ char, confidence }, i) => {
		if (confidence >= doubtful) return [];
		return confusions
			.filter((set) => set.includes(char))
			.flatMap((set) => Array.from(set))
			.filter((other) => other !== char && isPossible(other, i))
			.map((other) => code.slice(0, i) + other + code.slice(i + 1));
	});
}

/** The only code among some whose check digit is right; undefined where none is, or several. */
function onlyValid(codes: readonly string[]): string | undefined {
	const valid = new Set(codes.filter(hasValidCheckDigit));
	return valid.size === 1 ? [...valid][0] : undefined;
}

/** A sign read with less confidence than this was hidden rather than misread. */
const hidden = 0.7;

/** So many signs that can be the hidden one are looked at: of more, some digit is right by chance. */
const mostHidden = 2;

/** A code of which a digit of the place was hidden, where the check digit tells which one it was. */
function withHidden(signs: readonly Sign[]): string | undefined {
	const unread = signs.flatMap(({ confidence }, i) => (confidence < hidden ? [i] : []));
	const isOfPlace = (at: number) => at >= placeDigits.from && at < placeDigits.to;
	if (unread.length > mostHidden || !unread.every(isOfPlace)) return undefined;
	const code = spelling(signs);
	return onlyValid(
		unread.flatMap((at) =>
			Array.from('0123456789', (digit) => code.slice(0, at) + digit + code.slice(at + 1)),
		),
	);
}

/** A code with one of two equal digits put back that were read as one. */
const withDouble = (code: string): string | undefined =>
	onlyValid(Array.from(code, (char, i) => code.slice(0, i) + char + code.slice(i)));

/** A code with the 1 put back of which no more than a speck was read. */
const withOne = (code: string, specks: readonly number[]): string | undefined =>
	onlyValid(specks.map((at) => `${code.slice(0, at)}1${code.slice(at)}`));

/** A code without a sign that was read twice, where one way only makes the check digit right. */
function withoutDouble(code: string): string | undefined {
	return onlyValid(
		Array.from(code, (char, i) =>
			char === code[i + 1] ? code.slice(0, i) + code.slice(i + 1) : '',
		),
	);
}

/** Who registers units, and their kinds, as GB 32100-2015 numbers them. */
const registered = /^(?:1[1-39]|5[1-39]|9[1-3])/u;

/** A code without the signs before it or behind it, which a stamp has put there; persons have two behind theirs. */
function withoutEnds(code: string): string | undefined {
	if (isIdCard(code.slice(0, codeLength))) return undefined;
	const ends = Array.from({ length: code.length - codeLength + 1 }, (_, i) =>
		code.slice(i, i + codeLength),
	);
	return onlyValid(ends.filter((end) => registered.test(end)));
}

/**
 * The tax id in a run of characters: 15 to 20 letters and digits. In one of 18, letters that cannot
 * stand there become digits, and one sign is replaced when exactly one usual confusion makes the check
 * digit right; one of 17 or 19 has a double sign put back or taken out in the same way, and longer ones lose what stands
 * before or behind one. Undefined when there is no id.
 */
export function readTaxId(chars: readonly Char[]): string | undefined {
	const [cell = []] = wordsOf(chars, columnGap);
	const signs: Sign[] = [];
	const specks: number[] = [];
	for (const { char, confidence } of cell) {
		const upper = char.toUpperCase();
		if (/[0-9A-Z]/u.test(upper)) signs.push({ char: upper, confidence });
		else if (signs.length > 0 && !/[.,'-]/u.test(char)) break;
		else if (signs.length > 0) specks.push(signs.length);
	}
	const digits = signs.filter(({ char }) => /\d/u.test(char)).length;
	if (signs.length < 13 || signs.length > 20 || digits < 6) return undefined;
	const repaired = signs.map(({ char, confidence }) => ({
		char: impossible[char] ?? char,
		confidence,
	}));
	const code = spelling(repaired);
	if (code.length > codeLength) {
		return (code.length === 19 ? withoutDouble(code) : undefined) ?? withoutEnds(code) ?? code;
	}
	if (code.length === 17) {
		if (oldIdCardForm.test(code)) return code;
		return withOne(code, specks) ?? withDouble(code) ?? code;
	}
	if (code.length !== codeLength || hasValidCheckDigit(code)) return code;
	return onlyValid(neighbours(repaired)) ?? withHidden(repaired) ?? code;
}
