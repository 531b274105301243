// node server/bench/accuracy.mts [--samples DIR,...] [--variants clean,photo,...] [--only ID,...]
//     [--engines juhe-ocr-server,tesseract.js] [--models shipped,DIR,...] [--min clean=97,photo=94] [--totals] [--fresh]
// Reads pictures with a known truth, takes the fields with the server's rules and prints for each set every miss,
// why the misses are missed, the calibration of the confidence, and what share of each field is right, beside
// tesseract.js put through the same rules. `--totals` prints nothing of any document: for a set that is only measured.
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Result } from '../testing/accuracy/compare.mts';
import { documentsIn, ownSets } from './accuracy/documents.mts';
import { engineNames, Pages, type EngineName } from './accuracy/pages.mts';
import { missesOf, printCalibration, printCauses } from './accuracy/print.mts';
import { scorePages, totalsOf, type Scored, type Share } from './accuracy/score.mts';
import { printTable } from './accuracy/table.mts';

/** The models that the server comes with. */
const shipped = 'shipped';

/** An engine with its models. */
interface Reader {
	label: string;
	engine: EngineName;
	models?: string;
}

const { values } = parseArgs({
	options: {
		samples: { type: 'string', default: ownSets },
		variants: { type: 'string', default: 'clean,photo,harsh' },
		only: { type: 'string' },
		engines: { type: 'string', default: engineNames.join() },
		models: { type: 'string', default: shipped },
		min: { type: 'string' },
		totals: { type: 'boolean', default: false },
		fresh: { type: 'boolean', default: false },
	},
});
const variants = values.variants.split(',');
const only = values.only?.split(',');
const readers = values.engines.split(',').map(engineCalled).flatMap(readersOf);
const bars = new Map(
	(values.min?.split(',') ?? []).map((bar) => {
		const [variant, percent] = bar.split('=');
		return [variant, Number(percent)];
	}),
);

let isBelow = false;
for (const folder of values.samples.split(',')) {
	const scored = new Map<string, Scored[]>();
	for (const reader of readers) scored.set(reader.label, await score(reader, folder));
	if (report(scored.get(readers[0].label) ?? [])) isBelow = true;
	printTable(relative('.', folder), variants, scored);
}
if (isBelow) process.exitCode = 1;

function engineCalled(name: string): EngineName {
	const engine = engineNames.find((one) => one === name);
	if (!engine) throw new Error(`--engines takes ${engineNames.join(', ')}`);
	return engine;
}

/** The server's engine once with each of the models. */
function readersOf(engine: EngineName): Reader[] {
	if (engine !== 'juhe-ocr-server') return [{ label: engine, engine }];
	return values.models
		.split(',')
		.map((models) =>
			models === shipped
				? { label: engine, engine }
				: { label: `${engine}, ${basename(models)}`, engine, models: resolve(models) },
		);
}

async function score({ label, engine, models }: Reader, folder: string): Promise<Scored[]> {
	const all = await documentsIn(folder, variants);
	const documents = only ? all.filter(({ truth }) => only.includes(truth.id)) : all;
	const pages = await Pages.open(engine, values.fresh, models);
	let read = 0;
	const scored = await scorePages(documents, async (picture) => {
		if (++read % 25 === 0) console.error(`${label}: ${read} of ${documents.length} pictures`);
		return await pages.read(picture);
	});
	await pages.close();
	return scored;
}

/** Prints how an engine did on a set, and returns whether a share lies below its variant's bar. */
function report(scored: readonly Scored[]): boolean {
	if (!values.totals) for (const line of missesOf(scored)) console.log(line);
	printCauses(scored);
	printCalibration(scored.map(({ result }) => result));
	const below = variants.flatMap((variant) =>
		belowBar(
			variant,
			scored.filter(({ document }) => document.variant === variant).map(({ result }) => result),
		),
	);
	for (const line of below) console.log(line);
	return below.length > 0;
}

/** The groups whose share lies below the bar that `--min clean=97,photo=94` sets for their variant. */
function belowBar(variant: string, results: readonly Result[]): string[] {
	const bar = bars.get(variant) ?? 0;
	const isBelowIt = ({ right, total }: Share) => (100 * right) / total < bar;
	return totalsOf(results)
		.shares.filter(isBelowIt)
		.map(({ group }) => `below ${bar} %: ${group}, ${variant}`);
}
