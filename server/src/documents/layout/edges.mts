/** An end of a row: where it lies along the text and down the page. */
export interface End {
	x: number;
	y: number;
}

/** The side of the printed area as a straight line down the page. */
export interface Edge {
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

/**
 * The line that follows the outer ends of the rows: `outward` is -1 for the left side, 1 for the
 * right. It is the best of all lines through two ends (quantile regression).
 */
export function fitEdge(ends: readonly End[], outward: 1 | -1): Edge {
	const extreme = ends.reduce(
		(best, { x }) => (outward * (x - best) > 0 ? x : best),
		ends[0]?.x ?? 0,
	);
	let best = { lean: 0, offset: extreme, cost: cost(ends, 0, extreme, outward) };
	// A short strip of rows says nothing about the lean.
	if (ends.length >= 5) {
		for (let i = 0; i < ends.length; i++) {
			for (let j = i + 1; j < ends.length; j++) {
				const lean = (ends[j].x - ends[i].x) / (ends[j].y - ends[i].y || 1);
				if (Math.abs(lean) > maximumLean) continue;
				const offset = ends[i].x - lean * ends[i].y;
				const total = cost(ends, lean, offset, outward);
				if (total < best.cost) best = { lean, offset, cost: total };
			}
		}
	}
	return { at: (y) => best.offset + best.lean * y };
}
