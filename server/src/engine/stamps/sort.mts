import { corners, type TurnedRect } from '../../page/geometry.mts';
import type { Point } from '../../page/types.mts';
import { isInside, type Stamp } from './find.mts';

/** A box of text on a page with stamps. */
export interface SortedBox {
	box: TurnedRect;
	/** A stamp lies over it, at least in part. */
	isUnder: boolean;
	/** It lies in a stamp: it may be the stamp's own. */
	isIn: boolean;
}

/** Where a box is looked at: so many places along it and across. */
const along = 16;
const across = 4;
/** What is found on the page as it is has been found without the stamps too where so much of it is in boxes. */
const foundShare = 0.5;
/** A box lies in a stamp where so much of it does. */
const insideShare = 0.6;

/**
 * The boxes on a page with stamps: under these what is found without their ink, and all else that is found with it.
 * @param plain the boxes found on the page as it is
 * @param bare the boxes found on it without the ink of its stamps
 */
export function sortBoxes(
	plain: readonly TurnedRect[],
	bare: readonly TurnedRect[],
	stamps: readonly Stamp[],
): SortedBox[] {
	const shareIn = (box: TurnedRect, some: ReadonlyArray<readonly Point[]>) => {
		const places = placesIn(box);
		return (
			places.filter((place) => some.some((hull) => isInside(hull, place))).length / places.length
		);
	};
	const hulls = stamps.map(({ hull }) => hull);
	const wholes = stamps.filter(({ isWhole }) => isWhole).map(({ hull }) => hull);
	const isUnder = (box: TurnedRect) => shareIn(box, hulls) > 0;
	// Far from the stamps the model sees the page a little otherwise too: there the page as it is counts.
	const under = bare.filter(isUnder);
	const found = under.map(corners);
	const others = plain.filter((box) => shareIn(box, found) < foundShare);
	return [...under, ...others].map((box) => ({
		box,
		isUnder: isUnder(box),
		isIn: shareIn(box, wholes) >= insideShare,
	}));
}

/** Places spread evenly over a box. */
function placesIn(box: TurnedRect): Point[] {
	const [topLeft, topRight, , bottomLeft] = corners(box);
	return Array.from({ length: along * across }, (_, i) => {
		const u = ((i % along) + 0.5) / along;
		const v = (Math.floor(i / along) + 0.5) / across;
		return {
			x: topLeft.x + (topRight.x - topLeft.x) * u + (bottomLeft.x - topLeft.x) * v,
			y: topLeft.y + (topRight.y - topLeft.y) * u + (bottomLeft.y - topLeft.y) * v,
		};
	});
}
