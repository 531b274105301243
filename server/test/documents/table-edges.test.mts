import type { RowSums } from '../../src/documents/propose/printed-sums.mts';
import {
	start,
	type Head,
	type Node,
	type Step,
} from '../../src/documents/propose/table-steps.mts';
import {
	describeStep,
	describeTable,
	isDiscount,
	printedSumOf,
	showsSum,
} from '../../src/documents/score/table-features.mts';
import { figureOf, lineOf } from '../../testing/documents/table-line.mts';

const node = (more: Partial<Node>): Node => ({ ...start, ...more });
const sums = (amounts: number[], due: RowSums['due'] = [], change = 0): RowSums => ({
	amounts,
	due,
	change,
});
const head = { from: 0, to: 1, columns: [] } as Head;
const amountOf = (amount: string) => ({ roles: { amount: figureOf(amount) } });
const lineStep = (line: Parameters<typeof lineOf>[0]): Step => ({
	type: 'line',
	from: 0,
	to: 1,
	line: lineOf(line),
});

const stepTells = (parent: Partial<Node>, step: Step, row = sums([])) => {
	const told: string[] = [];
	describeStep((feature) => told.push(feature), node(parent), step, [row]);
	return told;
};
const tableTells = (table: Partial<Node>, rows: RowSums[]) => {
	const told: string[] = [];
	describeTable((feature) => told.push(feature), node(table), rows);
	return told;
};

describe('a line takes something off the goods', () => {
	test.each([
		['below zero, with a word of promotions', { name: '优惠', ...amountOf('-3.00') }, true],
		['below zero, without one', { name: '牛奶', ...amountOf('-3.00') }, false],
		['above zero', { name: '优惠', ...amountOf('3.00') }, false],
		['without an amount', { name: '优惠' }, false],
	])('%s: %#', (_, line, expected) => expect(isDiscount(lineOf(line))).toBe(expected));
});

describe('a row shows what the goods above it come to', () => {
	test.each([
		['the sum of all', { count: 2, sum: 1850, block: 600 }, [1850], true],
		['the sum since the last one', { count: 2, sum: 1850, block: 600 }, [600], true],
		['a cent more', { count: 2, sum: 1850, block: 600 }, [1851, 601], false],
		['no goods', { count: 0, sum: 1850, block: 600 }, [1850], false],
		['goods of nothing', { count: 2, sum: 0, block: 0 }, [0], false],
	])('%s: %#', (_, parent, amounts, expected) =>
		expect(showsSum(node(parent), sums(amounts))).toBe(expected),
	);
});

describe('rows that are passed over tell', () => {
	const skip = (part: 'before' | 'inner' | 'after'): Step => ({
		type: 'skip',
		from: 0,
		to: 1,
		part,
	});
	const goods = { part: 'inner', count: 2, sum: 1850, block: 1850 } as const;

	test('that they show the sum, and as what', () => {
		expect(stepTells(goods, skip('inner'), sums([1850], ['total', 'paid']))).toEqual([
			'inner shows sum',
			'inner shows sum as total',
			'inner shows sum as paid',
			'inner shows sum as due',
		]);
		expect(stepTells(goods, skip('inner'), sums([1850]))).toEqual(['inner shows sum']);
		expect(stepTells({ ...goods, isShown: true }, skip('inner'), sums([1850], ['total']))).toEqual([
			'inner shows sum again',
			'inner shows sum as total again',
			'inner shows sum as due again',
		]);
	});

	test('that another sum stands among the goods', () => {
		const another = 'inner shows another sum as due';
		expect(stepTells(goods, skip('inner'), sums([1851], ['total']))).toEqual([another]);
		expect(stepTells(goods, skip('inner'), sums([1851]))).toEqual([]);
		expect(stepTells({ ...goods, part: 'after' }, skip('after'), sums([1], ['total']))).toEqual([]);
	});

	test('that no line stands above them, and where the goods end', () => {
		expect(stepTells({ part: 'inner' }, skip('inner'))).toEqual(['inner before the first line']);
		expect(stepTells({}, skip('before'))).toEqual([]);
		expect(stepTells(goods, skip('after'))).toEqual(['goods end']);
		expect(stepTells({ part: 'inner' }, skip('after'))).toEqual([
			'goods end',
			'goods end without lines',
		]);
		expect(stepTells({ ...goods, part: 'after' }, skip('after'))).toEqual([]);
	});

	test('that the last of the goods is a discount', () => {
		const last = lineOf({ name: '优惠', ...amountOf('-3.00') });
		const ending = (more: Partial<Node>) => stepTells({ ...goods, last, ...more }, skip('after'));
		expect(ending({})).toEqual(['goods end', 'goods end with a discount']);
		expect(ending({ hasInnerDiscount: true })).toEqual([
			'goods end',
			'goods end with a discount as others stand between',
		]);
		expect(ending({ last: lineOf({ name: '牛奶', ...amountOf('3.00') }) })).toEqual(['goods end']);
	});
});

