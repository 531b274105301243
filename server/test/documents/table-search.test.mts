import { slipOf } from '../../src/documents/propose/slip.mts';
import { receiptWeights } from '../../src/documents/score/learned.mts';
import { TableSearch, type TableHypothesis } from '../../src/documents/solve/table.mts';
import { pageOf } from '../../testing/documents/page.mts';

const goods = (count: number) =>
	Array.from({ length: count }, (_, i) => `货品${'甲乙丙丁'[i % 4]}${i}        1     3.00    3.00`);
const slip = (rows: readonly string[], total = `合计                 ${3 * rows.length}.00`) =>
	slipOf(pageOf(['某某超市', '品名       数量    单价    金额', ...rows, total].join('\n')));

/** The tables of a slip, and how often the search could have been left. */
function search(...given: Parameters<typeof slip>) {
	const steps = new TableSearch(slip(...given), receiptWeights).tables();
	let pauses = 0;
	let step = steps.next();
	for (; !step.done; step = steps.next()) pauses++;
	return { tables: step.value, pauses };
}

const linesOf = ({ lines }: TableHypothesis) =>
	lines
		.map(({ from, to, reading }) => {
			const values = Object.entries(reading.roles).map(([role, read]) => `${role} ${read?.value}`);
			return [from, to, ...values].join(' ');
		})
		.join('; ');

it.each([
	[4, 0],
	[5, 1],
	[12, 1],
	[13, 2],
])(
	'can be left after every eight rows: with %i lines of goods among them %i times',
	(rows, times) => {
		expect(search(goods(rows)).pauses).toBe(times);
	},
);

it('hands on the eight likeliest tables of many, the likeliest first', () => {
	const { tables } = search(goods(6));
	expect(tables).toHaveLength(8);
	const scores = tables.map(({ score }) => score);
	expect(scores).toEqual([...scores].sort((a, b) => b - a));
	expect(tables[0].lines).toHaveLength(6);
	expect(tables[0].parts).toEqual([
		'before',
		'head',
		...new Array<string>(6).fill('line'),
		'after',
	]);
});

it('hands on no table twice', () => {
	const { tables } = search(goods(6));
	expect(new Set(tables.map(linesOf)).size).toBe(tables.length);
});

it('takes lines over several rows', () => {
	const broken = ['很长很长的货品名', '          2     3.00    6.00', ...goods(2)];
	const [table] = search(broken, '合计                 12.00').tables;
	expect(table.lines.map(({ from, to }) => to - from)).toEqual([2, 1, 1]);
});

it('says where the sum of the lines is printed', () => {
	const [printed] = search(goods(3)).tables;
	const [missing] = search(goods(3), '谢谢惠顾').tables;
	expect(printed.sum).toMatch(/^is printed/);
	expect(missing.sum).not.toMatch(/^is printed/);
});
