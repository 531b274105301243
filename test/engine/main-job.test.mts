import { receiptColumns } from '../support/columns.mts';
import { bothNodes, invoiceExample, receiptExample } from '../support/results.mts';
import { FaultServer, envelope, inTurn, juheError } from '../support/fault-server.mts';
import { labelledPng } from '../support/pictures.mts';
import { rowsOf, runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { TestItem } from '../support/n8n-engine.mts';

let server: FaultServer;
const credential = () => ({
	server: 'juheCloud',
	baseUrl: server.url,
	invoiceKey: 'invoice-key-0123456789',
	receiptKey: 'receipt-key-0123456789',
});
const mail = (label: string, count: number): TestItem => ({
	json: { subject: label },
	files: Object.fromEntries(
		Array.from({ length: count }, (_, index) => [
			`attachment_${index}`,
			{ bytes: labelledPng(`${label}-${index}`), fileName: `${label}-${index}.png` },
		]),
	),
});

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

describe.each(['default', 'filesystem'] as const)('binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it("turns the vendor's invoice example into one typed row", async () => {
		server.answer = envelope(invoiceExample);
		const { items, error } = await runInEngine({
			node: 'juheInvoiceOcr',
			credential: credential(),
			items: [{ files: { data: { bytes: labelledPng(`inv-${mode}`), fileName: 'scan.png' } } }],
		});
		expect(error).toBeUndefined();
		expect(rowsOf(items)).toEqual([
			{
				invoiceCode: '1440310000',
				invoiceNumber: '01648000',
				invoiceDate: '2018-01-22',
				checkCode: '15634318038000000',
				buyerName: '腾讯科技(深圳)有限公司',
				buyerTaxId: '91440300000XG',
				sellerName: null,
				sellerTaxId: '4403006700004',
				totalAmount: 9000,
				totalAmountInWords: '玖仟元整',
				sourceFile: 'scan.png',
				sourceField: 'data',
				sourcePage: null,
				documentNumber: 1,
				requestId: 'fd7e1fe1-1039-4d28-9376-6e144dbd3741',
				needsReview: true,
				reviewReasons: expect.stringContaining('checkCode has not 20 digits'),
			},
		]);
		expect(items[0].pairedItem).toEqual({ item: 0 });
		expect(server.requests.map(({ path, form }) => [path, form.get('key')])).toEqual([
			['/invoice_general_ocr/query', 'invoice-key-0123456789'],
		]);
	});

	it("turns the vendor's receipt example into one row a line item", async () => {
		server.answer = envelope(receiptExample);
		const { items } = await runInEngine({
			node: 'juheReceiptOcr',
			credential: credential(),
			items: [{ files: { data: { bytes: labelledPng(`rec-${mode}`), fileName: 'slip.png' } } }],
		});
		const rows = rowsOf(items);
		expect(
			rows.map(({ lineNumber, name, quantity, unitPrice, subtotal }) => [
				lineNumber,
				name,
				quantity,
				unitPrice,
				subtotal,
			]),
		).toEqual([
			[1, '500g营养快线', 2, 4.5, 9],
			[2, '30g良兴魔芋素毛肚', 1, null, 1],
			[3, '45g乡巴佬小腿王', 1, null, 1.5],
			[4, '乡巴佬吉利蛋', 1, null, 1],
		]);
		expect(Object.keys(rows[0])).toEqual(receiptColumns);
		expect(rows[3]).toMatchObject({
			shopName: '多又好超市',
			totalAmount: 12.5,
			changeAmount: null,
			currency: 'CNY',
			itemCount: 4,
			sourceFile: 'slip.png',
			orderId: 'JH1241217171601ZDomp',
			needsReview: false,
			reviewReasons: null,
		});
		expect(server.requests[0].form.get('key')).toBe('receipt-key-0123456789');
	});

	it.each([
		['a pattern', 'attachment_*', {}],
		['all files', '*', {}],
		['a comma list', 'attachment_0, attachment_1', {}],
	])(
		'reads every attachment of every mail by %s, in order and paired',
		async (_, binaryPropertyName) => {
			server.answer = envelope(invoiceExample);
			const { items } = await runInEngine({
				node: 'juheInvoiceOcr',
				credential: credential(),
				parameters: { binaryPropertyName, options: { reuseResults: false } },
				items: [mail('first', 2), mail('second', 2)],
			});
			expect(
				items.map(({ json, pairedItem }) => [json.sourceFile, json.sourceField, pairedItem]),
			).toEqual([
				['first-0.png', 'attachment_0', { item: 0 }],
				['first-1.png', 'attachment_1', { item: 0 }],
				['second-0.png', 'attachment_0', { item: 1 }],
				['second-1.png', 'attachment_1', { item: 1 }],
			]);
		},
	);

	it('finds files where the combined binary mode keeps them', async () => {
		server.answer = envelope(receiptExample);
		const { items, error } = await runInEngine({
			node: 'juheReceiptOcr',
			credential: credential(),
			binaryMode: 'combined',
			parameters: { binaryPropertyName: '*', output: 'receipt' },
			items: [mail(`combined-${mode}`, 2)],
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.sourceField)).toEqual(['attachment_0', 'attachment_1']);
	});
});

