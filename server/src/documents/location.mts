import { areaOf } from '../page/geometry.mts';
import type { Area, Page, Point, Sheet } from '../page/types.mts';

/** Where a value stands in the file as it was sent. */
export interface Location {
	/** Counts from 1. */
	page: number;
	/** In thousandths of the page's width and height: left, top, right, bottom. */
	box: [left: number, top: number, right: number, bottom: number];
}

/** From shares of the upright page's sides to those of the page as it was sent, by how it was turned clockwise. */
const turnedBack: Readonly<Record<NonNullable<Page['turned']> | 0, (point: Point) => Point>> = {
	0: (point) => point,
	90: ({ x, y }) => ({ x: y, y: 1 - x }),
	180: ({ x, y }) => ({ x: 1 - x, y: 1 - y }),
	270: ({ x, y }) => ({ x: 1 - y, y: x }),
};

const thousandths = (share: number, round: (value: number) => number): number =>
	Math.min(1000, Math.max(0, round(1000 * share)));

/** The place that some areas of a page take up together; null of none. */
export const locationOf = (page: Page, areas: readonly Area[]): Location | null =>
	areas.length === 0 ? null : placeOf(page, areas);

/**
 * The same of one area or more. On a page that was put together from several, those count that are on the page of the
 * first.
 */
export function placeOf(page: Page, areas: readonly Area[]): Location {
	const sheet = page.sheets && sheetAt(page.sheets, areas[0]);
	if (!sheet) return onPage(page, areas);
	const own = areas.filter((area) => sheetAt(page.sheets ?? [], area) === sheet);
	return onPage(sheet.page, own.map(backTo(sheet)));
}

/** The sheet on which the middle of an area lies. */
const sheetAt = (sheets: readonly Sheet[], { top, bottom }: Area): Sheet =>
	sheets.findLast((sheet) => sheet.top <= (top + bottom) / 2) ?? sheets[0];

const backTo =
	({ scale, shift }: Sheet) =>
	({ left, top, right, bottom }: Area): Area => ({
		left: left / scale,
		top: (top - shift) / scale,
		right: right / scale,
		bottom: (bottom - shift) / scale,
	});

function onPage(page: Sheet['page'], areas: readonly Area[]): Location {
	const corners = areas.flatMap(({ left, top, right, bottom }) => [
		{ x: left / page.width, y: top / page.height },
		{ x: right / page.width, y: bottom / page.height },
	]);
	const { left, top, right, bottom } = areaOf(corners.map(turnedBack[page.turned ?? 0]));
	return {
		page: page.number ?? 1,
		box: [
			thousandths(left, Math.floor),
			thousandths(top, Math.floor),
			thousandths(right, Math.ceil),
			thousandths(bottom, Math.ceil),
		],
	};
}
