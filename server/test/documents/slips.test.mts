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

function read({ text, truth }: Fixture, view: View): Result {
	const page = pageOf(text, view);
	return truth.kind === 'receipt'
		? compareReceipt(truth, readReceipt(page))
		: compareInvoice(truth, readInvoice(page));
}

describe.each(fixtureFiles(join(__dirname, '../../testing/documents/slips')))(
	'$name',
	({ fixtures }) => {
		describe.each(fixtures)('$truth.id', (fixture) => {
			it.each(views)('is read %s', (_name, view) => {
				const { misses, invented } = read(fixture, view);
				expect(misses.filter(({ field, got }) => got || !fixture.unread.includes(field))).toEqual(
					[],
				);
				expect(invented).toEqual([]);
			});
		});
	},
);
