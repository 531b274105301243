import type { Slip } from '../propose/slip.mts';
import { toNumber } from '../numbers.mts';
import { mostRows, type Line } from '../propose/lines.mts';
import { printedSums, type RowSums } from '../propose/printed-sums.mts';
import { TableProposer } from '../propose/table-proposer.mts';
import { beamOf, pruned } from './beam.mts';
import {
	describeStep,
	describeTable,
	isAddition,
	isDiscount,
	printedSumOf,
	showsSum,
	type PrintedSum,
} from '../score/table-features.mts';
import type { Add, Weights } from '../score/weights.mts';
import {
	pathTo,
	start,
	type Head,
	type Node,
	type Part,
	type Step,
} from '../propose/table-steps.mts';

/** A table as it can be printed on a slip. */
export interface TableHypothesis {
	lines: Line[];
	heads: Head[];
	/** What each row is taken for. */
	parts: Array<Part | 'head' | 'line'>;
	/** Where what its lines come to is printed. */
	sum: PrintedSum;
	score: number;
	describe: (add: Add) => void;
}

/** How many tables are handed on. */
const mostTables = 8;
/** After so many rows the search can be left. */
const rowsAStep = 8;

/** What a line is worth besides its features: for learning. */
export type Reward = (line: Line) => number;

const centsOf = ({ reading }: Line): number =>
	Math.round((toNumber(reading.roles.amount?.value) || 0) * 100);

/** The parts of a slip that a row can belong to below one of another part. */
const partsBelow: Readonly<Record<Part, readonly Part[]>> = {
	before: ['before'],
	inner: ['inner', 'after'],
	after: ['after'],
};

const linesOf = (node: Node): Line[] =>
	pathTo(node).flatMap(({ step }) => (step.type === 'line' ? [step.line] : []));

/** Searches for the tables that a slip can hold, row by row, with a beam of the best ways to read the rows above. */
export class TableSearch {
	readonly #slip: Slip;
	readonly #weights: Weights;
	readonly #proposer: TableProposer;
	readonly #sums: readonly RowSums[];
	readonly #skips = new Map<string, number>();
	#reward: Reward = () => 0;

	constructor(slip: Slip, weights: Weights) {
		this.#slip = slip;
		this.#weights = weights;
		this.#proposer = new TableProposer(slip, weights);
		this.#sums = printedSums(slip);
	}

