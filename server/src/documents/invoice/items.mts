import { headerColumns, type Column } from '../table/header.mts';
import { lostQuantity } from '../table/lost-quantity.mts';
import { labelledValues } from '../table/labelled-values.mts';
import { groupLines, type Region } from '../table/lines.mts';
import { withMissingColumns } from '../table/missing-columns.mts';
import { goodsRow, type GoodsRow } from '../table/goods-row.mts';
import { stackedHalves } from '../table/halves.mts';
import type { ColumnText } from '../table/text-columns.mts';
import { findLabels, valueChars, wordsOf } from '../find.mts';
import type { Label } from '../label-scan.mts';
import { withClassSigns } from './goods-class.mts';
import { settledLine, withProvedAmount } from './line-arithmetic.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import { readAmount } from '../values.mts';
import type { InvoiceLabel } from '../lexicon/invoice-labels.mts';
import { columnLexicon, type ColumnRole } from '../lexicon/columns.mts';
import { findDate } from '../dates.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import { compact, hasHan } from '../text.mts';
import { itemColumns, type LineItem, type PlacedItem } from './line-item.mts';
import type { Sheet } from './sheet.mts';
import { assignWhole } from './torn-figures.mts';
import { columnGap } from '../layout/gap-widths.mts';

const endFields =
	/^(?:total|capital|sum|remarks|payee|reviewer|issuer|checkCode|(?:buyer|seller|party)\..*)$/u;

/** Words of a row of sums are no longer than this where they were misread. */
const longestRemnant = 2;

/** Whether a row has nothing but one or two amounts with their sign: 合　计, whatever was read of it. */
function isSums(row: Row, index: number): boolean {
	const { figures, name } = goodsRow(row, index);
	return (
		figures.length > 0 &&
		figures.length <= 2 &&
		figures.every(({ chars }) => chars[0].char === '¥') &&
		name.length <= longestRemnant
	);
}

/** Heads of a table of travellers or vehicles below the goods are so many at least. */
const leastHeads = 3;

/** Whether a row is the head of a table that has no goods: who travelled, when, from where to where. */
function isFurtherHead(row: Row, index: number): boolean {
	const heads = findLabels(row, index, columnLexicon).flatMap(({ entry }) => entry ?? []);
	return heads.length >= leastHeads && heads.every(({ field }) => field === 'extra');
}

function lastRow({ rows, labels }: Sheet, from: number): number {
	let to = from;
	// 车费 and 票价 stand before a total or are the goods themselves, with more figures then.
	const isGoods = (label: Label<InvoiceLabel>) =>
		(label.entry?.rank ?? 0) > 2 &&
		(label.start > 0 || goodsRow(rows[label.row], label.row).figures.length > 1);
	const ends = (label: Label<InvoiceLabel>) =>
		label.entry !== undefined && endFields.test(label.entry.field) && !isGoods(label);
	const isEnd = (row: number) =>
		labels[row].some(ends) ||
		(row > from && isSums(rows[row], row)) ||
		isFurtherHead(rows[row], row);
	while (to < rows.length && !isEnd(to)) to++;
	return to;
}

/** How far apart in height, in heights of a row, two pieces of one head are at most. */
const headReach = 0.5;

/** The columns of a head that was read as two rows, one over the other, or has its words in English below. */
const joinedColumns = (one: readonly Column[], other: readonly Column[]): Column[] =>
	[
		...one,
		...other.filter(({ role, isUnknown }) => !isUnknown && one.every((own) => own.role !== role)),
	].sort((a, b) => a.left - b.left);

function head({ rows }: Sheet): { row: number; columns: Column[] } | undefined {
	for (const [row, content] of rows.entries()) {
		const columns = headerColumns(content, row);
		if (!columns) continue;
		const below = rows[row + 1] && headerColumns(rows[row + 1], row + 1);
		const isTorn = below && rows[row + 1].y - content.y < headReach * content.height;
		const isTranslated = below && !hasHan(rows[row + 1].text);
		return isTorn || isTranslated
			? { row: row + 1, columns: joinedColumns(columns, below) }
			: { row, columns };
	}
	return undefined;
}

/** The one service of an invoice without a table: 项目:餐费, 金额:386.00. */
function labelledItem({ rows }: Sheet): PlacedItem[] {
	const values = labelledValues(rows);
	if (!values.has('name') || !values.has('amount')) return [];
	const item: PlacedItem = { cells: {}, chars: {} };
	for (const [role] of itemColumns) {
		const found = values.get(role);
		if (!found) continue;
		item.cells[role] = found.value;
		item.chars[role] = found.chars;
	}
	return [item];
}

/** Whether a figure, and no date of a column of its own, goes on with the name before it. */
const isBeside = (chars: readonly Char[]): boolean =>
	chars[0].gap < columnGap && !findDate(textOf(chars));

