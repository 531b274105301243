import { compact, isPartOf, normalize } from '../text.mts';
import { repaired } from './capital-look-alikes.mts';

const digits: Readonly<Record<string, number>> = {
	零: 0,
	〇: 0,
	壹: 1,
	贰: 2,
	叁: 3,
	肆: 4,
	伍: 5,
	陆: 6,
	柒: 7,
	捌: 8,
	玖: 9,
};
const places: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const sections: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const fractions: Readonly<Record<string, number>> = { 角: 10, 分: 1 };

const sign = '零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整';
const amountForm = new RegExp(`[${sign}]{2,}`, 'u');

/** Signs from the first of an amount to its last, with others among them. */
const damagedForm = new RegExp(`^.{0,2}?([${sign}][\\p{L}]+[元圆角分整])`, 'u');
/** An amount has at least this many signs of its own for each one that is none. */
const leastOwn = 3;
const mostForeign = 2;

/** How red-letter invoices say that the amount is taken back: before it, seldom behind it. */
const minusBefore = /^[^\p{L}\p{N}]*(?:负数?|負數?|红字|紅字)\)?[:]?/u;
const minusBehind = /\((?:负数?|負數?|红字|紅字)\)$/u;

/** The words of a minus as they are served, and the amount without them. */
interface SignedWords {
	minus: string;
	amount: string;
}

/** Parts the words of a minus from an amount; the bracket before them may be lost. */
function signedWords(text: string): SignedWords {
	const before = minusBefore.exec(text)?.[0];
	const behind = minusBehind.exec(text)?.[0];
	if (before === undefined && behind === undefined) return { minus: '', amount: text };
	const words = (before ?? behind ?? '').replace(/[^\p{L}\p{N}]/gu, '');
	const minus = (before ?? behind ?? '').includes(')') ? `(${words})` : words;
	return { minus, amount: text.slice(before?.length ?? 0).replace(minusBehind, '') };
}

const withoutCurrency = (printed: string): string =>
	compact(normalize(printed))
		.replace(/^(?!\(?[负負红紅])[^\p{L}\p{N}]+/u, '')
		.replace(/^(?:人民币|RMB)[:)]?/u, '');

/** The signs of a capital amount in a text, look-alikes put right; undefined when there are none. */
export function findCapital(printed: string): string | undefined {
	const { minus, amount: text } = signedWords(withoutCurrency(printed));
	const loose = amountForm.exec(repaired(text));
	if (!loose || loose.index > 2 || parseCapital(loose[0]) === undefined) return undefined;
	// 正 is as good as 整: what was printed stays.
	const whole = text[loose.index + loose[0].length - 1] === '正' ? '正' : '整';
	return minus + loose[0].replace(/整$/u, whole);
}

/** The signs of a capital amount with one or two among them that are none; undefined where all are. */
export function findDamagedCapital(printed: string): string | undefined {
	const { minus, amount } = signedWords(withoutCurrency(printed));
	const [, text] = damagedForm.exec(repaired(amount)) ?? [];
	const foreign = foreignSigns(text ?? '').length;
	if (text === undefined || foreign === 0 || foreign > mostForeign) return undefined;
	return text.length - foreign >= leastOwn * foreign ? minus + text : undefined;
}

const foreignSigns = (text: string): number[] =>
	Array.from(text).flatMap((char, i) => (sign.includes(char) ? [] : [i]));

/**
 * A capital amount with signs replaced so that it says an amount in cents: those that are none, or up
 * to `most` others. Undefined where no way does, or several.
 */
export function withSignsReplaced(
	capital: string,
	amount: number,
	most: number,
): string | undefined {
	const signed = signedWords(capital);
	if (signed.minus === '') return replacedIn(capital, amount, most);
	const mended = replacedIn(signed.amount, -amount, most);
	return mended && signed.minus + mended;
}

function replacedIn(capital: string, amount: number, most: number): string | undefined {
	const foreign = foreignSigns(capital);
	const steps =
		foreign.length > 0
			? foreign.map((i) => [i])
			: Array.from({ length: most }, () => [...capital].map((_, i) => i));
	let ways = [capital];
	for (const step of steps) {
		ways = ways.flatMap((way) => step.flatMap((i) => replacements(way, i)));
		const right = new Set(ways.filter((way) => parseCapital(way) === amount));
		if (right.size > 0) return right.size === 1 ? [...right][0] : undefined;
	}
	return undefined;
}

