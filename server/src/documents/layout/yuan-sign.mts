import type { Char } from './chars.mts';

const lookAlike = /^[YV]$/u;
/** An amount up to the next blank. */
const amount = /^-?\d[\d,]*\.\d{2}(?![\d.])/u;
const ofFigure = /^[-\d,.]/u;
/** What a letter is a part of rather than a sign before an amount. */
const part = /[A-Za-z\d.]/u;

/** The characters with a Y or V before an amount as the yuan sign that it was read from. */
export function withYuanSigns(chars: readonly Char[]): Char[] {
	const isApart = (at: number) => at === 0 || chars[at].gap > 0 || !part.test(chars[at - 1].char);
	const figureFrom = (from: number) => {
		let figure = '';
		for (let at = from; at < chars.length && chars[at].gap === 0; at++) {
			if (!ofFigure.test(chars[at].char)) break;
			figure += chars[at].char;
		}
		return figure;
	};
	return chars.map((char, at) =>
		lookAlike.test(char.char) && isApart(at) && amount.test(figureFrom(at + 1))
			? { ...char, char: '¥' }
			: char,
	);
}
