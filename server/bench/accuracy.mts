// node server/bench/accuracy.mts [--samples DIR] [--variants clean,photo,...] [--only ID,...]
//     [--min clean=97,photo=94] [--totals] [--fresh]
// Reads pictures with a known truth and prints what share of each group of fields is right, every miss
// and why the misses are missed. `--totals` prints nothing of any document: for a set that is only measured.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentsIn } from './accuracy/documents.mts';
import { Pages } from './accuracy/pages.mts';
import { missesOf, printCalibration, printCauses, printTotals } from './accuracy/print.mts';
import { scorePages, totalsOf, type Scored, type Share } from './accuracy/score.mts';

const { values } = parseArgs({
	options: {
		samples: { type: 'string', default: join(import.meta.dirname, '..', '..', 'samples') },
		variants: { type: 'string', default: 'clean,photo' },
		only: { type: 'string' },
		min: { type: 'string' },
		totals: { type: 'boolean', default: false },
		fresh: { type: 'boolean', default: false },
	},
});
const variants = values.variants.split(',');
const only = values.only?.split(',');

const documents = (await documentsIn(values.samples, variants)).filter(
	({ truth }) => !only || only.includes(truth.id),
);
const pages = await Pages.open(values.fresh);
const scored = await scorePages(documents, (picture) => pages.read(picture));
if (!values.totals) for (const line of missesOf(scored)) console.log(line);
printCauses(scored);
printCalibration(scored.map(({ result }) => result));
let isBelow = false;
for (const variant of variants) {
	const own = scored.filter(({ document }) => document.variant === variant);
	printTotals(variant, own);
	if (isBelowBar(variant, own)) isBelow = true;
}
// The engine's threads would keep the process alive.
process.exit(isBelow ? 1 : 0);

/** Whether a share lies below the bar that `--min clean=97,photo=94` sets for its variant. */
function isBelowBar(variant: string, own: readonly Scored[]): boolean {
	const bars = (values.min ?? '').split(',').map((bar) => bar.split('='));
	const bar = Number(bars.find(([name]) => name === variant)?.[1] ?? 0);
	const isBelowIt = ({ right, total }: Share) => (100 * right) / total < bar;
	const below = totalsOf(own).shares.filter(isBelowIt);
	for (const { group } of below) console.log(`below ${bar} %: ${group}, ${variant}`);
	return below.length > 0;
}
