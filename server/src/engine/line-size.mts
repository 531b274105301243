import { distance } from '../page/geometry.mts';
import type { Quad } from '../page/types.mts';

const height = 48;
/** Narrower crops are padded: the model saw no narrower ones in training. */
const minimumWidth = 48;
const maximumWidth = 3200;

/** The size of a crop; its planes are `rowSize` values wide, of which the first `width` are the crop. */
export interface LineSize {
	width: number;
	height: number;
	rowSize: number;
}

/** The size at which the recognition model sees a line of text; `rowSize` is its width with what pads it. */
export function lineSize([topLeft, topRight, , bottomLeft]: Quad): LineSize {
	const ratio = distance(topLeft, topRight) / distance(topLeft, bottomLeft);
	const width = Math.min(maximumWidth, Math.max(8, Math.round(height * ratio)));
	return { width, height, rowSize: Math.max(minimumWidth, width) };
}

/** What lines are for the recognition model together, in squares as long as a line is high: its time goes with them. */
export const squaresOf = (quads: readonly Quad[]): number =>
	quads.reduce((sum, quad) => sum + lineSize(quad).rowSize, 0) / height;