test.each([
	[{}, 'heads'],
	[{ head }, 'second heads above goods'],
	[{ head, count: 1 }, 'further heads'],
])('heads below %j are told', (parent, told) => {
	expect(stepTells(parent, { type: 'head', from: 0, to: 1, head })).toEqual([told]);
});

describe('the first line tells', () => {
	const line = { pattern: 'NF' };

	test('whether heads stand above it, and its pattern', () => {
		const pattern = 'first pattern NF';
		expect(stepTells({}, lineStep(line))).toEqual(['first line without heads', pattern]);
		expect(stepTells({ head }, lineStep(line))).toEqual(['first line', pattern]);
		expect(stepTells({ head, part: 'inner' }, lineStep(line))).toEqual([
			'first line below heads',
			pattern,
		]);
	});

	test('that the number before it is a one', () => {
		const numbered = (value: string) =>
			stepTells({}, lineStep({ ...line, lead: figureOf(value), leads: 'ordinal' as never }));
		expect(numbered('01')).toContain('first lead 1 as ordinal');
		expect(numbered('2')).toHaveLength(2);
	});
});

describe('a further line tells', () => {
	const last = lineOf({ name: '牛奶', roles: { amount: figureOf('12.50', 1, 100) } });
	const parent = { last, goods: last, count: 1 };
	const next = (more: Parameters<typeof lineOf>[0], above: Partial<Node> = parent) =>
		stepTells(
			above,
			lineStep({ name: '面包', roles: { amount: figureOf('6.00', 1, 100) }, ...more }),
		);

	test('whether it is printed as the one above it', () => {
		expect(next({})).toEqual(['same pattern', 'same order', 'figures in line', 'names in line']);
		expect(next({ pattern: 'NF', order: 'amount' })).toEqual([
			'another pattern',
			'pattern B then NF',
			'another order',
			'figures in line',
			'names in line',
		]);
		expect(next({ pattern: 'FN' })).toContain('figures first as not before');
		expect(next({ pattern: 'NF' })).not.toContain('figures first as not before');
	});

	test.each([
		[111, 'figures in line'],
		[112, 'figures near the line'],
		[89, 'figures in line'],
		[88, 'figures near the line'],
		[139, 'figures near the line'],
		[140, 'figures out of line'],
	])('where its figures end: %d, %s', (right, told) => {
		expect(next({ roles: { amount: figureOf('6.00', 1, right) } })).toContain(told);
		expect(next({ roles: { price: figureOf('6.00', 1, right) } })).toContain(told);
		expect(next({ roles: { quantity: figureOf('6', 1, right) } })).toContain(told);
	});

	test('nothing of figures or names that are not there', () => {
		expect(next({ roles: {} }).filter((told) => told.startsWith('figures'))).toEqual([]);
		expect(next({ name: '' }).filter((told) => told.startsWith('names'))).toEqual([]);
	});

	test('where its name begins', () => {
		expect(next({ nameLeft: 24 })).toContain('names in line');
		expect(next({ nameLeft: 25 })).toContain('names out of line');
	});

	test('how the numbers before the two go on', () => {
		const one = { ...last, lead: figureOf('3'), leads: 'ordinal' as never };
		const counted = (value: string) =>
			next({ lead: figureOf(value), leads: 'ordinal' as never }, { ...parent, goods: one });
		expect(counted('4')).toContain('ordinal counts');
		expect(counted('5')).toContain('ordinal does not count');
		expect(next({}, { ...parent, goods: one })).toContain('lead ordinal then none');
	});

	test('that a row stands between', () => {
		const step = { type: 'skip', from: 0, to: 1, part: 'inner' } as const;
		expect(next({}, { ...parent, step })).toContain('line behind a row between');
		expect(next({}, { ...parent, step: lineStep({}) })).not.toContain('line behind a row between');
	});

	test('that it is a discount, which is not held against the one above it', () => {
		expect(next({ name: '优惠', ...amountOf('-3.00') })).toEqual([
			'line of a discount',
			'line of a discount B quantity price amount',
		]);
	});

	const isSum = 'line is the sum of those above';
	test.each([
		['all', { count: 2, sum: 600, block: 100 }, {}, true],
		['those since the last sum', { count: 2, sum: 900, block: 600 }, {}, true],
		['a cent less', { count: 2, sum: 601, block: 601 }, {}, false],
		['one line', { count: 1, sum: 600, block: 600 }, {}, false],
		['with a quantity', { count: 2, sum: 600, block: 600 }, { quantity: figureOf('2') }, false],
		['with a price', { count: 2, sum: 600, block: 600 }, { price: figureOf('3') }, false],
	])('that it is their sum: %s', (_, above, roles, expected) => {
		const told = next({ roles: { amount: figureOf('6.00'), ...roles } }, { ...parent, ...above });
		expect(told.includes(isSum)).toBe(expected);
	});

	test('that nought is the sum of nothing', () => {
		const told = next(amountOf('0.00'), { ...parent, count: 2, sum: 0, block: 0 });
		expect(told).not.toContain(isSum);
	});
});

