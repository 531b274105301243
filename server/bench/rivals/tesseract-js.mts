import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import type { Word } from './pages.mts';
import { pageOf } from './pages.mts';
import type { Rival } from './rival.mts';
import { usageOf } from './usage.mts';

/** What of tesseract.js 7 is used; the package is a private one of the benchmark. */
interface Box {
	text: string;
	confidence: number;
	bbox: { x0: number; y0: number; x1: number; y1: number };
}
interface Result {
	data: {
		blocks: Array<{ paragraphs: Array<{ lines: Array<{ words: Box[] }> }> }> | null;
	};
}
interface Tesseract {
	createWorker(language: string, engine: number, options: object): Promise<Worker>;
}
interface Worker {
	recognize(picture: Buffer, options: object, output: object): Promise<Result>;
	terminate(): Promise<unknown>;
}

const lstmOnly = 1;

const toWord = ({ text, confidence, bbox }: Box): Word => ({
	text,
	confidence,
	left: bbox.x0,
	top: bbox.y0,
	right: bbox.x1,
	bottom: bbox.y1,
});

/** tesseract.js with simplified Chinese, its own defaults, the data from its npm package. */
export async function createTesseractJs(): Promise<Rival> {
	const load = createRequire(path.join(import.meta.dirname, 'package.json'));
	const { createWorker } = load('tesseract.js') as Tesseract;
	const { version } = load('tesseract.js/package.json') as { version: string };
	const data = path.dirname(load.resolve('@tesseract.js-data/chi_sim/package.json'));
	const worker = await createWorker('chi_sim', lstmOnly, {
		langPath: path.join(data, '4.0.0_best_int'),
		cacheMethod: 'none',
		gzip: true,
	});
	return {
		name: `tesseract.js ${version}`,
		read: async (picture) => {
			const { width, height } = await sharp(picture).metadata();
			const { data: result } = await worker.recognize(picture, {}, { text: false, blocks: true });
			const lines = (result.blocks ?? []).flatMap(({ paragraphs }) =>
				paragraphs.flatMap((paragraph) => paragraph.lines.map(({ words }) => words.map(toWord))),
			);
			return pageOf(width, height, lines);
		},
		usage: () => usageOf('self'),
		close: async () => {
			await worker.terminate();
		},
	};
}
