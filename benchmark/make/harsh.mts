import type { Page } from 'playwright-core';
import { randomFrom, seedOf } from '../../samples/make/random.mts';

/** How a harsh picture is spoilt. */
export interface HarshSettings {
	seed: number;
	/** Clockwise quarter turns of the page. */
	turns: number;
	/** What is left of the contrast, and the grey that black becomes. */
	contrast: number;
	black: number;
	/** Deviation of the sensor noise in grey levels. */
	noise: number;
	longestSide: number;
	/** JPEG quality from 0 to 1. */
	quality: number;
}

/** Chooses, from its id alone, how a document is spoilt; about half of them are turned. */
export function harshSettings(id: string): HarshSettings {
	const seed = seedOf(`${id} low contrast`);
	const random = randomFrom(seed);
	const turned = random() < 0.5;
	return {
		seed,
		turns: turned ? 1 + Math.floor(random() * 3) : 0,
		contrast: 0.3 + random() * 0.1,
		black: 88 + random() * 26,
		noise: 1.5 + random() * 1.5,
		longestSide: 1700,
		quality: 0.4,
	};
}

/** Runs in a browser page, where `randomFrom` is present as a global; takes and returns data URLs. */
async function spoil(picture: string, settings: HarshSettings): Promise<string> {
	const { turns, contrast, black, noise } = settings;
	const random = randomFrom(settings.seed * 104729);
	const image = new Image();
	image.src = picture;
	await image.decode();
	const scale = Math.min(1, settings.longestSide / Math.max(image.width, image.height));
	const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = turns % 2 === 0 ? [width, height] : [height, width];
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('this browser has no canvas');
	context.imageSmoothingQuality = 'high';
	context.translate(canvas.width / 2, canvas.height / 2);
	context.rotate((turns * Math.PI) / 2);
	context.drawImage(image, -width / 2, -height / 2, width, height);
	const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
	for (let at = 0; at < pixels.data.length; at += 4) {
		// Three uniform numbers add up to nearly a Gaussian of standard deviation 0.5.
		const grain = (random() + random() + random() - 1.5) * 2 * noise;
		for (let channel = 0; channel < 3; channel++) {
			pixels.data[at + channel] = black + pixels.data[at + channel] * contrast + grain;
		}
	}
	context.putImageData(pixels, 0, 0);
	return canvas.toDataURL('image/jpeg', settings.quality);
}

/** Makes the harsh version of a picture (its data URL) inside a browser page; returns the JPEG's bytes. */
export async function harshPicture(
	page: Page,
	picture: string,
	settings: HarshSettings,
): Promise<Buffer> {
	await page.setContent('<!doctype html>');
	// The page knows none of our modules: it gets the functions' source.
	await page.addScriptTag({ content: [randomFrom, spoil].map(String).join('\n') });
	const dataUrl = await page.evaluate(([source, plan]) => spoil(source, plan), [
		picture,
		settings,
	] as const);
	return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}
