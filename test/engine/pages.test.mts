import path from 'node:path';

import type { INodeExecutionData } from 'n8n-workflow';

import { sample, ServerProcess } from '../../server/testing/process/server-process.mts';
import { sideBySide } from '../e2e/support/drawn.mts';
import { scoreInvoices, scoreReceiptHeaders, scoreTables } from '../e2e/support/score.mts';
import { asDocuments } from '../e2e/support/texts.mts';
import { rowsOf, runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';

let server: ServerProcess;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await ServerProcess.start({}, ['--workers', '1']);
});
afterAll(async () => await server.stop());

const read = async (node: EngineRun['node'], bytes: Buffer, fileName: string, options = {}) =>
	await runInEngine({
		node,
		credential: {
			server: 'selfHosted',
			baseUrl: server.url,
			invoiceKey: 'demo',
			receiptKey: 'demo',
		},
		items: [{ files: { data: { bytes, fileName } } }],
		parameters: { output: node === 'juheInvoiceOcr' ? 'invoice' : 'lineItems', options },
	});

/** The items as texts, each under the name of the sample that its document shows. */
const textsOf = (items: INodeExecutionData[], samples: string[]) =>
	asDocuments(items, ({ documentNumber }) => samples[Number(documentNumber) - 1]);

const hardware = ['d03-hardware-two.pdf', 'd03-hardware-two.pdf#2'];

it('Self-Hosted: reads both invoices of a PDF, each on its page', async () => {
	const bytes = sample('pdf/d03-hardware-two.pdf');
	const { items, hints, error } = await read('juheInvoiceOcr', bytes, 'two.pdf');
	expect(error).toBeUndefined();
	expect(hints).toEqual([]);
	const rows = rowsOf(items);
	expect(rows.map(({ sourcePage, documentNumber }) => [sourcePage, documentNumber])).toEqual([
		[1, 1],
		[2, 2],
	]);
	expect(scoreInvoices(textsOf(items, hardware)).misses).toEqual([]);
});

it.each([
	['first', { which: 'first' }, hardware.slice(0, 1)],
	['range', { which: 'range', range: '2' }, hardware.slice(1)],
])('Self-Hosted: reads the pages of Pages, %s', async (_, selection, samples) => {
	const bytes = sample('pdf/d03-hardware-two.pdf');
	const { items } = await read('juheInvoiceOcr', bytes, 'two.pdf', { pages: { selection } });
	expect(items).toHaveLength(1);
	expect(scoreInvoices(textsOf(items, samples)).misses).toEqual([]);
});

it('Self-Hosted: reads both pages of a TIFF, and the one that is asked for', async () => {
	const bytes = sample('formats/f03-two-pages.tif');
	const samples = ['i10-hainan-hotel.jpg', 'i08-shanghai-roll.jpg'];
	const { items, hints } = await read('juheInvoiceOcr', bytes, 'fax.tif');
	expect(hints).toEqual([]);
	expect(rowsOf(items).map(({ sourcePage }) => sourcePage)).toEqual([1, 2]);
	expect(scoreInvoices(textsOf(items, samples)).misses).toEqual([]);
	const selection = { which: 'range', range: '2' };
	const { items: second } = await read('juheInvoiceOcr', bytes, 'fax.tif', {
		pages: { selection },
	});
	expect(rowsOf(second).map(({ invoiceNumber }) => invoiceNumber)).toEqual([
		rowsOf(items)[1].invoiceNumber,
	]);
});

it("Self-Hosted: reads an iPhone's photo", async () => {
	const { items, error } = await read(
		'juheReceiptOcr',
		sample('formats/f02-phone.heic'),
		'IMG_0815.HEIC',
	);
	expect(error).toBeUndefined();
	expect(scoreReceiptHeaders(textsOf(items, ['r06-market.photo.jpg'])).misses).toEqual([]);
});

it('Self-Hosted: reads both receipts of a photo', async () => {
	const slips = ['r02-convenience.jpg', 'r15-kiosk.jpg'];
	const photo = await sideBySide(slips.map((slip) => path.resolve('samples/receipts', slip)));
	const { items } = await read('juheReceiptOcr', photo, 'slips.jpg');
	const numbers = rowsOf(items).map(({ documentNumber }) => documentNumber);
	expect([...new Set(numbers)]).toEqual([1, 2]);
	expect(scoreReceiptHeaders(textsOf(items, slips)).misses).toEqual([]);
	expect(scoreTables(textsOf(items, slips)).misses).toEqual([]);
});
