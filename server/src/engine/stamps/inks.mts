import type { Raster } from '../../image/raster.mts';
import { levelsAt, type Paper } from './paper.mts';

/** An ink that stamps are pressed with. */
export interface Ink {
	/** The channel in which it shows least: 0 red, 1 green, 2 blue. */
	channel: 0 | 2;
	/** Hues of its density, in degrees: 0 is red, 60 magenta, 120 blue, 180 cyan. */
	from: number;
	to: number;
}

/** Forms are printed in brown and orange, which end where the first begins. */
export const stampInks: readonly Ink[] = [
	{ channel: 0, from: -22, to: 60 },
	{ channel: 2, from: 60, to: 185 },
];

/**
 * How much darker a channel is than another, at least, in coloured ink; the density is the natural logarithm of
 * how much brighter the paper is.
 */
const leastTint = 0.22;
/** The share of grey in an ink: how dense it is in its own channel beside the mean of the two others. */
const mostGrey = 0.55;

/** The pixels in colours of an ink. */
export interface TintedPixels {
	ink: Ink;
	/** Their indexes, rising. */
	pixels: number[];
	/** The share of grey in each, 0 (pure) to mostGrey. */
	greys: number[];
}

const logarithms = Float32Array.from({ length: 256 }, (_, level) => Math.log(Math.max(1, level)));
const degrees = 180 / Math.PI;

/** The pixels of a picture that are in colours of stamps. */
export function tintedPixels({ width, height, data }: Raster, paper: Paper): TintedPixels[] {
	const found = stampInks.map((ink): TintedPixels => ({ ink, pixels: [], greys: [] }));
	const { levels } = paper;
	for (let y = 0, pixel = 0; y < height; y++) {
		for (let x = 0; x < width; x++, pixel++) {
			const at = pixel * 3;
			// Most pixels are grey paper or ink: this keeps what follows from them, whatever the paper's own tint.
			const [r, g, b] = [data[at], data[at + 1], data[at + 2]];
			if (Math.min(r, g, b) > 0.9 * Math.max(r, g, b)) continue;
			const block = levelsAt(paper, x, y);
			const red = Math.max(0, levels[block] - logarithms[r]);
			const green = Math.max(0, levels[block + 1] - logarithms[g]);
			const blue = Math.max(0, levels[block + 2] - logarithms[b]);
			const most = Math.max(red, green, blue);
			const least = Math.min(red, green, blue);
			const others = (red + green + blue - least) / 2;
			if (most - least < leastTint || least > mostGrey * others) continue;
			const hue = Math.atan2((green - blue) * Math.sqrt(0.75), (green + blue) / 2 - red) * degrees;
			const turned = hue < stampInks[0].from ? hue + 360 : hue;
			const ink = stampInks.findIndex(({ from, to }) => turned >= from && turned < to);
			if (ink < 0) continue;
			found[ink].pixels.push(pixel);
			found[ink].greys.push(least / others);
		}
	}
	return found;
}
