import { pack, remarkRow, remarkSign, setPart, variant } from '../lexicon/receipt-words.mts';
import { wordsOf } from '../find.mts';
import { textOf } from '../layout/rows.mts';
import { isWide } from '../text.mts';
import type { TableRow } from './table-rows.mts';

/** How far a row may be indented against the name that it goes on with. */
export const nameIndent = 22;
/** Columns in which names break off although there is room are at least this wide, in characters. */
const narrowest = 6;

/** Where the names of goods end that stand beside figures. */
export interface NameColumn {
	/** The right side of the longest one. */
	edge: number;
	/** Whether several of them end there, as names do that broke off for lack of room, or short ones by chance. */
	edgeIs: 'shared' | 'lone' | 'near';
	/** Which of the names above a row without figures end for lack of room before it. */
	goOn: string;
	/** Which of the rows without figures above a name beside figures do. */
	begin: string;
}

const rightOf = ({ name }: Pick<TableRow, 'name'>): number => name.at(-1)?.right ?? 0;

/** Whether the name of a row ends where the longest ones do. */
export const reachesEdge = (row: TableRow, { edge }: Pick<NameColumn, 'edge'>): boolean =>
	Math.abs(rightOf(row) - edge) < row.row.em;

/** How far right the first word of a row would reach behind the name above it; a Chinese character is a word. */
export function reachBehind(above: Pick<TableRow, 'name'>, row: TableRow): number {
	const [word] = wordsOf(row.name);
	if (!word) return rightOf(above);
	const isHan = isWide(word[0].char);
	const unbroken = isHan ? [word[0]] : word;
	const blank = isHan ? 0 : row.row.em / 2;
	return rightOf(above) + blank + unbroken[unbroken.length - 1].right - unbroken[0].left;
}

/** Whether a row begins with what would not have fitted behind the name above it before the edge of the names. */
export const goesOverEdge = (above: TableRow, row: TableRow, { edge }: Pick<NameColumn, 'edge'>) =>
	reachBehind(above, row) > edge;

/** Whether a row below a name says something of the product, and goes on with no name. */
export function isRemark({ kind, name }: TableRow): boolean {
	const own = textOf(name);
	const isPack = kind === 'N' && pack.test(own);
	return isPack || remarkRow.test(own) || remarkSign.test(own) || variant.test(own);
}

/** Whether a row begins below a name and with no word of a remark, so that it can go on with it. */
function canGoOn(above: TableRow, row: TableRow): boolean {
	const [start] = row.name;
	const [aboveStart] = above.name;
	if (!start || !aboveStart) return false;
	const own = textOf(row.name);
	return (
		Math.abs(start.left - aboveStart.left) <= nameIndent &&
		!isRemark(row) &&
		!setPart.test(own) &&
		!/^\p{L}{2,8}:/u.test(own)
	);
}

type Pair = readonly [above: TableRow, below: TableRow];

/** How many of some rows go over the edge of the names: all, some or none. */
function shareOf(pairs: readonly Pair[], edge: number): string {
	const broken = pairs.filter(([above, below]) => goesOverEdge(above, below, { edge })).length;
	if (broken === 0) return 'none';
	return broken < pairs.length ? 'some' : broken === 1 ? 'one' : 'all';
}

/**
 * Where the names end, and which of them end there for lack of room.
 * @param rows all rows of a slip
 * @param from the first of them below the heads
 * @param beside those of them that can be goods with a name and figures
 */
export function nameColumn(
	rows: readonly TableRow[],
	from: number,
	beside: readonly TableRow[],
): NameColumn {
	const edge = Math.max(0, ...beside.map(rightOf));
	const atEdge = beside.filter((row) => reachesEdge(row, { edge }));
	const [first] = atEdge;
	const isNarrow = first !== undefined && edge - first.name[0].left < narrowest * first.row.em;
	const pairs = (step: number) =>
		beside.flatMap((row): Pair[] => {
			const other = rows[Math.max(from, row.index + step)];
			const pair: Pair = step < 0 ? [other, row] : [row, other];
			return other?.kind === 'N' && canGoOn(...pair) ? [pair] : [];
		});
	const above = pairs(-1);
	const startsAbove = above.some(([, row]) => row === beside[0]);
	const signs = `${isNarrow ? ' of short names' : ''}${startsAbove ? ' below a first row without figures' : ''}`;
	return {
		edge,
		edgeIs: isNarrow ? 'near' : atEdge.length > 1 ? 'shared' : 'lone',
		goOn: `${shareOf(pairs(1), edge)} end at the edge${signs}`,
		begin: `${shareOf(above, edge)} begin above the edge${signs}`,
	};
}
