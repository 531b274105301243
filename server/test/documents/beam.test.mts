import { start, type Node } from '../../src/documents/propose/table-steps.mts';
import { beamOf, pruned } from '../../src/documents/solve/beam.mts';

const node = (score: number, needsSum: boolean): Node => ({
	...start,
	score,
	sum: score,
	needsSum,
});

it('keeps a way that stands without a printed sum, however many better ones need one', () => {
	const beam = beamOf(1);
	const needing = Array.from({ length: beam + 10 }, (_, i) => node(100 + i, true));
	const kept = pruned([node(2, false), ...needing, node(1, false)], beam);
	expect(kept).toHaveLength(beam + 1);
	expect(kept.filter(({ needsSum }) => !needsSum).map(({ score }) => score)).toEqual([2]);
});

it('keeps no more than the beam holds where one of the best stands without a printed sum', () => {
	const nodes = Array.from({ length: 40 }, (_, i) => node(i, i % 2 === 0));
	expect(pruned(nodes, 10).map(({ score }) => score)).toEqual(
		Array.from({ length: 10 }, (_, i) => 39 - i),
	);
});
