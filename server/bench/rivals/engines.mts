import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOwnEngine } from './own-engine.mts';
import { createRapidOcr } from './rapid-ocr.mts';
import type { Rival } from './rival.mts';
import { createTesseractCommand } from './tesseract-command.mts';
import { createTesseractJs } from './tesseract-js.mts';

/** An engine with its models. */
interface Engine {
	label: string;
	/** Starts it, or says why it cannot be had. */
	create(): Promise<Rival | string>;
}

const shipped = 'shipped';
const installed = existsSync(join(import.meta.dirname, 'node_modules', 'tesseract.js'));

const rapidOcrWith = (models: readonly string[], threads?: number): Engine[] =>
	[undefined, ...models].map((folder) => ({
		label: `RapidOCR, ${folder ?? 'its defaults'}, ${threads ?? 'any'} threads`,
		create: () => createRapidOcr(folder, threads),
	}));

const makers: Readonly<Record<string, (models: readonly string[]) => Engine[]>> = {
	own: (models) =>
		models.map((folder) => ({
			label: `own, ${folder}`,
			create: () => createOwnEngine(folder === shipped ? undefined : folder),
		})),
	rapidocr: (models) => rapidOcrWith(models),
	'rapidocr-2-threads': (models) => rapidOcrWith(models, 2),
	'tesseract.js': () => [
		{
			label: 'tesseract.js',
			create: async () => (installed ? await createTesseractJs() : 'it is not installed'),
		},
	],
	tesseract: () => [
		{
			label: 'tesseract',
			create: async () =>
				(await createTesseractCommand()) ?? 'it is not installed with simplified Chinese (chi_sim)',
		},
	],
};

/** What can be compared. */
export const engineNames = Object.keys(makers);

/** The engines of some names, those that can take them with each of the models: `shipped` or a folder. */
export function enginesOf(names: readonly string[], models: readonly string[]): Engine[] {
	return names.flatMap((name) => {
		const make = makers[name];
		if (!make) throw new Error(`--engine takes ${engineNames.join(', ')}`);
		return make(models);
	});
}
