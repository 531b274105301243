import { headOf } from './heads.mts';
import type { Column } from '../table/header.mts';
import type { Slip } from './slip.mts';
import { pageWidth } from '../layout/rows.mts';
import type { Add, Weights } from '../score/weights.mts';
import { dueFields } from './printed-sums.mts';
import type { Head } from './table-steps.mts';
import { labelledLines } from './labelled-lines.mts';
import { linesOf, type Line, type Shape } from './lines.mts';
import { signsOf } from './row-signs.mts';
import { namedAbove, namesAbove } from './names-above.mts';
import { nameColumn } from './name-edge.mts';
import { isFull } from './name-joint.mts';
import { tableRow, type TableRow } from './table-rows.mts';

/** The rows of a slip below some heads, and what is the same for all lines on them. */
type Layout = Omit<Shape, 'pattern'>;

/** Whether figures stand in a row as goods have them. */
const hasPrice = ({ figures }: TableRow): boolean =>
	figures.length > 1 || figures.some(({ value, isMoney }) => isMoney || value.includes('.'));

/** Whether a row has nothing but a piece of the name that stands beside the figures of a line, or begins above. */
function goesOnAt({ names }: Line, row: number): boolean {
	const [first, ...more] = names;
	const pieces = names.some(({ kind }) => kind === 'B') ? names : more;
	return first !== undefined && pieces.some(({ index, kind }) => index === row && kind === 'N');
}

/** Proposes the heads and lines of the table of a slip, each of them once. */
export class TableProposer {
	readonly signs: readonly string[][];
	/** The columns that each row is the head of. */
	readonly columns: ReadonlyArray<readonly Column[] | undefined>;
	readonly #slip: Slip;
	readonly #weights: Weights;
	readonly #layouts = new Map<number | undefined, Layout>();
	readonly #lines = new Map<string, Line[]>();
	readonly #pitch: number;
	#labelled: Map<number, Line[]> | undefined;

	constructor(slip: Slip, weights: Weights) {
		this.#slip = slip;
		this.#weights = weights;
		this.signs = slip.rows.map((_, i) => signsOf(slip, i));
		this.columns = slip.rows.map((_, i) => headOf(slip.rows, i));
		const steps = slip.rows
			.slice(1)
			.map(({ y }, i) => y - slip.rows[i].y)
			.sort((a, b) => a - b);
		this.#pitch = steps[Math.floor(steps.length / 2)] || 1;
	}

	/** The heads that begin at a row. */
	headAt(row: number): Head | undefined {
		const columns = this.columns[row];
		if (!columns) return undefined;
		const below = this.columns[row + 1];
		const more = below?.filter(({ role }) => !columns.some((column) => column.role === role)) ?? [];
		return {
			from: row,
			to: below ? row + 2 : row + 1,
			columns: [...columns, ...more].sort((a, b) => a.left - b.left),
		};
	}

	/** The lines that rows can be together, below some heads or without. */
	linesOn(from: number, to: number, head: Head | undefined): readonly Line[] {
		const key = `${from} ${to} ${head?.from}`;
		const known = this.#lines.get(key);
		if (known) return known;
		const layout = this.#layoutBelow(head);
		const shape = { ...layout, rows: layout.rows.slice(from, to) };
		const own = linesOf(shape, this.#weights);
		const named =
			head?.to === from && to === from + 1
				? namedAbove(own, namesAbove(layout.rows, head.from), this.#weights)
				: [];
		const lines = [...own, ...named].map((line) => this.#withSigns(line));
		this.#lines.set(key, lines);
		return lines;
	}

	/** The lines from a row on whose figures stand behind labels of their own. */
	labelledFrom(row: number): readonly Line[] {
		if (!this.#labelled) {
			this.#labelled = new Map();
			for (const line of labelledLines(this.#layoutBelow(undefined).rows, this.#weights)) {
				const all = this.#labelled.get(line.from) ?? [];
				this.#labelled.set(line.from, [...all, this.#withSigns(line)]);
			}
		}
		return this.#labelled.get(row) ?? [];
	}

	/** A line with what the signs of its rows say of it. */
	#withSigns(line: Line): Line {
		const describe = (add: Add) => {
			for (let row = line.from; row < line.to; row++) {
				const part = goesOnAt(line, row) ? 'joint' : 'line';
				for (const sign of this.signs[row]) add(`${part}: ${sign}`);
			}
		};
		return {
			...line,
			score: line.score + this.#weights.score(describe),
			describe: (add) => {
				line.describe(add);
				describe(add);
			},
		};
	}

	/** Whether a row below some heads is a name alone that would not have fitted behind the last name of a line. */
	goesOn(line: Line, row: number, head: Head | undefined): boolean {
		const layout = this.#layoutBelow(head);
		const [above, below] = [line.names.at(-1), layout.rows[row]];
		return above !== undefined && below.kind === 'N' && isFull(above, below, layout);
	}

	/** Whether a line begins with a name that would not have fitted behind the name alone on the row above. */
	isBegun(line: Line, head: Head | undefined): boolean {
		const layout = this.#layoutBelow(head);
		const [above, below] = [layout.rows[line.from - 1], layout.rows[line.from]];
		return above?.kind === 'N' && below.name.length > 0 && isFull(above, below, layout);
	}

	#layoutBelow(head: Head | undefined): Layout {
		const known = this.#layouts.get(head?.from);
		if (known) return known;
		const columns = head?.columns;
		const rows = this.#slip.rows.map((row, i) => tableRow(row, i, columns));
		const beside = this.#goodsBelow(rows, head);
		const nameAt = columns?.find(({ role }) => role === 'name')?.left ?? 0;
		const lefts = [
			...(columns ?? []).map(({ left }) => left).filter((left) => left > nameAt),
			...beside.flatMap(({ figures }) => figures.slice(0, 1).map(({ left }) => left)),
		];
		const layout: Layout = {
			rows,
			columns,
			room: Math.min(pageWidth, ...lefts),
			names: nameColumn(rows, head?.to ?? 0, beside),
			pitch: this.#pitch,
			known: new Map(),
		};
		this.#layouts.set(head?.from, layout);
		return layout;
	}

	/** Rows below some heads that can be goods with a name and figures: no label tells what they are, no sum stands above. */
	#goodsBelow(rows: readonly TableRow[], head: Head | undefined): TableRow[] {
		const goods: TableRow[] = [];
		for (const row of rows.slice(head?.to ?? 0)) {
			const [first] = this.#slip.labels[row.index];
			const told = first?.start === 0 ? first.entry?.field : undefined;
			if (told && goods.length > 0 && dueFields.has(told)) break;
			if (row.kind === 'B' && !told && hasPrice(row)) goods.push(row);
		}
		return goods;
	}
}
