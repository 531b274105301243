// node server/bench/drawn.mts [--out DIR] [--most 60] [--variants clean,photo,...] [FILE...]
// Draws the documents of server/testing/documents/slips as pictures in several fonts, clean, photographed and
// harsh, with their truth, as `accuracy.mts --samples DIR` takes them. Pictures that are there already are
// not drawn again unless their document has changed; `--most` bounds the documents drawn in one run.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../../scripts/chromium.mts';
import { fixtureFiles, type FixtureFile } from '../testing/documents/fixtures.mts';
import type { Truth } from '../testing/accuracy/compare.mts';
import { draw, type Drawing } from './drawn/layout.mts';
import { makePictures, makers } from './drawn/pictures.mts';
import { printOf, type Print } from './drawn/prints.mts';

const { values, positionals } = parseArgs({
	options: {
		out: { type: 'string', default: join(tmpdir(), 'juhe-drawn') },
		most: { type: 'string', default: '60' },
		variants: { type: 'string', default: Object.keys(makers).join(',') },
	},
	allowPositionals: true,
});

/** A document to draw, and a hash of all that its pictures show. */
interface Work {
	truth: Truth;
	drawing: Drawing;
	print: Print;
	hash: string;
}

const folder = join(import.meta.dirname, '..', 'testing', 'documents', 'slips');
const wanted = positionals.map((file) => basename(file));
const works = fixtureFiles(folder)
	.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
	.flatMap(worksOf);
const hashFile = join(values.out, 'drawn.json');
for (const name of ['receipts', 'invoices', 'truth']) {
	await mkdir(join(values.out, name), { recursive: true });
}
for (const { truth } of works) {
	await writeFile(join(values.out, 'truth', `${truth.id}.json`), JSON.stringify(truth, null, '\t'));
}
/** By picture. */
const hashes = existsSync(hashFile)
	? (JSON.parse(await readFile(hashFile, 'utf8')) as Record<string, string>)
	: {};
const due = works
	.map((work) => ({
		...work,
		variants: values.variants
			.split(',')
			.filter((one) => hashes[`${work.truth.id}.${one}`] !== work.hash),
	}))
	.filter(({ variants }) => variants.length > 0);
await drawAll(due.slice(0, Number(values.most)));
console.log(
	`${works.length} documents, ${Math.max(0, due.length - Number(values.most))} still to draw`,
);

/** The documents of a fixture file; they are numbered, because their names are no file names. */
function worksOf({ name, fixtures }: FixtureFile): Work[] {
	const file = basename(name, '.txt');
	return fixtures.map(({ text, truth }, i) => {
		const id = `${file}-${String(i + 1).padStart(2, '0')}`;
		const print = printOf({ ...truth, id });
		const drawing = draw(text, print);
		const hash = createHash('sha256')
			.update(JSON.stringify([drawing, print]))
			.digest('hex');
		return { truth: { ...truth, id }, drawing, print, hash };
	});
}

async function drawAll(some: ReadonlyArray<Work & { variants: string[] }>): Promise<void> {
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
		for (const { truth, drawing, print, hash, variants } of some) {
			const { id, kind } = truth;
			const pictures = await makePictures(page, id, drawing, print, variants);
			for (const [variant, bytes] of pictures) {
				const ending = variant === 'clean' ? 'jpg' : `${variant}.jpg`;
				await writeFile(join(values.out, `${kind}s`, `${id}.${ending}`), bytes);
				hashes[`${id}.${variant}`] = hash;
			}
			await writeFile(hashFile, JSON.stringify(hashes));
		}
	} finally {
		await browser.close();
	}
}