describe.each(bothNodes)('$node: errors', ({ node, example, rows }) => {
	const threePictures = ['a', 'b', 'c'].map((label) => ({
		files: { data: { bytes: labelledPng(`${node}-${label}`), fileName: `${label}.png` } },
	}));
	const run = async (onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput') => {
		server.answer = ({ request, ...exchange }) =>
			(request.picture.endsWith('-b') ? juheError(10005) : envelope(example))({
				request,
				...exchange,
			});
		return await runInEngine({
			node,
			credential: credential(),
			onError,
			parameters: { options: { maxConcurrency: 1, reuseResults: false } },
			items: threePictures,
		});
	};

	it('stops with the index and name of the first picture that failed, and calls no further', async () => {
		const { error, items } = await run('stopWorkflow');
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'b.png: Juhe error 10005: the application was not approved in time',
			context: { itemIndex: 1, errorCode: '10005', sourceFile: 'b.png', retryable: false },
		});
		expect(error?.description).toMatch(/identity verification/);
		expect(server.requests.map(({ picture }) => picture)).toEqual([`${node}-a`, `${node}-b`]);
	});

	it('continues with an error item in the place of the failed picture', async () => {
		const { items } = await run('continueRegularOutput');
		const outcome = items.map(({ json, pairedItem }) => [
			json.error ?? json.sourceFile,
			pairedItem,
		]);
		const expanded = (file: string, item: number) =>
			Array.from({ length: rows }, () => [file, { item }]);
		expect(rowsOf(items)).toContainEqual(
			expect.objectContaining({ errorCode: '10005', sourceFile: 'b.png', retryable: false }),
		);
		expect(outcome).toEqual([
			...expanded('a.png', 0),
			['b.png: Juhe error 10005: the application was not approved in time', { item: 1 }],
			...expanded('c.png', 2),
		]);
	});

	it('sends the failed picture to the error output', async () => {
		const { items, errorItems } = await run('continueErrorOutput');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			...Array.from({ length: rows }, () => ({ item: 0 })),
			...Array.from({ length: rows }, () => ({ item: 2 })),
		]);
		expect(rowsOf(errorItems)).toEqual([
			{
				error: 'b.png: Juhe error 10005: the application was not approved in time',
				message: expect.stringContaining('identity verification'),
			},
		]);
		expect(errorItems[0].pairedItem).toEqual({ item: 1 });
	});

	it('says which key is missing, without a call', async () => {
		const { error } = await runInEngine({
			node,
			credential: { ...credential(), invoiceKey: '', receiptKey: '' },
			items: threePictures,
		});
		expect(error?.message).toMatch(/The Juhe credential has no key for (Invoice|Receipt) OCR/);
		expect(server.requests).toEqual([]);
	});

	it('does not pay again for what succeeded when n8n retries the node', async () => {
		const answer = server.billed(envelope(example));
		server.answer = inTurn(answer, juheError(10014), answer, answer);
		const { error, items } = await runInEngine({
			node,
			credential: credential(),
			retryOnFail: true,
			parameters: { options: { maxConcurrency: 1 } },
			items: ['x', 'y'].map((label) => ({
				files: { data: { bytes: labelledPng(`${node}-retry-${label}`) } },
			})),
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2 * rows);
		expect(server.ledger).toEqual([`${node}-retry-x`, `${node}-retry-y`]);
	});
});
