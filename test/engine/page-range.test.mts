import { FaultServer, envelope } from '../support/fault-server.mts';
import { rowsOf, useBinaryMode } from '../support/n8n-engine.mts';
import { labelledPng, zip } from '../support/pictures.mts';
import { invoiceExample } from '../support/results.mts';
import { fileNumber, latin1, pdf, runDocuments } from '../support/document-run.mts';
import type { DocumentRun } from '../support/document-run.mts';

let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

const run = async (...given: DocumentRun) => await runDocuments(server.url, ...given);
const pagesSent = () => server.requests.map(({ form }) => form.get('page'));

describe('Pages', () => {
	const range = (pageRange: string) => ({
		pages: { selection: { which: 'range', range: pageRange } },
	});
	const first = { pages: { selection: { which: 'first' } } };
	const ofd = () => zip('OFD.xml', latin1(String(fileNumber())));
	const bundle = () => zip('a.pdf', latin1(String(fileNumber())));

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
		['pictures, which have one', 'selfHosted', () => labelledPng(`one-${fileNumber()}`)],
		['Juhe Cloud, whatever is set', 'juheCloud', () => labelledPng(`two-${fileNumber()}`)],
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
