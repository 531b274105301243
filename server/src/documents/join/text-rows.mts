import type { Page, TextBox } from '../../page/types.mts';
import { chainRows } from '../layout/chain.mts';
import { levelLines } from '../layout/lines.mts';
import { slopeField } from '../layout/slope.mts';
import { remembered } from '../remembered.mts';
import { compact, normalize } from '../text.mts';

/** A printed row with its boxes. */
export interface TextRow {
	boxes: TextBox[];
	/** Without blanks. */
	text: string;
	/** Its middle, in pixels down the page. */
	y: number;
	/** Of its tallest box, in pixels. */
	height: number;
}

/** The rows of a page from the top down. */
export const textRowsOf = remembered((page: Page): TextRow[] => {
	const lines = levelLines(page);
	return chainRows(lines, slopeField(lines))
		.map((row) => ({
			boxes: row.map(({ box }) => box),
			text: compact(normalize(row.map(({ box }) => box.text).join(''))),
			y: row.reduce((sum, { leftY, rightY }) => sum + (leftY + rightY) / 2, 0) / row.length,
			height: Math.max(...row.map(({ height }) => height)),
		}))
		.sort((a, b) => a.y - b.y);
});
