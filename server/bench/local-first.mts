// node server/bench/local-first.mts [--samples DIR,...] [--variants clean,photo,harsh]
// What workflows/local-first.json saves: reads pictures with a known truth as the own server does, asks the nodes'
// review checks (of dist/, so build first) whether the document would be sent to Juhe Cloud, and prints for each set and
// variant what share of the pictures would be paid for, how many values are wrong in those that would not, and for how
// many of the documents that are all right, and of those that are not, a person would be asked to look.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '../src/page/types.mts';
import type { Reading } from '../src/worker/messages.mts';
import { isEmpty, readDocument } from '../src/worker/reading.mts';
import { documentsIn } from './accuracy/documents.mts';
import { nodeItems } from './accuracy/node-items.mts';
import { Pages } from './accuracy/pages.mts';
import { scorePages } from './accuracy/score.mts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
	options: {
		samples: { type: 'string', default: join(root, 'benchmark', 'measured') },
		variants: { type: 'string', default: 'clean,photo,harsh' },
	},
});

/** Whether the workflow would send a document on: nothing was read, or the checks ask for a look. */
const isDoubted = (reading: Reading, page: Page): boolean =>
	isEmpty(reading) || nodeItems(reading, page, reading.document)[0].needsReview;

const pages = await Pages.open('juhe-ocr-server', false);
for (const folder of values.samples.split(',')) {
	for (const variant of values.variants.split(',')) {
		const documents = await documentsIn(folder, [variant]);
		if (documents.length === 0) continue;
		const count = { values: 0, wrong: 0, left: 0 };
		const asked = { right: 0, wrong: 0 };
		const all = { right: 0, wrong: 0 };
		const read = async (picture: Buffer) => await pages.read(picture);
		for (const { document, page, result } of await scorePages(documents, read)) {
			const doubted = isDoubted(await readDocument(document.truth.kind, page), page);
			const wrong = result.misses.length + result.invented.length;
			const kind = wrong > 0 ? 'wrong' : 'right';
			all[kind]++;
			asked[kind] += doubted ? 1 : 0;
			count.values += result.counted.length;
			count.wrong += wrong;
			count.left += doubted ? 0 : wrong;
		}
		const paid = asked.right + asked.wrong;
		const share = ((100 * paid) / documents.length).toFixed(0);
		console.log(
			`${relative('.', folder)}, ${variant}: ${paid} of ${documents.length} pictures paid for (${share} %), ` +
				`${count.wrong} of ${count.values} values wrong, ${count.left} of them left in ${all.wrong - asked.wrong} documents that were not; ` +
				`asked for ${asked.right} of ${all.right} right documents and ${asked.wrong} of ${all.wrong} wrong ones`,
		);
	}
}
await pages.close();
// A helping thread of the engine may still be loading its model.
process.exit();
