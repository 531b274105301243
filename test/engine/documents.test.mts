import { FaultServer, envelope } from '../support/faultServer.mts';
import { invoiceColumns, receiptColumns } from '../support/columns.mts';
import { rowsOf, runInEngine, useBinaryMode } from '../support/n8nEngine.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { labelledPng, zip } from '../support/pictures.mts';
import { invoiceExample, receiptExample } from '../support/results.mts';
import { severalInvoices, severalReceipts, slip } from '../support/severalDocuments.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

const latin1 = (text: string) => Buffer.from(text, 'latin1');
let files = 0;
/** No two alike: identical files share an answer. */
const pdf = () => latin1(`%PDF-1.7\n% ${files++}\n%%EOF\n`);
const numberOf = (index: number) => `2441200000001234567${index}`;
const bill = (index: number) => ({ 发票号码: numberOf(index), '合计金额(小写)': `${index}1.30` });
const threeInvoices = severalInvoices([
	{ page: 1, fields: bill(1) },
	{ page: 1, fields: bill(2), more: { kind: 'receipt', confidence: { 发票号码: 0.5 } } },
	{ page: 3, fields: bill(3) },
]);

const run = async (
	node: EngineRun['node'],
	inputs: Array<{ bytes: Buffer; fileName?: string }>,
	{ output, ...options }: Record<string, unknown> = {},
	more: Partial<EngineRun> = {},
) =>
	await runInEngine({
		node,
		credential: { server: 'selfHosted', baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
		items: inputs.map((file, index) => ({
			json: { sender: `s${index}` },
			files: { data: { fileName: `${index}.pdf`, ...file } },
		})),
		parameters: { ...(output !== undefined && { output: output as string }), options },
		...more,
	});
const pagesSent = () => server.requests.map(({ form }) => form.get('page'));

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

describe('Pages', () => {
	const range = (pageRange: string) => ({
		pages: { selection: { which: 'range', range: pageRange } },
	});
	const first = { pages: { selection: { which: 'first' } } };
	const ofd = () => zip('OFD.xml', latin1(String(files++)));
	const bundle = () => zip('a.pdf', latin1(String(files++)));

	it.each([
		['a PDF', pdf],
		['an OFD', ofd],
		['a ZIP', bundle],
	])('are all asked for by default of %s', async (_, make) => {
		server.answer = envelope(invoiceExample);
		await run('juheInvoiceOcr', [{ bytes: make() }]);
		expect(pagesSent()).toEqual(['all']);
	});

	it.each([
		['2-5', '2-5'],
		['1,3', '1,3'],
		[' 2 – 5 ', '2-5'],
		['1、3，7', '1,3,7'],
		['4', '4'],
	])('Range %p asks for %s', async (given, sent) => {
		server.answer = envelope(invoiceExample);
		await run('juheInvoiceOcr', [{ bytes: pdf() }], range(given));
		expect(pagesSent()).toEqual([sent]);
	});

	it('First asks for none, as before there were several', async () => {
		server.answer = envelope(invoiceExample);
		await run('juheInvoiceOcr', [{ bytes: pdf() }], first);
		expect(pagesSent()).toEqual([null]);
	});

	it.each(['', '0', 'two', '5-2', '1-', '-3', '2;3', '1,,2', '1e9', '9'.repeat(400)])(
		'Range %p is an error that says what a range is, and nothing is sent',
		async (given) => {
			const { items } = await run(
				'juheInvoiceOcr',
				[{ bytes: pdf() }],
				{ ...range(given), unsupportedFiles: 'skip', includeInputFields: true },
				{ onError: 'continueRegularOutput' },
			);
			expect(rowsOf(items)).toEqual([
				expect.objectContaining({
					error: expect.stringMatching(/^0\.pdf: Page Range .{0,60}$/),
					message: expect.stringMatching(/such as 2-5/),
					sender: 's0',
				}),
			]);
			expect(server.requests).toEqual([]);
		},
	);

	it.each([
		['pictures, which have one', 'selfHosted', () => labelledPng(`one-${files++}`)],
		['Juhe Cloud, whatever is set', 'juheCloud', () => labelledPng(`two-${files++}`)],
	])('are not asked for of %s', async (_, kind, make) => {
		server.answer = envelope(invoiceExample);
		for (const options of [{}, first, range('2-5'), range('nonsense')]) {
			const { items, error } = await run('juheInvoiceOcr', [{ bytes: make() }], options, {
				credential: { server: kind, baseUrl: server.url, invoiceKey: 'k1', receiptKey: 'k2' },
			});
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
		}
		expect(pagesSent()).toEqual([null, null, null, null]);
	});

	it('an answer is remembered for the pages that were asked for', async () => {
		server.answer = envelope(invoiceExample);
		const bytes = pdf();
		for (const options of [{}, first, range('2'), {}, first, range(' 2 ')])
			await run('juheInvoiceOcr', [{ bytes }], options);
		expect(pagesSent()).toEqual(['all', null, '2']);
	});

	it('of a server that knows none but single pages: the error says what to do', async () => {
		const reason = '查询参数错误: page is "all", needed is a number from 1';
		server.answer = envelope({ reason, result: null, error_code: 253201 });
		const { items } = await run(
			'juheInvoiceOcr',
			[{ bytes: pdf() }],
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(items[0].json.message).toMatch(/update it, or set Pages in the options to First/);
	});

	it('may differ from item to item', async () => {
		server.answer = envelope(invoiceExample);
		const bytes = pdf();
		await run('juheInvoiceOcr', [{ bytes }, { bytes }], range('={{ $itemIndex + 2 }}'));
		expect(pagesSent().sort()).toEqual(['2', '3']);
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