	/**
	 * The likeliest tables, the likeliest first; the first one may be empty.
	 * @param reward what a line is worth besides its features
	 */
	*tables(reward: Reward = () => 0): Generator<undefined, TableHypothesis[], undefined> {
		this.#reward = reward;
		const count = this.#slip.rows.length;
		const beam = beamOf(count);
		const nodesAt: Node[][] = Array.from({ length: count + 1 }, () => []);
		nodesAt[0].push(start);
		for (let row = 0; row < count; row++) {
			for (const node of pruned(nodesAt[row], beam)) {
				for (const next of this.#following(node)) nodesAt[next.next].push(next);
			}
			nodesAt[row] = [];
			if (row % rowsAStep === rowsAStep - 1) yield;
		}
		return this.#best(nodesAt[count]);
	}

	/** The best tables that differ in their lines. */
	#best(nodes: readonly Node[]): TableHypothesis[] {
		const proved = nodes.filter(
			(node) => !node.needsSum || printedSumOf(node, this.#sums).startsWith('is printed'),
		);
		const whole = proved.map((node) => ({
			node,
			score: node.score + this.#weights.score((add) => describeTable(add, node, this.#sums)),
		}));
		whole.sort((a, b) => b.score - a.score);
		const seen = new Set<string>();
		const tables: TableHypothesis[] = [];
		for (const { node, score } of whole) {
			const key = linesOf(node)
				.map(
					({ from, to, leads, pattern, reading }) =>
						`${from} ${to} ${leads} ${pattern} ${reading.order}`,
				)
				.join();
			if (seen.has(key)) continue;
			seen.add(key);
			tables.push(this.#hypothesis(node, score));
			if (tables.length === mostTables) break;
		}
		return tables;
	}

	#following(node: Node): Node[] {
		const row = node.next;
		const steps: Step[] = partsBelow[node.part].map((part) => ({
			type: 'skip',
			from: row,
			to: row + 1,
			part,
		}));
		if (node.part !== 'after') {
			const head = this.#proposer.headAt(row);
			if (head) steps.push({ type: 'head', from: head.from, to: head.to, head });
			for (const line of this.#linesFrom(row, node.head))
				steps.push({ type: 'line', from: row, to: line.to, line });
		}
		return steps.map((step) => this.#taken(node, step));
	}

	#linesFrom(row: number, head: Head | undefined): Line[] {
		const last = Math.min(row + mostRows, this.#slip.rows.length);
		const lines = [...this.#proposer.labelledFrom(row)];
		for (let to = row + 1; to <= last; to++) lines.push(...this.#proposer.linesOn(row, to, head));
		return lines;
	}

	#taken(parent: Node, step: Step): Node {
		const node: Node = {
			...parent,
			parent,
			step,
			next: step.to,
			score: parent.score + this.#scoreOf(parent, step),
		};
		if (step.type === 'skip') {
			node.part = step.part;
			if (!showsSum(parent, this.#sums[step.from])) return node;
			node.isShown = true;
			if (step.part === 'inner') node.block = 0;
			return node;
		}
		node.part = 'inner';
		if (step.type === 'head') node.head = step.head;
		else {
			const amount = centsOf(step.line);
			node.sum += amount;
			node.block += amount;
			node.count++;
			const isOff = isDiscount(step.line);
			node.hasInnerDiscount ||= !isOff && parent.last !== undefined && isDiscount(parent.last);
			node.last = step.line;
			if (!isOff && !isAddition(step.line, parent.goods)) node.goods = step.line;
			node.needsSum ||= step.line.reading.needsSum;
		}
		return node;
	}

	/** What is told by a step and by what was taken before it. */
	#describe(add: Add, parent: Node, step: Step): void {
		describeStep(add, parent, step, this.#sums);
		const isNext = parent.step?.type === 'line' && step.type === 'skip' && step.part === 'inner';
		if (isNext && this.#proposer.goesOn(parent.last!, step.from, parent.head))
			add('inner goes on with the name above');
		const isBelow = parent.step?.type === 'skip' && parent.part === 'inner' && step.type === 'line';
		if (isBelow && this.#proposer.isBegun(step.line, parent.head))
			add('line goes on with a name left out');
	}

	#scoreOf(parent: Node, step: Step): number {
		const told = this.#weights.score((add) => this.#describe(add, parent, step));
		if (step.type === 'head') return told;
		if (step.type === 'line') return told + step.line.score + this.#reward(step.line);
		return told + this.#scoreOfSkip(step.from, step.part);
	}

	#scoreOfSkip(row: number, part: Part): number {
		const key = `${part} ${row}`;
		const score =
			this.#skips.get(key) ?? this.#weights.score((add) => this.#describeSkip(add, row, part));
		this.#skips.set(key, score);
		return score;
	}

	#describeSkip(add: Add, row: number, part: Part): void {
		add(part);
		for (const sign of this.#proposer.signs[row]) add(`${part}: ${sign}`);
		if (this.#proposer.columns[row]) add(`${part}: heads`);
	}

	#hypothesis(node: Node, score: number): TableHypothesis {
		const path = pathTo(node);
		return {
			lines: linesOf(node),
			heads: path.flatMap(({ step }) => (step.type === 'head' ? [step.head] : [])),
			parts: path.flatMap(({ step }) =>
				new Array<Part | 'head' | 'line'>(step.to - step.from).fill(
					step.type === 'skip' ? step.part : step.type,
				),
			),
			sum: printedSumOf(node, this.#sums),
			score,
			describe: (add) => {
				for (const { step, parent } of path) {
					if (step.type === 'skip') this.#describeSkip(add, step.from, step.part);
					if (step.type === 'line') step.line.describe(add);
					this.#describe(add, parent, step);
				}
				describeTable(add, node, this.#sums);
			},
		};
	}
}
