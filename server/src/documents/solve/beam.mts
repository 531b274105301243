import type { Node } from '../propose/table-steps.mts';

/** How many ways to read the rows above are kept at each row: fewer on a page of very many rows. */
const mostBeam = 24;
const leastBeam = 6;
export const beamOf = (rows: number): number =>
	Math.max(leastBeam, Math.min(mostBeam, Math.floor(7200 / rows)));
/** Of two nodes that agree in all this, what follows is the same. */
const keyOf = ({ part, head, goods, last, sum, block, count, isShown, needsSum }: Node): string =>
	[
		part,
		head?.from,
		goods?.pattern,
		goods?.reading.order,
		goods?.leads,
		goods === last,
		sum,
		block,
		count,
		isShown,
		needsSum,
	].join(' ');

/** The best of some nodes, with the best one whose lines stand without a printed sum: none may be found further down. */
export function pruned(nodes: Node[], beam: number): Node[] {
	nodes.sort((a, b) => b.score - a.score);
	const seen = new Set<string>();
	const kept: Node[] = [];
	for (const node of nodes) {
		const key = keyOf(node);
		if (seen.has(key)) continue;
		seen.add(key);
		kept.push(node);
		if (kept.length === beam) break;
	}
	const standing = nodes.find(({ needsSum }) => !needsSum);
	return !standing || kept.some(({ needsSum }) => !needsSum) ? kept : [...kept, standing];
}
