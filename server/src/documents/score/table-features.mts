import { promotion, remarkRow } from '../lexicon/receipt-words.mts';
import { textOf } from '../layout/rows.mts';
import type { Line } from '../propose/lines.mts';
import type { RowSums } from '../propose/printed-sums.mts';
import type { Node, Step } from '../propose/table-steps.mts';
import type { Add } from './weights.mts';

/** Lines of discounts and fees that are added up. */
const mostChanges = 6;

/** Whether a line takes something off the goods. */
export const isDiscount = (line: Line): boolean =>
	line.reading.roles.amount?.value.startsWith('-') === true &&
	promotion.test(line.names.map(({ name }) => textOf(name)).join(''));

/** Names of what is added to a product begin this much further right than the product's. */
const indent = 25;

/** Whether a line is what was added to a product, for an amount of its own: indented or behind a plus, and not counted. */
export function isAddition(line: Line, goods: Line | undefined): boolean {
	const { roles } = line.reading;
	if (!goods?.reading.roles.quantity || !roles.amount || roles.quantity || roles.price)
		return false;
	const [left, own] = [nameLeft(goods), nameLeft(line)];
	const name = line.names.map((row) => textOf(row.name)).join('');
	if (left === undefined || own === undefined || remarkRow.test(name)) return false;
	return own - left > indent || name.startsWith('+');
}

const rightOf = ({ reading: { roles } }: Line): number | undefined =>
	(roles.amount ?? roles.price ?? roles.quantity)?.right;
const nameLeft = (line: Line): number | undefined => line.names[0]?.name[0]?.left;

/** Whether the amounts of a row are what the goods above it come to. */
export const showsSum = ({ count, sum, block }: Node, { amounts }: RowSums): boolean =>
	count > 0 && sum !== 0 && (amounts.includes(block) || amounts.includes(sum));

function describeSkip(
	add: Add,
	parent: Node,
	step: Extract<Step, { type: 'skip' }>,
	sums: RowSums,
): void {
	const again = parent.isShown ? ' again' : '';
	if (showsSum(parent, sums)) {
		add(`${step.part} shows sum${again}`);
		for (const field of sums.due) add(`${step.part} shows sum as ${field}${again}`);
		if (sums.due.length > 0) add(`${step.part} shows sum as due${again}`);
	} else if (step.part === 'inner' && sums.due.length > 0) add('inner shows another sum as due');
	if (step.part === 'inner' && parent.count === 0) add('inner before the first line');
	if (step.part !== 'after' || parent.part !== 'inner') return;
	add('goods end');
	if (parent.count === 0) add('goods end without lines');
	if (parent.last && isDiscount(parent.last)) {
		add(`goods end with a discount${parent.hasInnerDiscount ? ' as others stand between' : ''}`);
	}
}

function describeFirst(add: Add, parent: Node, line: Line): void {
	add(
		parent.head
			? parent.part === 'inner'
				? 'first line below heads'
				: 'first line'
			: 'first line without heads',
	);
	add(`first pattern ${line.pattern}`);
	if (line.lead && Number(line.lead.value) === 1) add(`first lead 1 as ${line.leads}`);
}

function describeDiscount(add: Add, line: Line): void {
	add('line of a discount');
	add(`line of a discount ${line.pattern} ${line.reading.order}`);
}

function describeNext(add: Add, last: Line, line: Line): void {
	add(line.pattern === last.pattern ? 'same pattern' : 'another pattern');
	if (line.pattern !== last.pattern) add(`pattern ${last.pattern} then ${line.pattern}`);
	if (line.pattern.startsWith('F') !== last.pattern.startsWith('F'))
		add('figures first as not before');
	add(line.reading.order === last.reading.order ? 'same order' : 'another order');
	const [one, two] = [rightOf(last), rightOf(line)];
	if (one !== undefined && two !== undefined) {
		const off = Math.abs(one - two);
		add(`figures ${off < 12 ? 'in line' : off < 40 ? 'near the line' : 'out of line'}`);
	}
	const [left, own] = [nameLeft(last), nameLeft(line)];
	if (left !== undefined && own !== undefined) {
		add(`names ${Math.abs(left - own) < 25 ? 'in line' : 'out of line'}`);
	}
	if (line.leads !== last.leads) add(`lead ${last.leads} then ${line.leads}`);
	else if (line.lead && last.lead) {
		const step = Number(line.lead.value) - Number(last.lead.value);
		add(`${line.leads} ${step === 1 ? 'counts' : 'does not count'}`);
	}
}

