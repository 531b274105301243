import { wordGap } from '../layout/gap-widths.mts';
import { withChars, type Char, type Row } from '../layout/rows.mts';

/** Where the margin at the right begins at the earliest (rows are 1000 wide). */
const marginLeft = 900;
/** So many different signs below one another are words that are written downwards. */
const leastSigns = 5;
/** How far out of line, in full-width characters, they may stand. */
const reach = 1;

/** The sign at the end of a row that can be one of words in the margin. */
function marginSign({ chars }: Row): Char | undefined {
	const last = chars[chars.length - 1];
	const isApart = chars.length === 1 || last.gap > wordGap;
	return isApart && last.left > marginLeft && /[\p{Script=Han}:]/u.test(last.char)
		? last
		: undefined;
}

/**
 * Rows without what a sheet says of itself downwards at its right edge: 第三联:发票联 购买方记账凭证. It stands
 * beside lines of which it is no part.
 */
export function withoutMargin(rows: readonly Row[]): Row[] {
	const signs = rows.flatMap((row) => marginSign(row) ?? []);
	const lefts = signs.map(({ left }) => left).sort((a, b) => a - b);
	const middle = lefts[Math.floor(lefts.length / 2)];
	const em = Math.max(...rows.map((row) => row.em));
	const inLine = signs.filter(({ left }) => Math.abs(left - middle) < reach * em);
	if (new Set(inLine.map(({ char }) => char)).size < leastSigns) return [...rows];
	const gone = new Set(inLine);
	return rows
		.map((row) => {
			const last = row.chars[row.chars.length - 1];
			return gone.has(last) ? withChars(row, row.chars.slice(0, -1)) : row;
		})
		.filter(({ chars }) => chars.length > 0);
}
