import { wordsOf } from '../find.mts';
import { textOf, withChars, spelling, type Char, type Row } from '../layout/rows.mts';
import type { SideText } from './cipher.mts';
import { findSign, signReach, type Sign } from './remark-sign.mts';
import { columnGap } from '../layout/gap-widths.mts';

/** Rows without the remarks of an invoice, and the remarks. */
export interface Remarked {
	rows: Row[];
	/** 备注 as printed, its rows joined by a blank; undefined where the word stands nowhere. */
	remarks?: SideText;
}

/** The same where the sign stands beside: its box begins there. */
const cellGap = 1.5;
/** How far (in full-width characters) from the edge of the remarks a line of them begins. */
const edgeReach = 0.5;
/** How far (in full-width characters) beyond the sign a second reading of it reaches: 注 as 注i. */
const signRest = 0.3;
/** Rows of remarks that nothing encloses follow one another at this distance at most, in heights. */
const rowReach = 2;

const totalRow = /价税合计|[(]?大写[)]?|[(]小写[)]/u;
const clerks =
	/^(?:(?:收款[人员]|复核|审核|开票[人员]?|开具人|制单|填票|收银员|经办人)[人员]?(?=[:(]|\p{Script=Han}{2,4}$|$)|销售方:?[(]章)/u;
const labelled = /^\p{Script=Han}{2,7}:/u;
/** Words of a seal that lies over the remarks, and a sign of the word 备注 out of line. */
const seal = /专用章|^[(]?盖?章[)]?$|^[备注]$/u;
/** What says where the seal belongs: 收款方(盖章有效), 开票单位盖章. */
const sealPlace = /^[销收开购付]\p{Script=Han}{1,5}(?:[(][^()]*章[^()]*[)]|[(]?盖章[)]?):?$/u;

/** 备 glued to the first line beside it. */
const gluedTop = /^备(?![用案货件品份料考])(?=\p{Script=Han}{2,}:)/u;

/**
 * The cells of a row: a text that only reaches below the sign is none of the remarks.
 * @param edge where lines of the remarks begin: a cell of its own does, be it close behind another
 */
function cellsOf({ chars, em }: Pick<Row, 'chars' | 'em'>, sign: Sign, edge = NaN): Char[][] {
	const cells: Char[][] = [];
	const isAtEdge = ({ left, gap }: Char) => gap > 0 && Math.abs(left - edge) < edgeReach * em;
	chars.forEach((char, i) => {
		if (i === 0 || char.gap > cellGap || isAtEdge(char) || sign.chars.has(char)) cells.push([char]);
		else cells[cells.length - 1].push(char);
	});
	return cells;
}

/** Whether 备 or 注 is glued to the line beside it, in the column of the sign. */
const beginsWithSign = ({ chars: [first], em }: Pick<Row, 'chars' | 'em'>, sign: Sign): boolean =>
	/[备注]/u.test(first?.char ?? '') && Math.abs(first.left - sign.left) < signReach * em;

/**
 * The words right of the sign, up to what is no remark on the same row.
 * @param isInBox whether clerks that the row names are a part of the remarks
 * @param edge where the lines of the remarks begin, as far as that is known
 */
function remarkChars({ chars, em }: Row, sign: Sign, isInBox: boolean, edge?: number): Char[] {
	const right = cellsOf({ chars, em }, sign, edge).filter(([{ left }]) => left >= sign.left - 1);
	const beside = right.flat().filter((char) => !sign.chars.has(char));
	const isOfSign = ({ left, right }: Char) => (left + right) / 2 < sign.right + signRest * em;
	const words = wordsOf(
		beginsWithSign({ chars: beside, em }, sign)
			? beside.filter((char, i) => i > 0 && !isOfSign(char))
			: beside,
	);
	const end = words.findIndex((word, i) => {
		const text = spelling(words.slice(i).flat());
		return (
			(!isInBox && (clerks.test(text) || clerks.test(spelling(word)))) ||
			(!sign.isBoxed && i > 0 && word[0].gap > columnGap && labelled.test(text))
		);
	});
	return words.slice(0, end < 0 ? words.length : end).flat();
}

const withoutSeal = (chars: readonly Char[]): Char[] =>
	wordsOf(chars, columnGap)
		.filter((cell) => !sealPlace.test(spelling(cell)))
		.flatMap((cell) => wordsOf(cell))
		.filter((word) => !seal.test(spelling(word)))
		.flat();

const digitalHeading = /电子发票/u;
const headingRows = 5;

/** Whether an invoice is fully digital: its remarks, and nothing else, stand between total and clerk. */
const isDigital = (rows: readonly Row[]): boolean =>
	rows.slice(0, headingRows).some(({ text }) => digitalHeading.test(text));

/** The row of the clerks below the sign; -1 where there is none. */
function closingRow(rows: readonly Row[], { bottom }: Sign): number {
	const isClosing = ({ chars }: Row, i: number) =>
		i > bottom && wordsOf(chars).some((word) => clerks.test(spelling(word)));
	return isDigital(rows) ? rows.findLastIndex(isClosing) : rows.findIndex(isClosing);
}

/** A table below the total (travellers, vehicles) has this many columns at least. */
const leastColumns = 4;
const isTableRow = ({ chars }: Row): boolean => wordsOf(chars, tableGap).length >= leastColumns;
const tableGap = 1.2;

/** How far apart (in full-width characters) the lines of remarks beside a word on one row begin at most. */
const lineReach = 1.5;

/** Whether a row can have a line of the remarks above that beside the sign: rows of a form have cells elsewhere. */
function isInLine(row: Row, beside: Row, sign: Sign): boolean {
	if (sign.top < sign.bottom) return true;
	const cell = cellsOf(row, sign).find(([{ left }]) => left >= sign.left - 1);
	const first = beside.chars.find((char) => char.left >= sign.right - 1 && !sign.chars.has(char));
	return !cell || !first || Math.abs(cell[0].left - first.left) < lineReach * row.em;
}

/** The rows that the remarks can stand on, the last one excluded. */
function extent(rows: readonly Row[], sign: Sign, total: number): { from: number; to: number } {
	const isFree = (row: Row) => row.left >= sign.right - 1 || beginsWithSign(row, sign);
	const isLeftmost = rows
		.slice(sign.top, sign.bottom + 1)
		.every(({ left }) => left >= sign.left - 1);
	const closing = closingRow(rows, sign);
	const isEnclosed = total >= 0 && total < sign.top && closing > sign.bottom;
	let from = sign.top;
	const isAbove = (row: Row) =>
		isLeftmost ? isFree(row) && !isTableRow(row) : isInLine(row, rows[sign.top], sign);
	if (sign.isBoxed && total >= 0) while (from > total + 1 && isAbove(rows[from - 1])) from--;
	let to = sign.bottom + 1;
	const reaches = () =>
		to < rows.length && to !== closing && rows[to].y - rows[to - 1].y < rowReach * rows[to].height;
	const goesOn = () =>
		isLeftmost ? isFree(rows[to]) : rows[to].chars.some(({ left }) => left >= sign.left - 1);
	if (isEnclosed && (sign.isBoxed || isLeftmost)) {
		while (to < closing && (!isLeftmost || isFree(rows[to]))) to++;
	} else while (reaches() && isLeftmost && goesOn()) to++;
	return { from, to };
}

/** The remarks of a digital invoice on which the word was not read. */
function withoutBox(page: readonly Row[], total: number): Remarked {
	const closing = page.findIndex(({ text }, i) => i > total && clerks.test(text));
	if (!isDigital(page) || total < 0 || closing < 0) return { rows: [...page] };
	const box = page.slice(total + 1, closing).map(({ chars }) => withoutSeal(chars));
	return {
		rows: [...page.slice(0, total + 1), ...page.slice(closing)],
		remarks: { text: box.map(textOf).join(' '), chars: box.flat() },
	};
}

/**
 * Takes the remarks from the rows of a sheet: they stand beside the lines of the seller or below the
 * total, and labels in them are theirs.
 */
export function withoutRemarks(page: readonly Row[]): Remarked {
	const firstTotal = page.findIndex(({ text }) => totalRow.test(text));
	const sign = findSign(page, firstTotal);
	if (!sign) return withoutBox(page, firstTotal);
	const total = page.findLastIndex(({ text }, i) => i < sign.top && totalRow.test(text));
	const { from, to } = extent(page, sign, total);
	// A box whose word is written downwards ends above the row of the clerks.
	const isWhole = isDigital(page);
	const isBox = (sign.top < sign.bottom || isWhole) && closingRow(page, sign) >= 0;
	const box = page.slice(from, to);
	const isInBox = (i: number) => isBox && (isWhole || from + i <= sign.bottom);
	const [first] = box.map((row, i) => remarkChars(row, sign, isInBox(i))[0]).filter(Boolean);
	const taken = box.map((row, i) => remarkChars(row, sign, isInBox(i), first?.left));
	const gone = new Set([...taken.flat(), ...sign.chars]);
	const printed = taken.map(withoutSeal);
	return {
		rows: page
			.map((row) =>
				row.chars.some((char) => gone.has(char))
					? withChars(
							row,
							row.chars.filter((char) => !gone.has(char)),
						)
					: row,
			)
			.filter(({ chars }) => chars.length > 0),
		remarks: {
			text: printed
				.map((chars) => textOf(chars).replace(/^(?:[\s:]|(?:REMARKS?|NOTES?|MEMO)\b)+/iu, ''))
				.filter((text) => text !== '')
				.join(' ')
				.replace(gluedTop, ''),
			chars: printed.flat(),
		},
	};
}
