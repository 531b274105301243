import { FaultServer, envelope, juheError } from '../support/fault-server.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
import { bmp, labelledPng } from '../support/pictures.mts';
import { invoiceExample } from '../support/results.mts';

let server: FaultServer;
const good = envelope(invoiceExample);

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => {
	server.reset();
	server.answer = server.billed(good);
});

/** One item a picture, named after it, with what the credential's expressions read. */
const item = (label: string, json: Record<string, string> = {}, count = 1) => ({
	json,
	files: Object.fromEntries(
		Array.from({ length: count }, (_, index) => [
			`file_${index}`,
			{ bytes: labelledPng(`${label}-${index}`), fileName: `${label}-${index}.png` },
		]),
	),
});

const run = async (
	items: EngineRun['items'],
	credential: EngineRun['credential'] = {},
	options: object = {},
	more: Partial<EngineRun> = {},
) =>
	await runInEngine({
		node: 'juheInvoiceOcr',
		credential: {
			server: 'juheCloud',
			baseUrl: server.url,
			invoiceKey: '={{ $json.key }}',
			receiptKey: '',
			...credential,
		},
		items,
		parameters: { binaryPropertyName: '*', options },
		onError: 'continueRegularOutput',
		...more,
	});

const keysSent = () =>
	Object.fromEntries(server.requests.map(({ picture, form }) => [picture, form.get('key')]));

describe('a key given by an expression', () => {
	it("is each item's own", async () => {
		await run([
			item('a', { key: 'key-1' }, 2),
			item('b', { key: 'key-2' }),
			item('c', { key: 'key-1' }),
		]);
		expect(keysSent()).toEqual({
			'a-0': 'key-1',
			'a-1': 'key-1',
			'b-0': 'key-2',
			'c-0': 'key-1',
		});
	});

	it('shares no result with another key, and shares it with the same', async () => {
		const keys = ['twin-1', 'twin-2', 'twin-1'];
		const { items } = await run(keys.map((key) => item('twin', { key })));
		expect(items).toHaveLength(3);
		expect(server.requests.map(({ form }) => form.get('key')).sort()).toEqual(['twin-1', 'twin-2']);
	});

	it('that an item has none for costs that item alone, with an error of its own', async () => {
		const { items } = await run([
			item('with', { key: 'k' }),
			item('without'),
			item('last', { key: 'k' }),
		]);
		expect(items.map(({ json }) => json.error ?? null)).toEqual([
			null,
			'without-0.png: The Juhe credential has no key for Invoice OCR',
			null,
		]);
		expect(Object.keys(keysSent())).toEqual(['with-0', 'last-0']);
	});

	it('that cannot be resolved is told without its words, which may hold a key', async () => {
		const { items } = await run([item('thrown')], {
			invoiceKey: "={{ $('secret-in-words').item.json.key }}",
		});
		expect(items[0].json).toMatchObject({
			error: 'thrown-0.png: An expression in the Juhe credential gives no value for this item',
			retryable: false,
		});
		expect(JSON.stringify(items)).not.toContain('secret-in-words');
		expect(server.requests).toEqual([]);
	});

	it('stops no other key when it is wrong or used up', async () => {
		server.answer = (exchange) =>
			(exchange.request.form.get('key') === 'used-up' ? juheError(10012) : server.billed(good))(
				exchange,
			);
		const keys = ['fine', 'used-up', 'used-up', 'fine', 'used-up', 'fine'];
		const { items } = await run(
			keys.map((key, index) => item(`own-${index}`, { key })),
			{},
			{ maxConcurrency: 1 },
		);
		const outcomes = items.map(({ json }) =>
			json.error ? (/not sent/.test(String(json.error)) ? 'not sent' : 'sent') : 'row',
		);
		expect(outcomes).toEqual(['row', 'sent', 'not sent', 'row', 'not sent', 'row']);
		expect(
			items.filter(({ json }) => json.error).every(({ json }) => json.errorCode === '10012'),
		).toBe(true);
	});
});

it('sends each item to its own server, and checks it against the limits of that one', async () => {
	const other = await FaultServer.start();
	other.answer = good;
	const picture = (json: Record<string, string>) => ({
		json,
		files: { data: { bytes: bmp(40, 30), fileName: 'a.bmp' } },
	});
	const { items } = await run(
		[
			picture({ kind: 'selfHosted', url: `${other.url}/` }),
			picture({ kind: 'juheCloud', url: server.url }),
		],
		{ server: '={{ $json.kind }}', baseUrl: '={{ $json.url }}', invoiceKey: 'k' },
	);
	await other.stop();
	expect(items[0].json.error).toBeUndefined();
	expect(items[1].json.error).toMatch(/BMP file, and Juhe Cloud takes only/);
	expect([server.requests.length, other.requests.length]).toEqual([0, 1]);
});

it.each(['not an address', 'ftp://a.example', 'http://[', 'https://a.example/?key=1', ''])(
	'says that Base URL %j is none, for each picture',
	async (baseUrl) => {
		const { items } = await run([item('x'), item('y')], { baseUrl, invoiceKey: 'k' });
		expect(items.map(({ json }) => json.error)).toEqual([
			'x-0.png: Base URL in the Juhe credential is not a web address',
			'y-0.png: Base URL in the Juhe credential is not a web address',
		]);
	},
);

describe('plain http', () => {
	const hintsFor = async (baseUrls: string[]) => {
		const { hints } = await run(
			baseUrls.map((url, index) => item(`plain-${index}`, { url })),
			{ baseUrl: '={{ $json.url }}', invoiceKey: 'k' },
			{ rateLimitRetries: 0, timeout: 2 },
		);
		return hints.map(({ message }) => message);
	};

	it('to a server elsewhere is pointed out once, and goes on', async () => {
		const far = 'http://ocr.invalid:9';
		expect(await hintsFor([far, far, server.url])).toEqual([
			`Images and the key were sent unencrypted to ${far}: anyone on the way can read them. Use an https:// address as Base URL in the Juhe credential`,
		]);
	});

	it('to this machine is not', async () => {
		expect(await hintsFor([server.url])).toEqual([]);
	});
});
