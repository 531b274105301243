// node server/bench/accuracy-layouts.mts [--only WORDS] [FILE...]
// Reads the layouts of server/testing/documents/slips as pages, straight, as photos lie, and misread as the engine
// misreads its pictures, and prints every miss and what share of each group of fields is right; --only those whose name
// has the words.
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareInvoice, compareReceipt, type Result } from '../testing/accuracy/compare.mts';
import { percent, printCalibration } from './accuracy/print.mts';
import { totalsOf } from './accuracy/score.mts';
import { readInvoice } from '../src/documents/invoice.mts';
import { readReceipt } from '../src/documents/receipt.mts';
import { fixtureFiles, type Fixture } from '../testing/documents/fixtures.mts';
import { misread, straight, tilted, turned, type Look } from './looks.mts';

const looks: Record<string, Look> = { straight, tilted, turned, misread };

const { values, positionals } = parseArgs({
	options: { only: { type: 'string', default: '' } },
	allowPositionals: true,
});
const files = positionals.map((file) => basename(file));
const fixtures = fixtureFiles(join(import.meta.dirname, '..', 'testing', 'documents', 'slips'))
	.filter(({ name }) => files.length === 0 || files.includes(name))
	.flatMap((file) => file.fixtures)
	.filter(({ truth }) => truth.id.includes(values.only));
if (fixtures.length === 0) throw new Error(`No layout is called "${values.only}"`);
for (const [name, look] of Object.entries(looks)) print(name, fixtures, look);

function read(fixture: Fixture, look: Look): Result {
	const page = look(fixture);
	const { truth } = fixture;
	return truth.kind === 'receipt'
		? compareReceipt(truth, readReceipt(page))
		: compareInvoice(truth, readInvoice(page));
}

function print(name: string, all: readonly Fixture[], look: Look): void {
	const results = all.map((fixture) => ({ id: fixture.truth.id, ...read(fixture, look) }));
	for (const { id, misses, invented } of results) {
		for (const { field, expected, got } of misses)
			console.log(`miss      ${name} ${id}: ${field}: expected "${expected}", got "${got}"`);
		for (const { field, got } of invented)
			console.log(`invented  ${name} ${id}: ${field}: got "${got}"`);
	}
	console.log(`\n${name}: ${all.length} documents`);
	const { shares, invented } = totalsOf(results);
	for (const { group, right, total } of shares) {
		const wrong = results
			.flatMap(({ misses }) => misses)
			.filter((miss) => miss.group === group && miss.got !== '').length;
		console.log(
			`  ${group.padEnd(20)} ${percent(right, total)}  ${right} of ${total}, ${wrong} wrong`,
		);
	}
	console.log(`  invented             ${invented}\n`);
	printCalibration(results);
}
