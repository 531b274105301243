import {
	address,
	courtesy,
	phone,
	promotion,
	remarkRow,
	remarkSign,
	setPart,
} from '../lexicon/receipt-words.mts';
import { findDate } from '../dates.mts';
import { textOf } from '../layout/rows.mts';
import type { Add, Weights } from '../score/weights.mts';
import type { Column } from '../table/header.mts';
import type { Figure } from '../table/tokens.mts';
import { leadings, type Lead } from './leads.mts';
import { goesOverEdge, isRemark } from './name-edge.mts';
import { describeJoint, isFull, type NameSpace } from './name-joint.mts';
import { isSize } from './figure-features.mts';
import { figureReadings, type FigureReading } from './readings.mts';
import type { TableRow } from './table-rows.mts';

/** One product of a table as it can be printed on the rows `from` to `to` - 1, and a way to read it. */
export interface Line {
	from: number;
	to: number;
	/** How names and figures stand on its rows, a letter for each kind, without the rows that a name goes on over. */
	pattern: string;
	/** The rows that its name stands on. */
	names: TableRow[];
	/** The rows of its figures. */
	rows: TableRow[];
	/** A small number before its name. */
	lead: Figure | undefined;
	/** What that number is. */
	leads: Lead;
	columns: readonly Column[] | undefined;
	reading: FigureReading;
	score: number;
	describe: (add: Add) => void;
}

/** A line is printed on no more rows than this. */
export const mostRows = 5;
/** Figures of one line at most. */
const mostFigures = 9;

/** The figures of the rows of a line in the order in which they are read. */
function figuresIn(rows: readonly TableRow[], pattern: string): Figure[] {
	const isBelowAmount = pattern.includes('B') && rows.length === 2 && rows[0].kind === 'B';
	const inOrder = isBelowAmount && rows[1].figures.length > 1 ? [rows[1], rows[0]] : rows;
	return inOrder.flatMap(({ figures }) => figures);
}

/** What a piece holds: a size, a count of pieces, a package. 10ml*10支, 0.25g*24粒, 50支/袋. */
const specification = /^[\d.]+\s?\p{L}{1,3}(?:\s?[*x×/]\s?[\d.]*\s?\p{L}{0,3}){0,3}$/iu;

/** Rows whose second one has figures behind what a piece of the product above holds: nothing of it is a name. */
function withSpecification(rows: readonly TableRow[]): TableRow[] {
	return rows.map((row, i) => {
		const isBelow = row.kind === 'B' && rows[i - 1]?.kind === 'B';
		const text = isBelow ? textOf(row.name) : '';
		return isBelow && (specification.test(text) || remarkRow.test(text))
			? { ...row, kind: 'F', name: [] }
			: row;
	});
}

/** Whether rows can be those of one line: figures on one or two of them, the others of its name. */
function isLine(kinds: string): boolean {
	const figures = kinds.replace(/[NK]/gu, '');
	if (kinds.startsWith('K')) return false;
	return /^(?:B|F|BF|FB|FF)$/u.test(figures) && !/^FF/u.test(kinds) && !/N.*N.*N.*N/u.test(kinds);
}

/** Whether an amount stands beside a name: what is added to a product for a price is sold as well. */
const hasPrice = ({ figures }: TableRow): boolean =>
	figures.some(({ value, isMoney }) => isMoney || value.includes('.'));

/** What the words of a name say of it. */
export function describeName(add: Add, names: readonly TableRow[], pattern: string): void {
	const text = names.map(({ name }) => textOf(name)).join(' ');
	if (text === '') {
		add('name empty');
		return;
	}
	if (text.length === 1) add('name of one sign');
	if (/^[\d.]+(?:ml|g|kg|L|片|粒|支|包|袋|枚|抽)?(?:[*x×][\d.]+\p{L}{0,2})?$/iu.test(text))
		add('name only a size');
	if (/^[a-z)\]]/u.test(text)) add('name begins as the end of one');
	if (/[([][^)\]]*$/u.test(text)) add('name with an open bracket');
	if (text.length > 24) add('name long');
	if (courtesy.test(text)) add('name courtesy');
	if (address.test(text)) add('name address');
	if (phone.test(text)) add('name phone');
	if (findDate(text)) add('name date');
	if (promotion.test(text)) add('name promotion');
	if (/:\s*$/u.test(text)) add('name ends with colon');
	else if (text.includes(':')) add('name has colon');
	if (remarkRow.test(text)) add('name remark');
	if ((remarkSign.test(text) || setPart.test(text)) && !hasPrice(names[0]))
		add('name sign of remark');
	if (/\d{6}/u.test(text)) add('name long number');
	if (names.length > 1) add(`name on ${names.length} rows`);
	names.slice(1).forEach((row) => {
		const own = textOf(row.name);
		if (isRemark(row)) add('joint remark');
		if (/^\p{L}{2,8}:/u.test(own)) add('joint label');
	});
	if (pattern.length > 1 && names[0]?.kind === 'N' && courtesy.test(text))
		add('name above courtesy');
}

