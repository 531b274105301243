import { join } from 'node:path';
import { compareInvoice, compareReceipt, type Result } from '../../testing/accuracy/compare.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { fixtureFiles, type Fixture } from '../../testing/documents/fixtures.mts';
import { pageOf, type View } from '../../testing/documents/page.mts';

const views: ReadonlyArray<readonly [string, View]> = [
	['straight', {}],
	['as a photo lies', { tilt: -2, perspective: [-0.05, 0.08] }],
];

const files = fixtureFiles(join(__dirname, '../../testing/documents/slips'));
const filesOf = (kind: Fixture['truth']['kind']) =>
	files.filter(({ fixtures }) => fixtures.every(({ truth }) => truth.kind === kind));

describe.each(filesOf('invoice'))('$name', ({ fixtures }) => {
	describe.each(fixtures)('$truth.id', ({ text, truth, unread }) => {
		it.each(views)('is read %s', (_name, view) => {
			const { misses, invented } = compareInvoice(truth, readInvoice(pageOf(text, view)));
			expect(misses.filter(({ field, got }) => got || !unread.includes(field))).toEqual([]);
			expect(invented).toEqual([]);
		});
	});
});

/** Of the values of a file: the reader is learned from all of them, and reads none worse. */
const leastRight = 0.96;
/** Values that no document of a file has. */
const mostInvented = 1;

const totalOf = (results: readonly Result[]) => ({
	values: results.flatMap(({ counted }) => counted),
	missed: results.flatMap(({ misses }) => misses),
	invented: results.flatMap(({ invented }) => invented),
});

describe.each(filesOf('receipt'))('$name', ({ fixtures }) => {
	it.each(views)(`is read %s: ${100 * leastRight} of 100 values`, (_name, view) => {
		const results = fixtures.map(({ text, truth }) =>
			compareReceipt(truth, readReceipt(pageOf(text, view))),
		);
		const { values, missed, invented } = totalOf(results);
		expect(missed.slice(Math.floor((1 - leastRight) * values.length))).toEqual([]);
		expect(invented.slice(mostInvented)).toEqual([]);
	});
});
