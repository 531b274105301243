import type { Char, Row } from '../layout/rows.mts';
import { courtesy, remarkRow, remarkSign, setPart } from '../lexicon/receipt-words.mts';
import { withFactorsAbove } from './factors-above.mts';
import { amountReach } from './figure-words.mts';
import { goodsRow, type GoodsRow } from './goods-row.mts';
import { Grouping, hasName, isCount, nameOf, type Goods, type Region } from './grouping.mts';
import { misalignment, type Column } from './header.mts';
import { columnText, continuesSpecification } from './text-columns.mts';
import type { Figure } from './tokens.mts';
import { withoutFurtherColumns } from './unheaded-columns.mts';

/** Where names end at the latest, in the coordinates of the rows. */
const nameWidth = 550;
/** Whether a row has figures as goods have them, so that words of courtesy are a part of its name. */
export const isPriced = (row: GoodsRow): boolean =>
	row.figures.length > 1 &&
	row.figures.some(({ value, isMoney }) => isMoney || /\.\d{2}$/u.test(value));

const isRemark = (row: GoodsRow, page: readonly Row[]): boolean =>
	row.figures.length === 0
		? remarkRow.test(nameOf(row)) || remarkSign.test(nameOf(row))
		: setPart.test(page[row.index].text) && row.figures.every(isCount);

/** Whether names stand below their figures: a code with figures first, a name last. */
function namesFollow(rows: readonly GoodsRow[]): boolean {
	const first = rows[0];
	const last = rows[rows.length - 1];
	return (
		first !== undefined &&
		first.figures.length > 0 &&
		!hasName(first) &&
		last.figures.length === 0 &&
		hasName(last)
	);
}

function groupNamesAfter(rows: readonly GoodsRow[]): Goods[] {
	const all: Goods[] = [];
	for (const row of rows) {
		if (row.figures.length > 0) all.push({ names: [], rows: [row], figures: row.figures });
		else if (all.length > 0 && all[all.length - 1].names.length === 0)
			all[all.length - 1].names.push(row);
	}
	return all;
}

/** Whether a row has nothing but a size or a remnant of a name, at the left where names stand. */
export function isNamePart(
	row: GoodsRow,
	whole: Row,
	columns: readonly Column[] | undefined,
): boolean {
	const isFigure = (figure: Figure) =>
		figure.isMoney ||
		columns?.some(
			({ role, left, right }) =>
				role === 'amount' && misalignment(figure, { left, right }) < amountReach,
		);
	return !row.isLabelled && whole.right < nameWidth && !row.figures.some(isFigure);
}

/** How far right of the names (rows are 1000 wide) other columns begin at least. */
const nameReach = 80;
/** How far out of line, in full-width characters, the lines of one cell may be. */
const lineReach = 0.6;

/** Rows of which those are parts of a specification that have nothing but a word in line with one above. */
function withSpecificationLines(
	page: readonly Row[],
	rows: readonly GoodsRow[],
	columns: readonly Column[] = [],
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

/** The rows of a table. */
export function goodsRows(page: readonly Row[], region: Region): GoodsRow[] {
	const rows: GoodsRow[] = [];
	for (let i = region.from; i < region.to; i++) {
		if (region.others?.has(i)) continue;
		const row = goodsRow(page[i], i, region.columns);
		if (row.figures.length === 1 && isNamePart(row, page[i], region.columns)) {
			const [figure] = row.figures;
			const goesOn =
				row.name.length === 0 && continuesSpecification(figure.chars, region.columns ?? []);
			rows.push(
				goesOn
					? {
							...row,
							figures: [],
							texts: { ...row.texts, specification: columnText(figure.chars) },
						}
					: { ...row, name: page[i].chars.slice(row.lead?.chars.length ?? 0), figures: [] },
			);
		} else if (row.name.length > 0 || row.figures.length > 0 || row.texts.specification) {
			rows.push(row);
		}
	}
	return withSpecificationLines(page, rows, region.columns);
}

/** Puts rows together that show one product; rows that greet or remark are left out. */
export function groupGoods(page: readonly Row[], region: Region): Goods[] {
	const all = goodsRows(page, region).filter(
		(row) => !(courtesy.test(page[row.index].text) && !isPriced(row)) && !isRemark(row, page),
	);
	const rows = withFactorsAbove(region.columns ? all : withoutFurtherColumns(all));
	return namesFollow(rows) ? groupNamesAfter(rows) : new Grouping(page, region, rows).goods();
}
