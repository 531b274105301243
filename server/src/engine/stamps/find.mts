import type { Raster } from '../../image/raster.mts';
import { areaOf } from '../../page/geometry.mts';
import { mean, median } from '../../page/statistics.mts';
import type { Point } from '../../page/types.mts';
import { tintedPixels, type Ink, type TintedPixels } from './inks.mts';
import { outlinesOf } from './outlines.mts';
import { levelsAt, type Paper } from './paper.mts';

/** A seal or stamp on a page. */
export interface Stamp {
	ink: Ink;
	/** How dense the ink is in its own channel, in what it is denser in the two others. */
	grey: number;
	/** Whether all of it was found, not a piece alone. */
	isWhole: boolean;
	/** What it lies in, in pixels of the picture in which it was found. */
	hull: Point[];
}

/** Which pixels of an ink's hue are looked at together. */
interface Look {
	/** The share of grey in them, at most. */
	mostGrey: number;
	/** How much darker they are in one channel than in another, at least. */
	leastTint: number;
	/** How far apart pieces of a ring lie that black print cuts, in pixels. */
	reaches: readonly number[];
}

/**
 * A form may be printed in an ink of the same hue, but hardly one as pure: what hangs together with it at the first
 * of these looks may stand alone at the next.
 */
const looks: readonly Look[] = [0.55, 0.38, 0.24].map((mostGrey) => ({
	mostGrey,
	leastTint: 0.22,
	reaches: [3, 6],
}));
/** Thin lines in blue, photographed, are hardly more than grey: so is other print, but it goes around nothing. */
const faintLook: Look = { mostGrey: 0.65, leastTint: 0.12, reaches: [6] };
/** Half of a stamp's ink is no greyer. */
const mostGreyInk = 0.55;
/** A page has no more stamps; of those beyond, the print below is read as it looks. */
const mostStamps = 12;

/** Stamps cover no more of a picture than this with their ink: more is its light, or what it shows. */
const mostInk = 0.25;
/** How much darker than about it what lies in a stamp may be, as a density: more is a patch of colour. */
const mostDarker = 0.25;

/** The stamps on a picture: rings, ovals and frames in red or blue, whole ones first. */
export function findStamps(raster: Raster, paper: Paper): Stamp[] {
	const most = mostInk * raster.width * raster.height;
	const inks = tintedPixels(raster, paper).filter(
		(tinted) => pixelsAt(tinted, looks[0]).length <= most,
	);
	const among = (tinted: TintedPixels, look: Look) =>
		stampsAmong(tinted, look, raster).filter(({ hull }) => liesOnPaper(hull, paper));
	const clear = inks.flatMap((tinted) => looks.flatMap((look) => among(tinted, look)));
	const wholes = clear.filter(({ isWhole }) => isWhole);
	const others = inks.map((tinted) => outside(tinted, wholes, raster));
	const further = others
		.filter(({ pixels }, i) => pixels.length < inks[i].pixels.length)
		.flatMap((tinted) => among(tinted, looks[0]));
	const faint = others
		.filter((tinted) => pixelsAt(tinted, faintLook).length <= most)
		.flatMap((tinted) => among(tinted, faintLook));
	const beyond = [...further, ...faint].filter(({ isWhole }) => isWhole);
	const stamps: Stamp[] = [];
	for (const stamp of [...clear, ...beyond].toSorted(
		(a, b) => Number(b.isWhole) - Number(a.isWhole),
	)) {
		if (stamps.length === mostStamps) break;
		if (!stamps.some((known) => isSame(known, stamp))) stamps.push(stamp);
	}
	return stamps;
}

/** The pixels in none of some stamps: what overlaps with these is seen as an outline of its own without them. */
function outside(
	tinted: TintedPixels,
	stamps: readonly Stamp[],
	{ width }: { width: number },
): TintedPixels {
	if (stamps.length === 0) return tinted;
	const { ink, pixels, greys, tints } = tinted;
	const hulls = stamps.map(({ hull }) => ({ hull, area: areaOf(hull) }));
	const isOutside = (pixel: number) => {
		const [x, y] = [pixel % width, Math.floor(pixel / width)];
		return !hulls.some(
			({ hull, area: { left, right, top, bottom } }) =>
				x >= left && x <= right && y >= top && y <= bottom && isInside(hull, { x, y }),
		);
	};
	const kept = [...pixels.keys()].filter((i) => isOutside(pixels[i]));
	const of = (values: readonly number[]) => kept.map((i) => values[i]);
	return { ink, pixels: of(pixels), greys: of(greys), tints: of(tints) };
}

function stampsAmong(
	tinted: TintedPixels,
	look: Look,
	size: { width: number; height: number },
): Stamp[] {
	const { ink, pixels, greys } = tinted;
	const seen = pixelsAt(tinted, look);
	const places = seen.map((i) => pixels[i]);
	return look.reaches
		.flatMap((reach) => outlinesOf(places, size, reach))
		.flatMap(({ hull, isClosed, members }) => {
			const grey = median(members.map((i) => greys[seen[i]])) ?? 0;
			if (grey > mostGreyInk) return [];
			return [{ ink, grey: grey / (1 - grey), isWhole: isClosed, hull }];
		});
}

/** The indexes of the pixels that a look takes in. */
const pixelsAt = ({ greys, tints }: TintedPixels, { mostGrey, leastTint }: Look): number[] =>
	[...greys.keys()].filter((i) => greys[i] <= mostGrey && tints[i] >= leastTint);

/** Whether a stamp holds most of another in its ink: they are one, found twice. */
const isSame = (known: Stamp, { ink, hull }: Stamp) => known.ink === ink && holds(known.hull, hull);

/** Whether the paper in a hull is no darker, in any channel, than the paper about it. */
function liesOnPaper(hull: readonly Point[], paper: Paper): boolean {
	const x = mean(hull.map((point) => point.x));
	const y = mean(hull.map((point) => point.y));
	const levelOf = (reach: number, channel: number) =>
		mean(
			hull.map((point) => {
				const block = levelsAt(paper, x + (point.x - x) * reach, y + (point.y - y) * reach);
				return paper.levels[block + channel];
			}),
		);
	return [0, 1, 2].every((channel) => levelOf(1.5, channel) - levelOf(0.5, channel) < mostDarker);
}

const holds = (one: readonly Point[], two: readonly Point[]) =>
	two.filter((point) => isInside(one, point)).length > two.length / 2;

/** Whether a point lies in a convex hull. */
export function isInside(hull: readonly Point[], { x, y }: Point): boolean {
	let sides = 0;
	for (let i = 0; i < hull.length; i++) {
		const from = hull[i];
		const to = hull[(i + 1) % hull.length];
		sides +=
			Math.sign((to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y)) < 0 ? -1 : 1;
	}
	return Math.abs(sides) === hull.length;
}
