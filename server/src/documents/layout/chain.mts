import type { Baseline } from './lines.mts';
import type { SlopeField } from './slope.mts';

/** Lengths (in heights of the box) at which a box's own slope counts as much as that of the page. */
const trustedLength = 8;
/** How far apart, in heights of the smaller box, two ends may lie across the line. */
const maximumOffset = 0.5;

function slopeOf(line: Baseline, field: SlopeField): number {
	const here = field.at((line.left + line.right) / 2, (line.leftY + line.rightY) / 2);
	const own = (line.rightY - line.leftY) / Math.max(1, line.right - line.left);
	const trust = line.length / (line.length + trustedLength * line.height);
	return Math.abs(own - here) > 0.08 ? here : here + (own - here) * trust;
}

interface Link {
	from: number;
	to: number;
	cost: number;
}

/** Of a box's links only so many of the cheapest are kept: fewer than that many boxes lie about one place. */
const mostLinks = 32;

function linkCost(a: Baseline, b: Baseline, slopeA: number, slopeB: number): number | undefined {
	const height = Math.min(a.height, b.height);
	const gap = b.left - a.right;
	if (gap < -0.9 * height) return undefined;
	const offset = Math.abs(b.leftY - a.rightY - ((slopeA + slopeB) / 2) * gap) / height;
	if (offset > maximumOffset) return undefined;
	return offset + Math.max(0, gap) / (20 * height);
}

/** The cheapest links of a box, the cheapest first. */
function linksOf(from: number, lines: readonly Baseline[], slopes: readonly number[]): Link[] {
	const links: Link[] = [];
	for (let to = 0; to < lines.length; to++) {
		if (lines[to].left <= lines[from].left) continue;
		const cost = linkCost(lines[from], lines[to], slopes[from], slopes[to]);
		if (cost === undefined) continue;
		let at = links.length;
		while (at > 0 && links[at - 1].cost > cost) at--;
		if (at < mostLinks) links.splice(at, 0, { from, to, cost });
		if (links.length > mostLinks) links.pop();
	}
	return links;
}

/**
 * Chains boxes into rows, from each box to its right neighbour along the local slope of the text.
 * Every box is in exactly one row; the boxes of a row are ordered from left to right. Each box is held
 * against each other one, which a look at two places is cheap enough for: text may slope in any way.
 */
export function chainRows(lines: readonly Baseline[], field: SlopeField): Baseline[][] {
	const slopes = lines.map((line) => slopeOf(line, field));
	const links = lines.flatMap((_, from) => linksOf(from, lines, slopes));
	links.sort((a, b) => a.cost - b.cost);

	const next = new Map<number, number>();
	const previous = new Map<number, number>();
	for (const { from, to } of links) {
		if (next.has(from) || previous.has(to)) continue;
		next.set(from, to);
		previous.set(to, from);
	}

	const rows: Baseline[][] = [];
	for (let start = 0; start < lines.length; start++) {
		if (previous.has(start)) continue;
		const row: Baseline[] = [];
		for (let at: number | undefined = start; at !== undefined; at = next.get(at))
			row.push(lines[at]);
		rows.push(row);
	}
	return rows;
}
