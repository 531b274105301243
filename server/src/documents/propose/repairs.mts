import { digitLookAlikes, isMisread } from '../numbers.mts';
import type { Figure } from '../table/tokens.mts';
import { spelling } from '../layout/rows.mts';

/** A digit read with more confidence than this is not taken for another one. */
const doubtful = 0.9;
/** Figures of a line of more than this are not repaired. */
const mostFigures = 4;

/** A figure with the point that it lost, be it before the cents or before the grams of a weight. */
function withPoint(figure: Figure): Figure[] {
	const { value } = figure;
	if (value.includes('.') || !/^-?\d{2,}$/u.test(value)) return [];
	const digits = value.replace('-', '').length;
	return (/^-?0/u.test(value) ? [digits - 1] : [2, 3])
		.filter((count) => digits > count)
		.map((count) => ({ ...figure, value: `${value.slice(0, -count)}.${value.slice(-count)}` }));
}

/** A figure with another digit for one that is doubtful. */
function withDigit(figure: Figure): Figure[] {
	const { value, chars } = figure;
	const printed = spelling(chars);
	const from = printed.indexOf(value);
	if (from < 0) return [];
	return Array.from(value).flatMap((digit, i) =>
		chars[from + i].confidence < doubtful
			? Array.from(digitLookAlikes[digit] ?? '', (other) => ({
					...figure,
					value: value.slice(0, i) + other + value.slice(i + 1),
				}))
			: [],
	);
}

/** The last of three figures with a digit misread, where the other two multiply to what it was. */
function withProduct(figures: readonly Figure[]): Figure[] {
	const amount = figures[figures.length - 1];
	const values = figures.map(({ value }) => Number(value));
	return figures.slice(0, -1).flatMap((_, i) =>
		figures.slice(i + 1, -1).flatMap((_other, k) => {
			const product = (values[i] * values[i + 1 + k]).toFixed(2);
			return isMisread(amount.value, product) ? [{ ...amount, value: product }] : [];
		}),
	);
}

/**
 * The figures of a line with a point put back into one of them, a doubtful digit of one replaced, or a digit of the
 * last one by which it is not what two of the others multiply to.
 */
export function repairs(figures: readonly Figure[]): Array<{ figures: Figure[]; edits: string[] }> {
	if (figures.length < 2 || figures.length > mostFigures) return [];
	const replaced = (i: number, figure: Figure) => figures.map((one, k) => (k === i ? figure : one));
	const last = figures.length - 1;
	return [
		...figures.flatMap((figure, i) => [
			...withPoint(figure).map((one) => ({ figures: replaced(i, one), edits: ['point'] })),
			...withDigit(figure).map((one) => ({ figures: replaced(i, one), edits: ['digit'] })),
		]),
		...withProduct(figures).map((one) => ({ figures: replaced(last, one), edits: ['product'] })),
	];
}
