import { corners, placeIn, type TurnedRect } from '../../page/geometry.mts';
import type { Point, Quad } from '../../page/types.mts';
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
/** A box found on the page as it is holds one found without the stamps where so much of that lies in it. */
const heldShare = 0.6;
/** It holds that line and a stamp's writing beside it where it is so much higher, and the line so much of its length. */
const higher = 1.15;
const heldLength = 0.4;
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
		const places = placesIn(corners(box));
		return (
			places.filter((place) => some.some((hull) => isInside(hull, place))).length / places.length
		);
	};
	const wholes = stamps.filter(({ isWhole }) => isWhole).map(({ hull }) => hull);
	// Far from the stamps the model sees the page a little otherwise too: there the page as it is counts.
	const under = bare.filter((box) => isUnder(corners(box), stamps));
	const found = under.map(corners);
	const holdsFound = (box: TurnedRect) => {
		const quad = [corners(box)];
		return under.some(
			(one) =>
				box.height > higher * one.height &&
				one.width > heldLength * box.width &&
				shareIn(one, quad) >= heldShare,
		);
	};
	const others = plain.filter((box) => shareIn(box, found) < foundShare && !holdsFound(box));
	return [...under, ...others].map((box) => ({
		box,
		isUnder: isUnder(corners(box), stamps),
		isIn: shareIn(box, wholes) >= insideShare,
	}));
}

/** Whether stamps lie over a quad, at least in part. */
export const isUnder = (quad: Quad, stamps: readonly Stamp[]): boolean =>
	placesIn(quad).some((place) => stamps.some(({ hull }) => isInside(hull, place)));

/** Places spread evenly over a box. */
function placesIn(quad: Quad): Point[] {
	return Array.from({ length: along * across }, (_, i) =>
		placeIn(quad, ((i % along) + 0.5) / along, (Math.floor(i / along) + 0.5) / across),
	);
}
