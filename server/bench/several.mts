// node server/bench/several.mts [--samples DIR] [--min 99] [ID...]
// Reads files of several documents with all their pages and holds what is found against their truth: every document
// that is missing or too many, every miss, and what share of the fields is right. With `--min` it fails where a
// document is missing or too many, or where a smaller share of the fields is right.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFile, type SeveralTruth } from './accuracy/several.mts';
import { percent } from './accuracy/print.mts';
import { PageReader } from '../src/worker/page-reader.mts';
import { SourceReader } from '../src/worker/source-reader.mts';

const { values, positionals } = parseArgs({
	options: {
		samples: {
			type: 'string',
			default: join(import.meta.dirname, '..', '..', 'samples', 'several'),
		},
		min: { type: 'string' },
	},
	allowPositionals: true,
});
const names = (await readdir(values.samples)).filter((name) => name.endsWith('.json')).sort();
const files = await readdir(values.samples);
const reader = new SourceReader(await PageReader.create());
let [documents, found, tooMany, fields, right] = [0, 0, 0, 0, 0];
for (const name of names) {
	const truth = JSON.parse(await readFile(join(values.samples, name), 'utf8')) as SeveralTruth;
	if (positionals.length > 0 && !positionals.includes(truth.id)) continue;
	const file = files.find((one) => one.startsWith(`${truth.id}.`) && one !== name) ?? '';
	const compared = await compareFile(reader, await readFile(join(values.samples, file)), truth);
	for (const line of compared.lines) console.log(`${truth.id}: ${line}`);
	documents += truth.documents.length;
	found += compared.found;
	tooMany += compared.tooMany;
	fields += compared.fields;
	right += compared.right;
}
console.log(
	`documents found ${percent(found, documents)}  ${found} of ${documents}, ${tooMany} too many`,
);
console.log(`fields          ${percent(right, fields)}  ${right} of ${fields}`);
const least = Number(values.min ?? 0);
const isBelow = found < documents || tooMany > 0 || 100 * right < least * fields;
process.exit(values.min !== undefined && isBelow ? 1 : 0);
