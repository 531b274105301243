// node server/bench/accuracy.mts [--samples DIR,...] [--variants clean,photo,...] [--only ID,...]
//     [--engines juhe-ocr-server,tesseract.js] [--min clean=97,photo=94] [--totals] [--fresh]
// Reads pictures with a known truth, takes the fields with the server's rules and prints for each set every miss,
// why the misses are missed, the calibration of the confidence, and what share of each field is right, beside
// tesseract.js put through the same rules. `--totals` prints nothing of any document: for a set that is only measured.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Result } from '../testing/accuracy/compare.mts';
import { documentsIn } from './accuracy/documents.mts';
import { engineNames, Pages, type EngineName } from './accuracy/pages.mts';
import { missesOf, printCalibration, printCauses } from './accuracy/print.mts';
import { scorePages, totalsOf, type Scored, type Share } from './accuracy/score.mts';
import { printTable } from './accuracy/table.mts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
	options: {
		samples: {
			type: 'string',
			default: [join(root, 'samples'), join(root, 'benchmark', 'measured')].join(),
		},
		variants: { type: 'string', default: 'clean,photo,harsh' },
		only: { type: 'string' },
		engines: { type: 'string', default: engineNames.join() },
		min: { type: 'string' },
		totals: { type: 'boolean', default: false },
		fresh: { type: 'boolean', default: false },
	},
});
const variants = values.variants.split(',');
const only = values.only?.split(',');
const engines = values.engines.split(',').map(engineCalled);
const bars = new Map(
	(values.min?.split(',') ?? []).map((bar) => {
		const [variant, percent] = bar.split('=');
		return [variant, Number(percent)];
	}),
);

let isBelow = false;
for (const folder of values.samples.split(',')) {
	const scored = new Map<EngineName, Scored[]>();
	for (const name of engines) scored.set(name, await score(name, folder));
	if (report(scored.get(engines[0]) ?? [])) isBelow = true;
	printTable(relative('.', folder), variants, scored);
}
if (isBelow) process.exitCode = 1;

function engineCalled(name: string): EngineName {
	const engine = engineNames.find((one) => one === name);
	if (!engine) throw new Error(`--engines takes ${engineNames.join(', ')}`);
	return engine;
}

async function score(name: EngineName, folder: string): Promise<Scored[]> {
	const all = await documentsIn(folder, variants);
	const documents = only ? all.filter(({ truth }) => only.includes(truth.id)) : all;
	const pages = await Pages.open(name, values.fresh);
	let read = 0;
	const scored = await scorePages(documents, async (picture) => {
		if (++read % 25 === 0) console.error(`${name}: ${read} of ${documents.length} pictures`);
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
