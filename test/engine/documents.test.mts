import { FaultServer, envelope } from '../support/fault-server.mts';
import { invoiceColumns, receiptColumns } from '../support/columns.mts';
import { rowsOf, useBinaryMode } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { invoiceExample, receiptExample } from '../support/results.mts';
import { severalInvoices, severalReceipts, slip } from '../support/several-documents.mts';
import {
	bill,
	latin1,
	numberOf,
	pdf,
	runDocuments,
	threeInvoices,
} from '../support/document-run.mts';
import type { DocumentRun } from '../support/document-run.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

const run = async (...given: DocumentRun) => await runDocuments(server.url, ...given);

describe('a file of several documents, Self-Hosted', () => {
	it('gives an item a document, in order and paired, each with its page and number', async () => {
		server.answer = envelope(threeInvoices);
		const { items, error } = await run('juheInvoiceOcr', [{ bytes: pdf() }, { bytes: pdf() }]);
		expect(error).toBeUndefined();
		expect(
			rowsOf(items).map(
				({ sourceFile, sourcePage, documentNumber, invoiceNumber, totalAmount }) => [
					sourceFile,
					sourcePage,
					documentNumber,
					invoiceNumber,
					totalAmount,
				],
			),
		).toEqual(
			['0.pdf', '1.pdf'].flatMap((file) => [
				[file, 1, 1, numberOf(1), 11.3],
				[file, 1, 2, numberOf(2), 21.3],
				[file, 3, 3, numberOf(3), 31.3],
			]),
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 1, 1, 1].map((item) => ({ item })),
		);
		for (const row of rowsOf(items)) {
			expect(Object.keys(row)).toEqual(invoiceColumns);
			expect(row.requestId).toBe('r1');
		}
	});

	it("judges each by what is said of it, and not by what is said of the file's first", async () => {
		server.answer = envelope(threeInvoices);
		const { items } = await run('juheInvoiceOcr', [{ bytes: pdf() }]);
		const reasons = rowsOf(items).map(({ reviewReasons }) => reviewReasons);
		expect(reasons).toEqual([
			null,
			expect.stringMatching(/server says receipt.*Doubtful: invoiceNumber 0\.50/),
			null,
		]);
	});

	it.each(['lineItems', 'receipt'])('receipts, %s: each with its own rows', async (output) => {
		server.answer = envelope(
			severalReceipts([
				{ page: 1, fields: slip('甲店', { 茶: '4.00', 糕: '6.00' }) },
				{ page: 1, fields: slip('乙店', { 面: '9.00' }) },
			]),
		);
		const { items } = await run('juheReceiptOcr', [{ bytes: labelledPng(`slips-${output}`) }], {
			output,
		});
		const rows = rowsOf(items).map(({ shopName, lineNumber, name, documentNumber, sourcePage }) => [
			shopName,
			lineNumber,
			name,
			documentNumber,
			sourcePage,
		]);
		expect(rows).toEqual(
			output === 'lineItems'
				? [
						['甲店', 1, '茶', 1, 1],
						['甲店', 2, '糕', 1, 1],
						['乙店', 1, '面', 2, 1],
					]
				: [
						['甲店', undefined, undefined, 1, 1],
						['乙店', undefined, undefined, 2, 1],
					],
		);
		for (const row of rowsOf(items)) {
			expect(row.orderId).toBe('JH1');
			expect(row.needsReview).toBe(false);
			expect(Object.keys(row).slice(-2)).toEqual(
				output === 'lineItems' ? ['needsReview', 'reviewReasons'] : ['reviewReasons', 'items'],
			);
		}
	});

	it('invoices, line items: a row for each line of each document', async () => {
		const lines = (name: string) => ({ '货物或应税劳务、服务名称': name, 金额: '11.30' });
		server.answer = envelope(
			severalInvoices([
				{ page: 1, fields: { ...bill(1), ...lines('茶') } },
				{ page: 2, fields: bill(2) },
			]),
		);
		const { items } = await run('juheInvoiceOcr', [{ bytes: pdf() }], { output: 'lineItems' });
		expect(
			rowsOf(items).map(({ documentNumber, lineNumber, name }) => [
				documentNumber,
				lineNumber,
				name,
			]),
		).toEqual([
			[1, 1, '茶'],
			[2, null, null],
		]);
	});

	it('Raw Response is one item: the whole answer, unchanged', async () => {
		server.answer = envelope(threeInvoices);
		const { items } = await run('juheInvoiceOcr', [{ bytes: pdf() }], { output: 'raw' });
		expect(rowsOf(items)).toEqual([
			{
				...threeInvoices,
				sourceFile: '0.pdf',
				sourceField: 'data',
				sourcePage: null,
				documentNumber: null,
			},
		]);
	});

	it('Keep Image and Include Input Fields hold for each document', async () => {
		server.answer = envelope(threeInvoices);
		const bytes = pdf();
		const { items } = await run('juheInvoiceOcr', [{ bytes }], {
			keepImage: true,
			includeInputFields: true,
		});
		expect(items).toHaveLength(3);
		for (const { json, binary } of items) {
			expect(json.sender).toBe('s0');
			expect(binary?.data).toMatchObject({ fileName: '0.pdf', data: bytes.toString('base64') });
		}
	});

	it('one document alone is number 1, of a page that nobody said', async () => {
		for (const [node, example, columns] of [
			['juheInvoiceOcr', invoiceExample, invoiceColumns],
			['juheReceiptOcr', receiptExample, receiptColumns],
		] as const) {
			server.answer = envelope(example);
			const { items } = await run(node, [{ bytes: pdf() }]);
			expect(Object.keys(items[0].json)).toEqual(columns);
			for (const { json } of items)
				expect(json).toMatchObject({ sourcePage: null, documentNumber: 1 });
		}
	});

	it('Field Names: As Returned has the same columns of the source', async () => {
		server.answer = envelope(threeInvoices);
		const { items } = await run('juheInvoiceOcr', [{ bytes: pdf() }], { fieldNames: 'original' });
		const names = Object.keys(items[0].json);
		expect(names.slice(names.indexOf('sourceField'))).toEqual([
			'sourceField',
			'sourcePage',
			'documentNumber',
			'requestId',
			'needsReview',
			'reviewReasons',
		]);
	});
});

it('Continue: a file that cannot be read stands in its place between those of several documents', async () => {
	const answers = [envelope(threeInvoices), envelope(invoiceExample)];
	server.answer = async (exchange) => await answers[server.requests.length === 1 ? 0 : 1](exchange);
	const { items } = await run(
		'juheInvoiceOcr',
		[{ bytes: pdf() }, { bytes: latin1('no document') }, { bytes: pdf() }],
		{ maxConcurrency: 1 },
		{ onError: 'continueRegularOutput' },
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 0, 0, 1, 2].map((item) => ({ item })),
	);
	expect(items[3].json.error).toMatch(/^1\.pdf: /);
	expect(Object.keys(items[3].json)).not.toContain('documentNumber');
});

it.each([
	['a text', 'none'],
	['entries that are none', [null, 'x']],
	['an entry without its list', [{ page: 1, box: [0, 0, 1, 1] }]],
])('documents that are %s are no result, and no row is made up', async (_, documents) => {
	const result = { ...(threeInvoices.result as object), documents };
	server.answer = envelope({ ...threeInvoices, result });
	const { items } = await run(
		'juheInvoiceOcr',
		[{ bytes: pdf() }],
		{},
		{
			onError: 'continueRegularOutput',
		},
	);
	expect(rowsOf(items)).toEqual([expect.objectContaining({ errorCode: 'MALFORMED_ANSWER' })]);
});
