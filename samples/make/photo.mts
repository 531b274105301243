import type { Page } from 'playwright-core';
import type { PhotoSettings } from './photo-settings.mts';
import { randomFrom } from './random.mts';
import { takePhoto } from './camera.mts';
import { homography, warp } from './warp.mts';

/** Photographs a picture (its data URL) inside a browser page; returns the JPEG's bytes. */
export async function photograph(
	page: Page,
	picture: string,
	settings: PhotoSettings,
): Promise<Buffer> {
	await page.setContent('<!doctype html>');
	// The camera runs in the page, which knows none of our modules: it gets the functions' source.
	const content = [randomFrom, homography, warp, takePhoto].map(String).join('\n');
	await page.addScriptTag({ content });
	const dataUrl = await page.evaluate(([source, plan]) => takePhoto(source, plan), [
		picture,
		settings,
	] as const);
	return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}
