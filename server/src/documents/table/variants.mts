import { joined, readings } from './glue.mts';
import type { Figure } from './tokens.mts';

/** The figures of a line with blanks put in or taken out. */
export interface Variant {
	figures: Figure[];
	/** How many blanks were put in or taken out. */
	cuts: number;
}

/** More figures than this in one line are read as they stand, none of them cut. */
const mostFigures = 6;
/** Of more ways than these to cut the figures of a line, some would multiply by chance. */
const mostVariants = 500;

function joinedVariants(figures: readonly Figure[]): Variant[] {
	return figures.slice(1).flatMap((right, i) => {
		const whole = joined(figures[i], right);
		return whole
			? [{ figures: [...figures.slice(0, i), whole, ...figures.slice(i + 2)], cuts: 1 }]
			: [];
	});
}

/** All ways to cut figures into no more than so many; undefined where there are too many ways. */
function cutVariants(figures: readonly Figure[], most: number): Variant[] | undefined {
	let all: Variant[] = [{ figures: [], cuts: 0 }];
	for (const [i, figure] of figures.entries()) {
		const ways = readings(figure);
		const room = most - (figures.length - i - 1);
		all = all.flatMap((variant) =>
			(ways.length > 0 ? ways : [[figure]])
				.filter((pieces) => variant.figures.length + pieces.length <= room)
				.map((pieces) => ({
					figures: [...variant.figures, ...pieces],
					cuts: variant.cuts + pieces.length - 1,
				})),
		);
		if (all.length > mostVariants) return undefined;
	}
	return all;
}

/** The figures of a line as they stand, and as they were if blanks between or in them were lost or put in. */
export function variants(figures: readonly Figure[]): Variant[] {
	const few = figures.length > mostFigures ? [] : (cutVariants(figures, mostFigures) ?? []);
	const asRead = few.length > 0 ? few : [{ figures: [...figures], cuts: 0 }];
	return [...asRead, ...joinedVariants(figures)];
}
