import { corners, type TurnedRect } from '../page/geometry.mts';
import { mean } from '../page/statistics.mts';
import type { Quad } from '../page/types.mts';
import type { Reading } from './recognition.mts';

/** How many of the longest boxes vote on whether a page stands on its head. */
const voters = 12;
/** So many of them are asked first, and the others only when these are not all as sure as this. */
const firstVoters = 4;
const unsure = 0.1;
/** Where their mean is no nearer to either side than this, so many of them are read both ways. */
const undecided = 0.2;
const bothWays = 6;

const turned = ([topLeft, topRight, bottomRight, bottomLeft]: Quad): Quad => [
	bottomRight,
	bottomLeft,
	topLeft,
	topRight,
];

/**
 * Whether a page stands on its head: its longest lines vote, and where they do not agree, it stands as they are read more
 * surely.
 * @param ask how probable it is of each line that it stands on its head
 * @param read what stands in quads of the page
 */
export async function isUpsideDown(
	boxes: readonly TurnedRect[],
	ask: (quads: readonly Quad[]) => Promise<number[]>,
	read: (quads: readonly Quad[]) => Promise<Reading[]>,
): Promise<boolean> {
	const longest = boxes
		.toSorted((a, b) => b.width - a.width)
		.slice(0, voters)
		.map(corners);
	const votes = await ask(longest.slice(0, firstVoters));
	if (votes.every((vote) => vote < unsure)) return false;
	if (votes.every((vote) => vote > 1 - unsure)) return true;
	votes.push(...(await ask(longest.slice(firstVoters))));
	const share = mean(votes);
	if (Math.min(share, 1 - share) < undecided) return share > 0.5;
	const some = longest.slice(0, bothWays);
	const readings = await read([...some, ...some.map(turned)]);
	const certainty = (half: readonly Reading[]) =>
		half.flatMap(({ marks }) => marks).reduce((sum, { confidence }) => sum + confidence - 0.5, 0);
	return certainty(readings.slice(some.length)) > certainty(readings.slice(0, some.length));
}
