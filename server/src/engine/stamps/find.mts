import type { Raster } from '../../image/raster.mts';
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

/**
 * A form may be printed in an ink of the same hue, but hardly one as pure: what hangs together with it at the first
 * of these shares of grey may stand alone at the next.
 */
const purities = [0.55, 0.38, 0.24];
/** How far apart pieces of a ring lie that black print cuts, in pixels. */
const reaches = [3, 6];
/** A page has no more stamps; of those beyond, the print below is read as it looks. */
const mostStamps = 12;

/** Stamps cover no more of a picture than this with their ink: more is its light, or what it shows. */
const mostInk = 0.25;
/** How much darker than about it what lies in a stamp may be, as a density: more is a patch of colour. */
const mostDarker = 0.25;

/** The stamps on a picture: rings, ovals and frames in red or blue, whole ones first. */
export function findStamps(raster: Raster, paper: Paper): Stamp[] {
	const most = mostInk * raster.width * raster.height;
	const inks = tintedPixels(raster, paper).filter(({ pixels }) => pixels.length <= most);
	const found = inks.flatMap((tinted) =>
		purities.flatMap((purity) =>
			reaches.flatMap((reach) => stampsAmong(tinted, purity, reach, raster)),
		),
	);
	const stamps: Stamp[] = [];
	const onPaper = found.filter(({ hull }) => liesOnPaper(hull, paper));
	for (const stamp of onPaper.toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole))) {
		if (stamps.length === mostStamps) break;
		if (!stamps.some((known) => known.ink === stamp.ink && holds(known.hull, stamp.hull))) {
			stamps.push(stamp);
		}
	}
	return stamps;
}

function stampsAmong(
	{ ink, pixels, greys }: TintedPixels,
	purity: number,
	reach: number,
	size: { width: number; height: number },
): Stamp[] {
	const pure = [...pixels.keys()].filter((i) => greys[i] <= purity);
	const places = pure.map((i) => pixels[i]);
	return outlinesOf(places, size, reach).map(({ hull, isClosed, members }) => {
		const grey = median(members.map((i) => greys[pure[i]])) ?? 0;
		return { ink, grey: grey / (1 - grey), isWhole: isClosed, hull };
	});
}

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
