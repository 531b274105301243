import type { Raster } from '../../image/raster.mts';
import { placeIn } from '../../page/geometry.mts';
import type { Point, Quad } from '../../page/types.mts';
import { isInside, type Stamp } from './find.mts';
import { levelsAt, type Paper } from './paper.mts';

/** The stamps of a page and what is needed to see it without them. */
export interface Stamps {
	/** In pixels of the page. */
	stamps: readonly Stamp[];
	/** Whether the page shows coloured ink beyond its stamps: its labels may look like theirs. */
	hasColour: boolean;
	/** Of a picture of the page that is `scale` times as large. */
	paper: Paper;
	scale: number;
}

/** How much is taken for the ink of a stamp. */
export interface Strength {
	/** Times what the ink of the whole stamp is like, but no more of its tint than `most`: dark blue print has more. */
	factor: number;
	most: number;
	/** Density that is taken away besides. */
	rest: number;
}

/** Leaves of print as much as can be, and of the stamp's finer strokes a shade. */
export const lift: Strength = { factor: 1, most: 0.5, rest: 0 };
/** Leaves nothing of the stamp, and print paler. */
export const bleach: Strength = { factor: 2, most: 0.75, rest: 0.15 };

const brightest = 255;
const logarithmOf = (level: number) => Math.log(Math.max(1, level));
const logarithms = Float64Array.from({ length: 256 }, (_, level) => logarithmOf(level));

/**
 * How dense the black ink is in a pixel below stamps. Densities of inks that lie on one another add up (Beer and
 * Lambert), so what the channel in which a stamp shows least has beyond the grey of its ink is black. Where
 * stamps overlap, the least that either leaves counts.
 * @param densities of red, green and blue
 */
function blackOf(
	densities: readonly [number, number, number],
	over: readonly Stamp[],
	{ factor, most, rest }: Strength,
): number {
	let least = Infinity;
	for (const { ink, grey } of over) {
		const own = densities[ink.channel];
		const tint = (densities[0] + densities[1] + densities[2] - own) / 2 - own;
		least = Math.min(least, own - Math.min(most, factor * grey) * Math.max(0, tint) - rest);
	}
	return Math.max(0, least);
}

/** A picture of a page that is `scale` times as large, without the ink of the page's stamps. */
export function lifted(picture: Raster, scale: number, page: Stamps): Raster {
	const { width, height } = picture;
	const data = picture.data.slice();
	const { levels } = page.paper;
	const [left, right, top, bottom] = boundsOf(page.stamps);
	const lastRow = Math.min(height - 1, Math.ceil(bottom * scale));
	const lastColumn = Math.min(width - 1, Math.ceil(right * scale));
	for (let y = Math.max(0, Math.floor(top * scale)); y <= lastRow; y++) {
		for (let x = Math.max(0, Math.floor(left * scale)); x <= lastColumn; x++) {
			const place = { x: x / scale, y: y / scale };
			const over = stampsOver(page.stamps, place);
			if (over.length === 0) continue;
			const at = (y * width + x) * 3;
			const block = levelsAt(page.paper, place.x * page.scale, place.y * page.scale);
			const density = (channel: number) => levels[block + channel] - logarithms[data[at + channel]];
			const black = blackOf([density(0), density(1), density(2)], over, lift);
			for (let channel = 0; channel < 3; channel++) {
				data[at + channel] = Math.round(Math.exp(levels[block + channel] - black));
			}
		}
	}
	return { width, height, data };
}

/**
 * A crop without the ink of the stamps of its page.
 * @param planes the crop's B, G, R, -1 to 1, row by row, `rowSize` values apart, of which the first `width` are the crop
 * @param quad where the crop lies on the page
 */
export function liftedCrop(
	planes: Float32Array,
	quad: Quad,
	{ width, height, rowSize }: { width: number; height: number; rowSize: number },
	page: Stamps,
	strength: Strength,
): Float32Array {
	const { levels } = page.paper;
	const values = planes.slice();
	const plane = height * rowSize;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const place = placeIn(quad, (x + 0.5) / width, (y + 0.5) / height);
			const over = stampsOver(page.stamps, place);
			if (over.length === 0) continue;
			const at = y * rowSize + x;
			const block = levelsAt(page.paper, place.x * page.scale, place.y * page.scale);
			const density = (channel: number) =>
				levels[block + channel] -
				logarithmOf((planes[at + (2 - channel) * plane] + 1) * (brightest / 2));
			const black = blackOf([density(0), density(1), density(2)], over, strength);
			for (let channel = 0; channel < 3; channel++) {
				values[at + (2 - channel) * plane] =
					Math.exp(levels[block + channel] - black) / (brightest / 2) - 1;
			}
		}
	}
	return values;
}

const stampsOver = (stamps: readonly Stamp[], place: Point) =>
	stamps.filter(({ hull }) => isInside(hull, place));

function boundsOf(
	stamps: readonly Stamp[],
): [left: number, right: number, top: number, bottom: number] {
	const xs = stamps.flatMap(({ hull }) => hull.map(({ x }) => x));
	const ys = stamps.flatMap(({ hull }) => hull.map(({ y }) => y));
	return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}
