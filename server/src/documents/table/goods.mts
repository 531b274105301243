import { textOf, type Char, type Row } from '../layout/rows.mts';
import { hasLetter } from '../text.mts';
import { amountReach } from './figure-words.mts';
import { goodsRow, type GoodsRow } from './goods-row.mts';
import { misalignment, type Column } from './header.mts';
import { columnText, continuesSpecification } from './text-columns.mts';
import { grade, type Figure } from './tokens.mts';

/** A bar code, an article number or a number behind its label (IMEI:860…): no name. */
const isCode = (text: string): boolean =>
	/^[\d\s#*.-]*$|^[A-Z]{0,3}\d{4,}$|^(?=(?:[^\d]*\d){3})[A-Z\d][A-Z\d#./-]{5,}$/u.test(text) ||
	/^[\p{L}/]{1,8}:[\dA-Z-]{5,}$/u.test(text);

/** Whether words stand in a row that are a name and no code. */
export function hasName({ name }: GoodsRow): boolean {
	const text = textOf(name);
	return (hasLetter(text) && !isCode(text)) || grade.test(text);
}

/** Where names end at the latest, in the coordinates of the rows. */
const nameWidth = 550;

/** Whether a row has nothing but a size or a remnant of a name, at the left where names stand. */
function isNamePart(row: GoodsRow, whole: Row, columns: readonly Column[] | undefined): boolean {
	const isFigure = (figure: Figure) =>
		figure.isMoney ||
		columns?.some(
			({ role, left, right }) =>
				role === 'amount' && misalignment(figure, { left, right }) < amountReach,
		);
	return !row.isLabelled && whole.right < nameWidth && !row.figures.some(isFigure);
}

/** A row whose only figure is a part of a name, or of a specification, as one without figures. */
export function withoutNameFigure(
	row: GoodsRow,
	whole: Row,
	columns: readonly Column[] | undefined,
): GoodsRow {
	if (row.figures.length !== 1 || !isNamePart(row, whole, columns)) return row;
	const [{ chars }] = row.figures;
	return row.name.length === 0 && continuesSpecification(chars, columns ?? [])
		? { ...row, figures: [], texts: { ...row.texts, specification: columnText(chars) } }
		: { ...row, figures: [], name: whole.chars.slice(row.lead?.chars.length ?? 0) };
}

/** How far right of the names (rows are 1000 wide) other columns begin at least. */
const nameReach = 80;
/** How far out of line, in full-width characters, the lines of one cell may be. */
const lineReach = 0.6;

/** Rows of which those are parts of a specification that have nothing but a word in line with one above. */
function withSpecificationLines(
	page: readonly Row[],
	rows: readonly GoodsRow[],
	columns: readonly Column[],
): GoodsRow[] {
	const name = columns.find(({ role }) => role === 'name');
	let above: readonly Char[] | undefined;
	return rows.map((row) => {
		const own = row.texts.specification?.chars;
		const left = row.name[0]?.left ?? 0;
		const reach = lineReach * page[row.index].em;
		const isPart =
			!own && above && name && row.figures.length === 0 && left > name.left + nameReach;
		if (isPart && Math.abs(left - above![0].left) < reach)
			return { ...row, name: [], texts: { ...row.texts, specification: columnText(row.name) } };
		if (own ?? row.figures.length > 0) above = own;
		return row;
	});
}

/** The rows of a table below some heads, from one row of a page to the one before another. */
export function goodsRows(
	page: readonly Row[],
	from: number,
	to: number,
	columns: readonly Column[],
): GoodsRow[] {
	const rows = page.slice(from, to).map((row, i) => {
		return withoutNameFigure(goodsRow(row, from + i, columns), row, columns);
	});
	const printed = rows.filter(
		({ name, figures, texts }) => name.length > 0 || figures.length > 0 || texts.specification,
	);
	return withSpecificationLines(page, printed, columns);
}