/** Texts with another sign at a place; the last one ends the amount. */
function replacements(text: string, at: number): string[] {
	const ends = /[元圆]/u.test(text) ? '角分整' : '元角分整';
	// 元 is too simple to be misread.
	const signs = at === text.length - 1 ? ends : '零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆角分';
	return Array.from(signs, (char) => text.slice(0, at) + char + text.slice(at + 1));
}

/**
 * The value of a capital amount (柒佰玖拾伍元整) in cents, below zero behind (负数). Undefined when it is
 * not well formed. Zero places of a preprinted form (零佰零拾伍元) are understood.
 */
export function parseCapital(capital: string): number | undefined {
	const { minus, amount } = signedWords(capital);
	const value = unsignedCents(amount);
	return value === undefined || minus === '' ? value : -value;
}

function unsignedCents(capital: string): number | undefined {
	let cents = 0;
	let total = 0;
	let section = 0;
	let digit: number | undefined;
	let hasUnit = false;
	for (const char of capital) {
		if (char in digits) {
			if (digit !== undefined && digit !== 0) return undefined;
			digit = digits[char];
		} else if (char in places) {
			section += (digit ?? (char === '拾' && section === 0 ? 1 : NaN)) * places[char];
			digit = undefined;
		} else if (char in sections) {
			total = (total + section + (digit ?? 0)) * 1;
			total = char === '亿' ? total * sections[char] : addSection(total, section + (digit ?? 0));
			section = 0;
			digit = undefined;
		} else if (/[元圆]/u.test(char)) {
			total += section + (digit ?? 0);
			section = 0;
			digit = undefined;
			hasUnit = true;
		} else if (char in fractions) {
			cents += (digit ?? NaN) * fractions[char];
			digit = undefined;
			hasUnit = true;
		} else if (!/[整正]/u.test(char)) return undefined;
	}
	if (!hasUnit && digit === undefined && section === 0 && total === 0) return undefined;
	const value = (total + section + (hasUnit ? 0 : (digit ?? 0))) * 100 + cents;
	// 元整 alone is what is left of an amount.
	const isSaid = value > 0 || /零/u.test(capital);
	return Number.isFinite(value) && isSaid ? value : undefined;
}

/** 万 multiplies what was said since 亿. */
function addSection(total: number, section: number): number {
	return total - section + section * sections.万;
}

const digitSigns = '零壹贰叁肆伍陆柒捌玖';

function sectionText(value: number): string {
	let text = '';
	let zero = false;
	for (const [unit, place] of [
		['仟', 1000],
		['佰', 100],
		['拾', 10],
		['', 1],
	] as const) {
		const digit = Math.floor(value / place) % 10;
		if (digit === 0) zero = text !== '';
		else {
			text += (zero ? '零' : '') + digitSigns[digit] + unit;
			zero = false;
		}
	}
	return text;
}

const sectionSize = 10_000;
const sectionUnits = ['', '万', '亿', '万亿'];

/** A whole number, four figures at a time; a gap between two sections is one 零. */
function integerText(value: number): string {
	const parts = [value];
	while (parts[0] >= sectionSize)
		parts.splice(0, 1, Math.floor(parts[0] / sectionSize), parts[0] % sectionSize);
	let text = '';
	parts.forEach((part, i) => {
		if (part === 0) return;
		const isApart = text !== '' && (part < sectionSize / 10 || parts[i - 1] === 0);
		text += (isApart ? '零' : '') + sectionText(part) + sectionUnits[parts.length - 1 - i];
	});
	return text;
}

/** An amount in cents as it is usually written in capitals; one below zero as on red-letter invoices. */
export function formatCapital(amount: number, yuan = '元', whole = '整'): string {
	if (amount < 0) return `(负数)${formatCapital(-amount, yuan, whole)}`;
	const integer = Math.floor(amount / 100);
	const [jiao, fen] = [Math.floor(amount / 10) % 10, amount % 10];
	let text = integer > 0 ? integerText(integer) + yuan : '';
	if (jiao === 0 && fen === 0) return (text || `零${yuan}`) + whole;
	if (jiao > 0) text += `${digitSigns[jiao]}角`;
	else if (integer > 0) text += '零';
	return text + (fen > 0 ? `${digitSigns[fen]}分` : whole);
}

/** How many signs of words that are no amount may be misread. */
export const mostMisread = 2;

/** Whether words lack signs of an amount and have no others: a seal hides some, or they were not read. */
export function lostSigns(words: string, amount: number): boolean {
	const whole = (text: string) =>
		text
			.replace(/圆/gu, '元')
			.replace(/正$/u, '整')
			.replace(/〇/gu, '零')
			.replace(/(?<=[角分])整$/u, '');
	return isPartOf(whole(words), whole(formatCapital(amount)));
}
