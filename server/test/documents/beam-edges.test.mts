import { start, type Head, type Node } from '../../src/documents/propose/table-steps.mts';
import { beamOf, pruned } from '../../src/documents/solve/beam.mts';
import { lineOf } from '../../testing/documents/table-line.mts';

const node = (more: Partial<Node>): Node => ({ ...start, ...more });
const head = { from: 0, to: 1, columns: [] } as Head;

describe('the ways that are kept', () => {
	test.each([
		[1, 24],
		[300, 24],
		[313, 23],
		[1200, 6],
		[10_000, 6],
	])('on a page of %d rows are %d', (rows, ways) => expect(beamOf(rows)).toBe(ways));

	test('are the best, of two alike the better one, and no more than so many', () => {
		const nodes = [
			node({ score: 1, sum: 100 }),
			node({ score: 3, sum: 100 }),
			node({ score: 2, sum: 200 }),
			node({ score: 0, sum: 300 }),
		];
		const kept = (beam: number) => pruned([...nodes], beam).map(({ score }) => score);
		expect(kept(24)).toEqual([3, 2, 0]);
		expect(kept(2)).toEqual([3, 2]);
		expect(kept(1)).toEqual([3]);
	});

	const line = lineOf({});
	test.each([
		['part', { part: 'inner' }],
		['heads', { head }],
		['pattern', { goods: lineOf({ pattern: 'NF' }), last: line }],
		['order', { goods: lineOf({ order: 'amount' }), last: line }],
		['number before it', { goods: lineOf({ leads: 'ordinal' as never }), last: line }],
		['last line', { goods: line, last: line }],
		['sum', { sum: 1 }],
		['sum since the last one', { block: 1 }],
		['count', { count: 1 }],
		['shown sum', { isShown: true }],
		['need of a sum', { needsSum: true }],
	] as Array<[string, Partial<Node>]>)('are two where they differ in their %s', (_, more) => {
		const other = node({ goods: lineOf({}), last: line, score: 1 });
		expect(pruned([other, node({ ...other, ...more })], 24)).toHaveLength(2);
		expect(pruned([other, node({ ...other, score: 0, next: 9 })], 24)).toEqual([other]);
	});
});
