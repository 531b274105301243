import { digitLookAlikes } from '../numbers.mts';
import type { Figure } from '../table/tokens.mts';

/** A digit read with more confidence than this is not taken for another one. */
const doubtful = 0.9;
/** Figures of a line of more than this are not repaired. */
const mostFigures = 4;

/** A figure with the point that it lost, be it before the cents or before the grams of a weight. */
function withPoint(figure: Figure): Figure[] {
	const { value } = figure;
	if (value.includes('.') || !/^-?\d{2,}$/u.test(value)) return [];
	const digits = value.replace('-', '').length;
	return (value.startsWith('0') ? [digits - 1] : [2, 3])
		.filter((count) => digits > count)
		.map((count) => ({ ...figure, value: `${value.slice(0, -count)}.${value.slice(-count)}` }));
}

/** A figure with another digit for one that is doubtful. */
function withDigit(figure: Figure): Figure[] {
	const { value, chars } = figure;
	const printed = chars.map(({ char }) => char).join('');
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

/** The figures of a line with a point put back into one of them, or a doubtful digit of one replaced. */
export function repairs(figures: readonly Figure[]): Array<{ figures: Figure[]; edits: string[] }> {
	if (figures.length < 2 || figures.length > mostFigures) return [];
	const replaced = (i: number, figure: Figure) => figures.map((one, k) => (k === i ? figure : one));
	return figures.flatMap((figure, i) => [
		...withPoint(figure).map((one) => ({ figures: replaced(i, one), edits: ['point'] })),
		...withDigit(figure).map((one) => ({ figures: replaced(i, one), edits: ['digit'] })),
	]);
}
