import type { Raster } from '../../image/raster.mts';
import { blockSide, levelsAt, type Paper } from './paper.mts';

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
const leastTint = 0.12;
/** The share of grey in an ink: how dense it is in its own channel beside the mean of the two others. */
const mostGrey = 0.65;
/** Paper is no darker than this, in shares of how bright it is about a place. */
const leastLight = 0.86;

/** The pixels in colours of an ink. */
export interface TintedPixels {
	ink: Ink;
	/** Their indexes, rising. */
	pixels: number[];
	/** The share of grey in each, 0 (pure) to mostGrey. */
	greys: number[];
	/** How much darker each is in one channel than in another, from leastTint up. */
	tints: number[];
}

const logarithms = Float32Array.from({ length: 256 }, (_, level) => Math.log(Math.max(1, level)));
const degrees = 180 / Math.PI;

/** The pixels of a picture that are in colours of stamps. */
export function tintedPixels({ width, height, data }: Raster, paper: Paper): TintedPixels[] {
	const found = stampInks.map((ink): TintedPixels => ({ ink, pixels: [], greys: [], tints: [] }));
	const { levels } = paper;
	const lights = levels.map((level) => Math.exp(level) * leastLight);
	for (let y = 0; y < height; y++) {
		for (let left = 0; left < width; left += blockSide) {
			const block = levelsAt(paper, left, y);
			const [paperRed, paperGreen, paperBlue] = levels.subarray(block, block + 3);
			const lightRed = lights[block];
			const lightGreen = lights[block + 1];
			const lightBlue = lights[block + 2];
			const end = y * width + Math.min(width, left + blockSide);
			for (let pixel = y * width + left, at = pixel * 3; pixel < end; pixel++, at += 3) {
				const r = data[at];
				const g = data[at + 1];
				const b = data[at + 2];
				// Most pixels are paper: this keeps what follows from them, whatever its own tint.
				if (r > lightRed && g > lightGreen && b > lightBlue) continue;
				const red = Math.max(0, paperRed - logarithms[r]);
				const green = Math.max(0, paperGreen - logarithms[g]);
				const blue = Math.max(0, paperBlue - logarithms[b]);
				const most = Math.max(red, green, blue);
				const least = Math.min(red, green, blue);
				const others = (red + green + blue - least) / 2;
				if (most - least < leastTint || least > mostGrey * others) continue;
				const tinted = found[inkOf(red, green, blue)];
				tinted?.pixels.push(pixel);
				tinted?.greys.push(least / others);
				tinted?.tints.push(most - least);
			}
		}
	}
	return found;
}

/** The index of the ink of these densities, -1 for none. */
function inkOf(red: number, green: number, blue: number): number {
	const hue = Math.atan2((green - blue) * Math.sqrt(0.75), (green + blue) / 2 - red) * degrees;
	const turned = hue < stampInks[0].from ? hue + 360 : hue;
	return stampInks.findIndex(({ from, to }) => turned >= from && turned < to);
}
