// node server/bench/calibrate.mts --models DIR,... [--drawn DIR] [--variants clean,photo,harsh] [--every 4]
// Reads the pictures that drawn.mts has made of the layouts with the models of each folder and with those that are
// shipped, holds every character against what is printed, and writes to server/src/engine/calibration.json what the
// confidences of the folder's recognition model are worth: the confidence of the shipped one with which as many
// characters are wrong. Of the documents every fourth is enough.
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawnPages } from './misread/drawn-pages.mts';
import { emptyTally, tallyPage, type Tally } from './misread/tally.mts';
import { OcrEngine } from '../src/engine/engine.mts';
import { curveBetween } from '../testing/engine/curve.mts';

const { values } = parseArgs({
	options: {
		models: { type: 'string' },
		drawn: { type: 'string', default: join(tmpdir(), 'juhe-drawn') },
		variants: { type: 'string', default: 'clean,photo,harsh' },
		every: { type: 'string', default: '4' },
	},
});
if (!values.models) throw new Error('--models DIR,... is needed');
const file = join(import.meta.dirname, '..', 'src', 'engine', 'calibration.json');

const usual = (await tallyOf(undefined)).confidences;
const curves = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
for (const folder of values.models.split(',')) {
	const { name, confidences } = await tallyOf(folder);
	curves[name] = curveBetween(confidences, usual);
}
writeFileSync(file, `${JSON.stringify(curves, null, '\t')}\n`);
// A helping thread of an engine may still be loading its model.
process.exit();

/** How surely right and wrong characters are read, with confidences as the model gives them. */
async function tallyOf(
	folder: string | undefined,
): Promise<{ name: string; confidences: Tally['confidences'] }> {
	const engine = await OcrEngine.create(folder, {});
	const { name } = engine.models.find(({ part }) => part === 'recognition')!;
	const tally = emptyTally();
	const pages = drawnPages(values.drawn, values.variants.split(','), Number(values.every));
	for (const { printed, picture } of pages) tallyPage(tally, printed, await engine.read(picture()));
	const { right, wrong } = tally.confidences;
	console.log(`${name}: ${right.length} characters right, ${wrong.length} wrong`);
	return { name, confidences: tally.confidences };
}
