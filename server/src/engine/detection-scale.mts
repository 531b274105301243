import { sharpOf } from '../image/decode.mts';
import type { Raster } from '../image/raster.mts';
import type { TurnedRect } from '../page/geometry.mts';
import { lowerQuartile } from '../page/statistics.mts';

interface Size {
	width: number;
	height: number;
}

// Sides of the picture that the detection model sees. On pictures of known text its boxes were as good
// at 640 and 800 pixels as at 1280, as long as a box was at least 16 pixels high.
const longestSide = 800;
/** Receipts are long: their width decides how large their text is. */
const shortestSide = 400;
const smallBox = 15;
const goodBox = 24;
/** Bounds the time and the memory of one detection. */
const maximumPixels = 2_000_000;
/** The model takes sides of multiples of this. */
const multiple = 32;

/** The scale at which to look for text on a page of which nothing is known yet. */
export function firstScale(page: Size): number {
	const long = Math.max(page.width, page.height);
	const short = Math.min(page.width, page.height);
	return limit(page, Math.max(longestSide / long, shortestSide / short));
}

/** The scale at which to look again, undefined when the text was large enough at the first. */
export function closerScale(
	page: Size,
	scale: number,
	boxes: readonly TurnedRect[],
): number | undefined {
	const height = lowerQuartile(boxes.map((box) => Math.min(box.width, box.height) * scale));
	if (height === undefined || height >= smallBox) return undefined;
	const closer = limit(page, (scale * goodBox) / height);
	return closer > scale * 1.1 ? closer : undefined;
}

const limit = ({ width, height }: Size, scale: number) =>
	Math.min(1, scale, Math.sqrt(maximumPixels / (width * height)));

/** A page at a scale, as the detection model sees it: its sides are rounded to multiples of 32. */
export async function shrunk(page: Raster, scale: number): Promise<Raster> {
	const { width, height } = mapSize(page, scale);
	const data = await sharpOf(page).resize(width, height, { fit: 'fill' }).raw().toBuffer();
	return { width, height, data };
}

/**
 * The size at which the detection model sees a page. Rounding widens a strip: a page of at most 65,500 pixels a
 * side, 200 times as long as wide, gives hardly more pixels than there may be.
 */
export const mapSize = ({ width, height }: Size, scale: number): Size => ({
	width: roundToMultiple(width * scale),
	height: roundToMultiple(height * scale),
});

const roundToMultiple = (side: number) =>
	Math.max(multiple, Math.round(side / multiple) * multiple);