/** What the readings of a line share. */
export interface Shape extends NameSpace {
	rows: TableRow[];
	pattern: string;
	columns: readonly Column[] | undefined;
	/** The usual distance of rows, in pixels. */
	pitch: number;
	/** The ways to read figures that were looked for before, by the rows that they stand on. */
	known: Map<string, FigureReading[]>;
}

function describeShape(add: Add, shape: Shape, names: TableRow[]): void {
	const { rows, pattern, columns, pitch } = shape;
	add('line');
	add(`line ${columns ? 'with heads' : 'without heads'}`);
	add(`pattern ${pattern}`);
	describeName(add, names, pattern);
	rows.slice(1).forEach((row, i) => {
		const distance = (row.row.y - rows[i].row.y) / pitch;
		if (distance > 1.7) add('rows apart');
		if (distance > 3) add('rows far apart');
	});
	names.slice(1).forEach((row, i) => describeJoint(add, names[i], row, shape));
	const [figures] = rows.filter(({ kind }) => kind === 'B' || kind === 'F');
	if (figures.isLabelled) add('figures behind labels');
	const name = columns?.find(({ role }) => role === 'name');
	const start = names[0]?.name[0];
	if (name && start) {
		const off = Math.abs(start.left - name.left);
		add(off < 40 ? 'name below its head' : off < 120 ? 'name near its head' : 'name off its head');
	}
}

/** Readings of a line that are kept for each meaning of its lead. */
const mostReadings = 4;

/** The ways to read some rows as one line of a table. */
export function linesOf(read: Omit<Shape, 'pattern'>, weights: Weights): Line[] {
	const rows = withSpecification(read.rows);
	const shape = { ...read, rows };
	const kinds = rows.map(({ kind }) => kind).join('');
	if (!isLine(kinds)) return [];
	const own = rows.filter(({ kind }) => kind === 'B' || kind === 'F');
	if (own.flatMap(({ figures }) => figures).length > mostFigures) return [];
	return namesOf(shape, kinds).flatMap(({ names, pattern }) =>
		readLines({ ...shape, pattern }, own, names, kinds, weights),
	);
}

/** How rows stand to one another, without those that a name goes on over: all before its figures, or behind them. */
function patternOf(shape: Omit<Shape, 'pattern'>, kinds: string): string {
	const { rows, names } = shape;
	const above = rows.slice(0, kinds.search(/[^N]/u));
	const goesOn = (row: TableRow, i: number) =>
		isFull(row, rows[i + 1], shape) || goesOverEdge(row, rows[i + 1], names);
	const own = /^N+B/u.test(kinds) && above.every(goesOn) ? kinds.slice(above.length) : kinds;
	return own.replace(/(?<=B)N+/gu, '').replace(/N+/gu, 'N');
}

/** The rows that can be the name of a line: all texts among its rows, or the first one above others that remark. */
function namesOf(
	shape: Omit<Shape, 'pattern'>,
	kinds: string,
): Array<{ names: TableRow[]; pattern: string }> {
	const all: TableRow[] = [];
	for (const row of shape.rows) {
		const isOpen = /[([][^)\]]*$/u.test(all.map(({ name }) => textOf(name)).join(''));
		if (row.kind === 'N' || row.kind === 'B' || (row.kind === 'K' && isOpen)) all.push(row);
	}
	const pattern = patternOf(shape, kinds);
	const ways = [{ names: all, pattern }];
	if (/^N[NK]*N[NK]*F/u.test(kinds))
		ways.push({ names: all.slice(0, 1), pattern: `first of ${pattern}` });
	return ways;
}

function readLines(
	shape: Shape,
	own: TableRow[],
	names: TableRow[],
	kinds: string,
	weights: Weights,
): Line[] {
	const { rows, columns } = shape;
	const figures = figuresIn(own, kinds);
	const named = names.length > 0 ? names : own;
	const shapeScore = weights.score((add) => describeShape(add, shape, names));
	return leadings(named[0].lead ?? own[0].lead, named, columns).flatMap((leading) => {
		const { lead, leads, isGlued } = leading;
		const counts = leads === 'quantity' && lead !== undefined;
		const all = counts ? [{ ...lead, hint: 'quantity' as const }, ...figures] : figures;
		const key = `${own.map(({ index }) => index).join(' ')} ${counts ? lead.left : ''} ${kinds.replace(/[NK]/gu, '')}`;
		const readings =
			shape.known.get(key) ??
			figureReadings(all, leads === 'quantity' ? undefined : columns, weights, counts);
		shape.known.set(key, readings);
		return readings.slice(0, mostReadings).map((reading): Line => {
			const describeOwn = (add: Add) => {
				if (lead) add(`lead as ${leads}`);
				if (isGlued) add(`lead glued as ${leads}`);
				if (lead && columns?.[0]?.role === 'index') add(`lead as ${leads} below an index`);
				for (const figure of reading.unused) add(isSize(figure) ? 'size before' : 'figures before');
			};
			return {
				from: rows[0].index,
				to: rows[rows.length - 1].index + 1,
				pattern: shape.pattern,
				names: leading.names,
				rows: own,
				lead,
				leads,
				columns,
				reading,
				score: shapeScore + reading.score + weights.score(describeOwn),
				describe: (add) => {
					describeShape(add, shape, names);
					reading.describe(add);
					describeOwn(add);
				},
			};
		});
	});
}