/** ml behind a figure, its letter read as a digit. */
const millilitres = /(?<=\d)m1(?!\d)/gu;

/** What stands in the column of a text: a specification can go on in the rows below. */
function textUnder(role: ColumnRole, rows: readonly GoodsRow[]): ColumnText {
	const texts = rows.flatMap(({ texts }) => texts[role] ?? []);
	const own = role === 'specification' ? texts : texts.slice(0, 1);
	return {
		text: own
			.map(({ text }) => text)
			.join('')
			.replace(millilitres, 'ml'),
		chars: own.flatMap(({ chars }) => chars),
	};
}

/** The lines of a part of the table between two rows of sums. */
function readLines(page: readonly Row[], region: Region): PlacedItem[] {
	const goods = groupLines(page, region);
	const assigned = assignWhole(
		goods.map(({ figures }) => figures),
		region.columns,
	);
	const printed = new Set(region.columns.map(({ role }) => role));
	return goods.map(({ names, rows }, i) => {
		const { roles, unused } = assigned[i];
		const cells: LineItem = {};
		const chars: PlacedItem['chars'] = {};
		for (const [role] of itemColumns) {
			if (!printed.has(role)) continue;
			const under = textUnder(role, [...new Set([...names, ...rows])]);
			cells[role] = roles[role]?.value ?? under.text;
			chars[role] = roles[role]?.chars ?? under.chars;
			if (role === 'taxRate' && roles[role]) cells[role] += '%';
			if (role === 'quantity' && !cells[role]) cells[role] = lostQuantity(roles);
		}
		const name = [
			...names.map((row) => row.name),
			...unused.map((figure) => figure.chars).filter(isBeside),
		];
		cells.name = compact(name.map(textOf).join(''));
		chars.name = name.flat();
		return { cells, chars };
	});
}

/**
 * The row from which a table goes on behind the sum of its part above (材料费小计, then 工时费), past a
 * head of its own; undefined where the row is no sum of these lines or nothing follows it.
 */
function nextPart(sheet: Sheet, row: number, part: readonly PlacedItem[]): number | undefined {
	const label = sheet.labels[row]?.find(({ entry, text }) => {
		return entry?.field === 'sum' && text.endsWith('小计');
	});
	const sum = label && readAmount(valueChars(sheet.rows, label));
	const lines = part.reduce((all, { cells }) => all + toNumber(cells.amount), 0);
	if (sum === undefined || !sameAmount(Number(sum), lines)) return undefined;
	const next = sheet.rows[row + 1];
	const isHead = next !== undefined && goodsRow(next, row + 1).figures.length === 0;
	const from = isHead ? row + 2 : row + 1;
	return lastRow(sheet, from) > from ? from : undefined;
}

/** The sums and totals that are printed. */
const printedSums = (sheet: Sheet): number[] =>
	sheet.labels
		.flat()
		.filter(({ entry }) => entry?.field === 'sum' || entry?.field === 'total')
		.flatMap((label) => wordsOf(valueChars(sheet.rows, label)))
		.map((word) => toNumber(readAmount(word)));

/** Reads the goods and services with where they stand; empty when none are printed. */
export function readPlacedItems(sheet: Sheet): PlacedItem[] {
	const table = head(sheet);
	if (!table) return labelledItem(sheet);
	const rows = sheet.rows.slice(table.row + 1, lastRow(sheet, table.row + 1));
	const twin = stackedHalves(sheet.rows[table.row], rows);
	if (twin) return readLines(twin.rows, { from: 0, to: twin.rows.length, columns: twin.columns });
	const columns = withMissingColumns(table.columns, rows);
	const items: PlacedItem[] = [];
	let from: number | undefined = table.row + 1;
	while (from !== undefined) {
		const to = lastRow(sheet, from);
		const part = readLines(sheet.rows, { from, to, columns });
		items.push(...part);
		from = nextPart(sheet, to, part);
	}
	const sums = printedSums(sheet);
	const lines = withProvedAmount(
		items.map(({ cells }) => cells),
		sums,
	);
	/** Whether a column of the lines adds up to a sum or total. */
	const addsUp = (role: 'amount' | 'taxAmount'): boolean => {
		const all = lines.reduce((sum, cells) => sum + toNumber(cells[role]), 0);
		return sums.some((sum) => sameAmount(sum, all));
	};
	const proved = { amounts: addsUp('amount'), taxes: addsUp('taxAmount') };
	const isClassed = columns.some(({ role }) => role === 'taxRate');
	return items.map(({ chars }, i) => {
		const cells = settledLine(lines[i], proved);
		return { cells: { ...cells, name: withClassSigns(cells.name ?? '', isClassed) }, chars };
	});
}