/** Whether a line is nothing but an amount that the lines above it come to: a sum that no label tells. */
function isSumAbove({ count, sum, block }: Node, { reading: { roles } }: Line): boolean {
	if (count < 2 || !roles.amount || roles.quantity || roles.price) return false;
	const amount = Math.round(Number(roles.amount.value) * 100);
	return amount !== 0 && (amount === sum || amount === block);
}

/** What is told by a step and by what was taken before it. */
export function describeStep(add: Add, parent: Node, step: Step, sums: readonly RowSums[]): void {
	if (step.type === 'head') {
		add(
			parent.count === 0 ? (parent.head ? 'second heads above goods' : 'heads') : 'further heads',
		);
	} else if (step.type === 'skip') describeSkip(add, parent, step, sums[step.from]);
	else if (!parent.last) describeFirst(add, parent, step.line);
	else {
		if (isSumAbove(parent, step.line)) add('line is the sum of those above');
		if (isDiscount(step.line)) describeDiscount(add, step.line);
		else if (parent.goods && !isAddition(step.line, parent.goods))
			describeNext(add, parent.goods, step.line);
		if (parent.step?.type === 'skip') add('line behind a row between');
	}
}

/** Lines of discounts and fees, alone or together, in cents. */
const changesIn = (sums: readonly RowSums[]): number[] =>
	sums
		.flatMap(({ change }) => (change === 0 ? [] : [change]))
		.slice(0, mostChanges)
		.reduce<number[]>((all, change) => [...all, ...all.map((one) => one + change)], [0]);

const shows = (sums: readonly RowSums[], amount: number): boolean =>
	sums.some(({ amounts }) => amounts.some((one) => Math.abs(one) === amount));

/** Where what the lines of a table come to is printed. */
export type PrintedSum =
	| 'is printed as due'
	| 'is printed'
	| 'is printed after changes'
	| 'is not printed'
	| 'of nothing is printed';

/** Where the sum of some lines is printed among the sums around them. */
export function printedSumOf({ sum, last }: Node, sums: readonly RowSums[]): PrintedSum {
	const below = last?.to ?? 0;
	const total = Math.abs(sum);
	const outside = sums.filter(({ due: fields }, row) => row >= below || fields.length > 0);
	const due = outside.filter(({ due: fields }) => fields.length > 0);
	const isChanged = () =>
		changesIn(sums.slice(below)).some((change) => shows(due, Math.abs(sum + change)));
	if (total > 0 && shows(due, total)) return 'is printed as due';
	if (total > 0 && shows(outside, total)) return 'is printed';
	if (total > 0 && isChanged()) return 'is printed after changes';
	return due.length > 0 ? 'is not printed' : 'of nothing is printed';
}

/** What is told by the whole of a table and the sums around it. */
export function describeTable(add: Add, node: Node, sums: readonly RowSums[]): void {
	const { count, head } = node;
	if (count === 0) {
		add('no goods');
		if (head) add('no goods below heads');
		return;
	}
	if (count === 1) add('one line');
	add(`sum ${printedSumOf(node, sums)}`);
	const total = Math.abs(node.sum);
	const fields = sums.flatMap(({ due, amounts }) =>
		amounts.some((one) => Math.abs(one) === total) ? due : [],
	);
	for (const field of new Set(fields)) add(`sum is the ${field}`);
	if (fields.length > 0 && !fields.includes('total')) add('sum is due and no total');
}
