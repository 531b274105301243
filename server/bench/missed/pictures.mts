import type { Page } from 'playwright-core';
import { pageHtml } from '../../../samples/make/html.mts';
import { photograph } from '../../../samples/make/photo.mts';
import { photoSettings } from '../../../samples/make/photo-settings.mts';
import { seedOf } from '../../../samples/make/random.mts';
import { homography } from '../../../samples/make/warp.mts';
import type { Point } from '../../src/page/types.mts';
import type { Sheet } from './sheets.mts';

const cleanQuality = 82;

/** How a sheet is pictured: it stays flat, so that it is known where each text is. */
const settingsOf = ({ id, width, height }: Sheet) => ({
	...photoSettings(seedOf(`${id} photo`), width, height, { longestSide: 1600 }),
	bend: 0,
});

/** Draws a sheet. */
export const makers: Record<string, (page: Page, sheet: Sheet) => Promise<Buffer>> = {
	clean: async (page, sheet) => {
		await page.setContent(pageHtml(sheet.width, '', sheet.svg));
		return await page.locator('.paper').screenshot({ type: 'jpeg', quality: cleanQuality });
	},
	photo: async (page, sheet) => {
		await page.setContent(pageHtml(sheet.width, '', sheet.svg));
		const png = await page.locator('.paper').screenshot();
		const url = `data:image/png;base64,${png.toString('base64')}`;
		return await photograph(page, url, settingsOf(sheet));
	},
};

/** From a place on a variant of a sheet's picture to that on the sheet. */
export function toSheet(sheet: Sheet, variant: string): (place: Point) => Point {
	if (variant === 'clean') return (place) => place;
	const toUnit = homography(settingsOf(sheet).corners);
	return ({ x, y }) => {
		const [u, v] = toUnit(x, y);
		return { x: u * sheet.width, y: v * sheet.height };
	};
}
