/** An end of a row: where it lies along the text and down the page. */
export interface End {
	x: number;
	y: number;
}

/** The side of the printed area as a straight line down the page. */
export interface Edge {
	/** To the right, in pixels per pixel down the page. */
	lean: number;
	at(y: number): number;
}

/** A printed side leans by at most this much against the text's upright, in pixels per pixel. */
const maximumLean = 0.35;
/** What it costs a line to leave a row's end outside, against leaving room inside. */
const outsideCost = 6;

function cost(ends: readonly End[], lean: number, offset: number, outward: 1 | -1): number {
	let sum = 0;
	for (const { x, y } of ends) {
		const outside = outward * (x - (offset + lean * y));
		sum += outside > 0 ? outsideCost * outside : -outside;
	}
	return sum;
}

/** Of more ends than these as many show a side as well as all: every pair of them is tried. */
const mostEnds = 256;

/** So many of the ends at most, evenly spread. */
const sampleOf = (ends: readonly End[]): readonly End[] =>
	ends.length <= mostEnds
		? ends
		: Array.from({ length: mostEnds }, (_, i) => ends[Math.floor((i * ends.length) / mostEnds)]);

/** How far from a line, as a share of the page's width, an end still lies on it. */
const reach = 0.01;
/** A line that leans shows in this many ends at least, and in this share of them. */
const leastSupport = { ends: 3, share: 0.2 };

/**
 * The line that follows the outer ends of the rows: `outward` is -1 for the left side, 1 for the
 * right. It is the best of all lines through two ends (quantile regression) that other ends lie on
 * too: rows of all lengths, one below the other, make no side.
 * @param width of the page's text, in pixels
 * @param parallel the side that an unknown one is taken to be parallel to
 */
export function fitEdge(
	all: readonly End[],
	outward: 1 | -1,
	width: number,
	parallel?: Edge,
): Edge {
	const ends = sampleOf(all);
	let best: { lean: number; cost: number } | undefined;
	// A short strip of rows says nothing about the lean.
	if (ends.length >= 5) {
		const least = Math.max(leastSupport.ends, leastSupport.share * ends.length);
		for (let i = 0; i < ends.length; i++) {
			for (let j = i + 1; j < ends.length; j++) {
				const lean = (ends[j].x - ends[i].x) / (ends[j].y - ends[i].y || 1);
				if (Math.abs(lean) > maximumLean) continue;
				const offset = ends[i].x - lean * ends[i].y;
				const total = cost(ends, lean, offset, outward);
				if (best && total >= best.cost) continue;
				const onLine = ends.filter(({ x, y }) => Math.abs(x - offset - lean * y) < reach * width);
				if (onLine.length >= least) best = { lean, cost: total };
			}
		}
	}
	const lean = best?.lean ?? parallel?.lean ?? 0;
	const offset = cheapest(ends, lean, outward);
	return { lean, at: (y) => offset + lean * y };
}

/** Where a line of that lean lies best. */
function cheapest(ends: readonly End[], lean: number, outward: 1 | -1): number {
	const offsets = ends.map(({ x, y }) => x - lean * y);
	const costs = offsets.map((offset) => cost(ends, lean, offset, outward));
	return offsets[costs.indexOf(Math.min(...costs))] ?? 0;
}
