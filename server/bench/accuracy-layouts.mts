// node server/bench/accuracy-layouts.mts [FILE...]
// Reads the layouts of server/test/documents-slips as pages without recognition errors, straight and
// as photos lie, and prints every miss and what share of each group of fields is right.
import { basename, join } from 'node:path';
import { compareInvoice, compareReceipt, type Result } from './accuracy/compare.mts';
import { percent, printCalibration } from './accuracy/print.mts';
import { totalsOf } from './accuracy/score.mts';
import { readInvoice } from '../src/documents/invoice.mts';
import { readReceipt } from '../src/documents/receipt.mts';
import { fixtureFiles, type Fixture } from '../test/documents-fixtures.mts';
import { pageOf, type View } from '../test/documents-page.mts';

const folder = join(import.meta.dirname, '..', 'test', 'documents-slips');
const views: Record<string, View> = {
	straight: {},
	tilted: { tilt: 2.5, perspective: [0.06, 0.05], losesBlanks: true },
	turned: { tilt: -2, perspective: [-0.05, 0.08] },
};

const files = process.argv.slice(2).map((file) => basename(file));
const fixtures = fixtureFiles(folder)
	.filter(({ name }) => files.length === 0 || files.includes(name))
	.flatMap((file) => file.fixtures);
for (const [name, view] of Object.entries(views)) print(name, fixtures, view);

function read({ text, truth }: Fixture, view: View): Result {
	const page = pageOf(text, view);
	return truth.kind === 'receipt'
		? compareReceipt(truth, readReceipt(page))
		: compareInvoice(truth, readInvoice(page));
}

function print(name: string, all: readonly Fixture[], view: View): void {
	const results = all.map((fixture) => ({ id: fixture.truth.id, ...read(fixture, view) }));
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
