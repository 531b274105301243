// node server/bench/cuts.mts [--layouts]
// Looks whether a page of one document is cut: the layouts of server/testing/documents/slips, straight, tilted and
// misread, and every picture of samples/ and benchmark/measured (not with `--layouts`). Prints each that is, and fails
// where there is one.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cutPage } from '../src/documents/cut/cut.mts';
import type { Page } from '../src/page/types.mts';
import { factsOf } from '../src/worker/facts.mts';
import { readDocument } from '../src/worker/reading.mts';
import type { Truth } from '../testing/accuracy/compare.mts';
import { fixtureFiles } from '../testing/documents/fixtures.mts';
import { misread, straight, tilted } from './looks.mts';
import { documentsIn } from './accuracy/documents.mts';
import { Pages } from './accuracy/pages.mts';
import { readFile } from 'node:fs/promises';

const { values } = parseArgs({ options: { layouts: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '..', '..');
const testing = join(root, 'server', 'testing', 'documents');
const views = { straight, tilted, misread };

let [pages, cut] = [0, 0];
for (const fixture of fixtureFiles(join(testing, 'slips')).flatMap((file) => file.fixtures)) {
	for (const [name, look] of Object.entries(views)) await check(fixture.truth, name, look(fixture));
}
if (!values.layouts) {
	const engine = await Pages.open('juhe-ocr-server', false);
	for (const folder of ['samples', join('benchmark', 'measured')]) {
		for (const { truth, variant, file } of await documentsIn(join(root, folder), [
			'clean',
			'photo',
			'harsh',
		])) {
			await check(truth, variant, await engine.read(await readFile(file)));
		}
	}
	await engine.close();
}
console.log(`${cut} of ${pages} pages of one document are cut`);
process.exit(cut > 0 ? 1 : 0);

async function check({ id, kind }: Truth, look: string, page: Page): Promise<void> {
	const reader = { read: (part: Page) => readDocument(kind, part), factsOf };
	const parts = await cutPage(page, reader);
	pages++;
	if (parts.length === 1) return;
	cut++;
	console.log(`${look} ${id} is cut into ${parts.length}`);
	for (const { read } of parts) console.log(`  ${JSON.stringify(factsOf(read))}`);
}
