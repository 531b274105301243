import { FaultServer, envelope } from '../support/fault-server.mts';
import { invoiceColumns, receiptColumns } from '../support/columns.mts';
import { rowsOf, useBinaryMode } from '../support/n8n-engine.mts';
import { invoiceExample, receiptExample } from '../support/results.mts';
import { severalInvoices, severalReceipts, slip } from '../support/several-documents.mts';
import { bill, pdf, runDocuments } from '../support/document-run.mts';
import type { DocumentRun } from '../support/document-run.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

const run = async (...given: DocumentRun) => await runDocuments(server.url, ...given);

describe('what of a file was left out', () => {
	const ofFile = {
		pageCount: 9,
		documentsLeftOut: 7,
		pagesLeftOut: 1,
		leftOut: ['page 3: 发票/a.pdf is too dark', '<b>no words of a server</b>', 7],
	};
	const what = '1 page(s) and 7 more document(s) (page 3: 发票/a.pdf is too dark)';

	it.each([
		[
			'juheInvoiceOcr',
			severalInvoices(
				[
					{ page: 1, fields: bill(1) },
					{ page: 2, fields: bill(2) },
				],
				ofFile,
			),
		],
		[
			'juheReceiptOcr',
			severalReceipts(
				[
					{ page: 1, fields: slip('甲店', { 茶: '4.00' }) },
					{ page: 2, fields: slip('乙店', { 面: '9.00', 蛋: '1.00' }) },
				],
				ofFile,
			),
		],
	] as const)('%s: is a hint, and a reason to look at the last document', async (node, answer) => {
		server.answer = envelope(answer);
		const { items, hints } = await run(node, [{ bytes: pdf(), fileName: 'scan.pdf' }]);
		expect(hints.map(({ message }) => message)).toEqual([
			`Not all of 1 file(s) was read: scan.pdf: ${what}. Read the rest with a range in Pages (Options), or send the file in parts`,
		]);
		for (const { json } of items) {
			const isLast = json.documentNumber === 2;
			expect(json.needsReview).toBe(isLast);
			if (isLast) expect(json.reviewReasons).toContain(`${what} of this file were not read`);
			expect(Object.keys(json)).toEqual(
				node === 'juheInvoiceOcr' ? invoiceColumns : receiptColumns,
			);
		}
	});

	it.each([
		['juheInvoiceOcr', invoiceExample, { ...invoiceExample.result, documentsLeftOut: 2 }],
		[
			'juheReceiptOcr',
			receiptExample,
			{ ...receiptExample.result, data: { ...receiptExample.result.data, pagesLeftOut: 2 } },
		],
	] as const)('%s: also where one document is all that was read', async (node, example, result) => {
		server.answer = envelope({ ...example, result });
		const { items, hints } = await run(node, [{ bytes: pdf() }]);
		expect(items[0].json.reviewReasons).toMatch(
			/^2 (page|more document)\(s\) of this file were not/,
		);
		expect(hints).toHaveLength(1);
	});

	it('a hint names few files, however many there are', async () => {
		server.answer = envelope(
			severalInvoices([{ page: 1, fields: bill(1) }], { documentsLeftOut: 2, emptyPages: [2, 4] }),
		);
		const { hints } = await run(
			'juheInvoiceOcr',
			Array.from({ length: 30 }, () => ({ bytes: pdf() })),
		);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(
				/ of 30 file\(s\).*0\.pdf.*1\.pdf.*9\.pdf: 2 more.* and 20 more\. Read/,
			),
			expect.stringMatching(/on pages of 30 file\(s\): 0\.pdf: 2, 4; 1\.pdf.* and 20 more$/),
		]);
	});

	it('pages without a document are a hint, and no reason to look at what was read', async () => {
		server.answer = envelope(
			severalInvoices([{ page: 1, fields: bill(1) }], { emptyPages: [2], pageCount: 2 }),
		);
		const { items, hints } = await run('juheInvoiceOcr', [{ bytes: pdf() }]);
		expect(rowsOf(items)).toEqual([expect.objectContaining({ needsReview: false })]);
		expect(hints.map(({ message }) => message)).toEqual([
			'No document was found on pages of 1 file(s): 0.pdf: 2',
		]);
	});
});
