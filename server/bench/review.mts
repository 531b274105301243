// node server/bench/review.mts [--samples DIR,...] [--variants clean,photo,harsh]
// How often the nodes' review checks (of dist/, so build first) ask for a look: reads pictures with a known truth as the
// own server does, and prints for each kind of document which share of the rows that are right asks for review, and
// which of those that are wrong. A row is wrong where any value in it is, its header's too, or where its document lacks a row.
import { parseArgs } from 'node:util';
import { columnOf, rowMissing, type Miss } from '../testing/accuracy/compare.mts';
import { readDocument } from '../src/worker/reading.mts';
import { documentsIn, ownSets } from './accuracy/documents.mts';
import { nodeItems } from './accuracy/node-items.mts';
import { Pages } from './accuracy/pages.mts';
import { scorePages } from './accuracy/score.mts';

const { values } = parseArgs({
	options: {
		samples: { type: 'string', default: ownSets },
		variants: { type: 'string', default: 'clean,photo,harsh' },
	},
});

const rowOf = ({ field }: Miss): number => Number(/^row (\d+) /u.exec(field)?.[1]);

/** The rows served that are wrong, counted from 0; undefined for all of them. */
function wrongRows(misses: readonly Miss[]): Set<number> | undefined {
	const isWhole = misses.some(({ field, got }) => field === columnOf(field) || got === rowMissing);
	return isWhole ? undefined : new Set(misses.map((miss) => rowOf(miss) - 1));
}

const counts = new Map<string, { asked: number; all: number }>();
function count(name: string, isAsked: boolean): void {
	const { asked, all } = counts.get(name) ?? { asked: 0, all: 0 };
	counts.set(name, { asked: asked + Number(isAsked), all: all + 1 });
}

const pages = await Pages.open('juhe-ocr-server', false);
for (const folder of values.samples.split(',')) {
	const documents = await documentsIn(folder, values.variants.split(','));
	const read = async (picture: Buffer) => await pages.read(picture);
	for (const { document, page, result } of await scorePages(documents, read)) {
		const wrong = wrongRows([...result.misses, ...result.invented]);
		const { kind } = document.truth;
		const items = nodeItems(await readDocument(kind, page), page, 'lineItems');
		items.forEach(({ needsReview }, i) =>
			count(`${!wrong || wrong.has(i) ? 'wrong' : 'right'} rows of ${kind}s`, needsReview),
		);
	}
}
await pages.close();
for (const [name, { asked, all }] of [...counts].sort()) {
	console.log(`${name}: ${asked} of ${all} ask for review (${((100 * asked) / all).toFixed(1)} %)`);
}
// A helping thread of the engine may still be loading its model.
process.exit();
