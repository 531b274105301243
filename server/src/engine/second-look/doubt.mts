import { mean } from '../../page/statistics.mts';
import { corners, type TurnedRect } from '../../page/geometry.mts';
import type { Mark, Quad } from '../../page/types.mts';

/** A line is doubted of which a character is read with less than this. */
const doubtful = 0.5;

/** Whether a line should be looked at again: nothing was read, or a character not surely. */
export const isDoubted = (marks: readonly Mark[]): boolean =>
	marks.length === 0 || marks.some(({ confidence }) => confidence < doubtful);

/** How high a line is looked at again, and by how much less to either side, in heights of its box. */
const closerHeight = 0.7;
const closerEnds = 0.075;

/**
 * A closer view of a line: detection leaves room about its text, and without most of it the text is larger for the
 * recognition model, which then has more steps for each character.
 */
export const closer = (box: TurnedRect): Quad =>
	corners({
		...box,
		width: box.width - 2 * closerEnds * box.height,
		height: closerHeight * box.height,
	});

/** How surely a line is read; 0 where nothing is. */
export const certaintyOf = (marks: readonly Mark[]): number =>
	mean(marks.map(({ confidence }) => confidence));
