import { join } from 'node:path';
import {
	compareInvoice,
	compareReceipt,
	type Group,
	type Result,
} from '../../testing/accuracy/compare.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { readReceipt } from '../../src/documents/receipt.mts';
import { fixtureFiles, type Fixture } from '../../testing/documents/fixtures.mts';
import { pageOf, type View } from '../../testing/documents/page.mts';

const straight: View = {};
const views: ReadonlyArray<readonly [string, View]> = [
	['straight', straight],
	['as a photo lies', { tilt: -2, perspective: [-0.05, 0.08] }],
];

const files = fixtureFiles(join(__dirname, '../../testing/documents/slips'));
const filesOf = (kind: Fixture['truth']['kind']) =>
	files.filter(({ fixtures }) => fixtures.every(({ truth }) => truth.kind === kind));

const read = ({ text, truth }: Fixture, view: View): Result =>
	truth.kind === 'invoice'
		? compareInvoice(truth, readInvoice(pageOf(text, view)))
		: compareReceipt(truth, readReceipt(pageOf(text, view)));

/** Every layout is read once in each view, for all that is asserted of it. */
const results = new Map(views.map(([, view]) => [view, new Map<Fixture, Result>()]));
function resultOf(fixture: Fixture, view: View): Result {
	const ofView = results.get(view)!;
	const result = ofView.get(fixture) ?? read(fixture, view);
	ofView.set(fixture, result);
	return result;
}

describe.each(filesOf('invoice'))('$name', ({ fixtures }) => {
	describe.each(fixtures)('$truth.id', (fixture) => {
		it.each(views)('is read %s', (_name, view) => {
			const { misses, invented } = resultOf(fixture, view);
			expect(misses.filter(({ field, got }) => got || !fixture.unread.includes(field))).toEqual([]);
			expect(invented).toEqual([]);
		});
	});
});

/** Of the values of a file: the reader is learned from all of them, and reads none worse. */
const leastRight = 0.96;
/** Values that no document of a file has. */
const mostInvented = 1;

describe.each(filesOf('receipt'))('$name', ({ fixtures }) => {
	it.each(views)(`is read %s: ${100 * leastRight} of 100 values`, (_name, view) => {
		const all = fixtures.map((fixture) => resultOf(fixture, view));
		const values = all.flatMap(({ counted }) => counted);
		const missed = all.flatMap(({ misses }) => misses);
		const invented = all.flatMap((result) => result.invented);
		expect(missed.slice(Math.floor((1 - leastRight) * values.length))).toEqual([]);
		expect(invented.slice(mostInvented)).toEqual([]);
	});
});

const groups: Array<[Group, Fixture['truth']['kind']]> = [
	['invoice fields', 'invoice'],
	['invoice items', 'invoice'],
	['receipt headers', 'receipt'],
	['receipt table cells', 'receipt'],
];
it.each(groups)('of the %s of all layouts 99 of 100 are read, straight', (group, kind) => {
	const counted = filesOf(kind)
		.flatMap(({ fixtures }) => fixtures)
		.flatMap((fixture) => resultOf(fixture, straight).counted)
		.filter((one) => one.group === group);
	const right = counted.filter(({ isRight }) => isRight).length;
	expect(right / counted.length).toBeGreaterThan(0.99);
});
