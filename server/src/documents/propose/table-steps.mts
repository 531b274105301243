import type { Line } from './lines.mts';
import type { Column } from '../table/header.mts';

/** A part of a slip: above the goods, among them, below them. */
export type Part = 'before' | 'inner' | 'after';

/** The heads of a table, on one row or two. */
export interface Head {
	from: number;
	to: number;
	columns: readonly Column[];
}

/** What some rows are taken for. */
export type Step =
	| { type: 'skip'; from: number; to: number; part: Part }
	| { type: 'head'; from: number; to: number; head: Head }
	| { type: 'line'; from: number; to: number; line: Line };

/** The rows of a slip down to one, taken for something. */
export interface Node {
	parent: Node | undefined;
	step: Step | undefined;
	/** The first row that nothing was said of. */
	next: number;
	part: Part;
	head: Head | undefined;
	/** Of the lines so far, in cents, and of those since the last row that showed a sum. */
	sum: number;
	block: number;
	count: number;
	last: Line | undefined;
	/** The last line that takes nothing off others. */
	goods: Line | undefined;
	/** Whether a line of goods stands below one of a discount. */
	hasInnerDiscount: boolean;
	/** Whether only a printed sum can prove one of the lines. */
	needsSum: boolean;
	/** Whether a row showed what the lines come to. */
	isShown: boolean;
	score: number;
}

/** Nothing taken yet. */
export const start: Node = {
	parent: undefined,
	step: undefined,
	next: 0,
	part: 'before',
	head: undefined,
	sum: 0,
	block: 0,
	count: 0,
	last: undefined,
	goods: undefined,
	hasInnerDiscount: false,
	needsSum: false,
	isShown: false,
	score: 0,
};

/** The nodes that led to one, from the first step on. */
export function pathTo(node: Node): Array<{ step: Step; parent: Node }> {
	const path: Array<{ step: Step; parent: Node }> = [];
	for (let at: Node | undefined = node; at?.step && at.parent; at = at.parent) {
		path.push({ step: at.step, parent: at.parent });
	}
	return path.reverse();
}