describe('a whole table tells', () => {
	const table = { count: 2, sum: 1850, last: lineOf({ to: 1 }) };

	test('that it has no goods, or one line', () => {
		expect(tableTells({}, [])).toEqual(['no goods']);
		expect(tableTells({ head }, [])).toEqual(['no goods', 'no goods below heads']);
		expect(tableTells({ ...table, count: 1 }, [])).toEqual([
			'one line',
			'sum of nothing is printed',
		]);
	});

	test('as what its sum is printed', () => {
		expect(tableTells(table, [sums([]), sums([1850], ['paid'])])).toEqual([
			'sum is printed as due',
			'sum is the paid',
			'sum is due and no total',
		]);
		expect(tableTells(table, [sums([]), sums([-1850], ['total', 'paid'])])).toEqual([
			'sum is printed as due',
			'sum is the total',
			'sum is the paid',
		]);
		expect(tableTells(table, [sums([]), sums([1851], ['paid'])])).toEqual(['sum is not printed']);
	});

	test.each([
		['below', [sums([]), sums([1850])], 'is printed'],
		['above, behind no label of a sum', [sums([1850]), sums([])], 'of nothing is printed'],
		['above, as due', [sums([1850], ['total']), sums([])], 'is printed as due'],
		[
			'after a fee',
			[sums([]), sums([500], [], 500), sums([2350], ['paid'])],
			'is printed after changes',
		],
		['before a fee above it', [sums([500], [], 500), sums([2350], ['paid'])], 'is not printed'],
		[
			'after six changes',
			[sums([]), ...Array(6).fill(sums([], [], 100)), sums([2450], ['paid'])],
			'is printed after changes',
		],
		[
			'after seven',
			[sums([]), ...Array(7).fill(sums([], [], 100)), sums([2550], ['paid'])],
			'is not printed',
		],
	])('where its sum is printed: %s', (_, rows, where) => {
		expect(printedSumOf(node(table), rows)).toBe(where);
	});

	test('of nothing no sum', () => {
		expect(printedSumOf(node({ ...table, sum: 0 }), [sums([]), sums([0], ['total'])])).toBe(
			'is not printed',
		);
	});
});
