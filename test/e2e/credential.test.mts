import type { Execution } from '../../sandbox/execution.mts';
import type { Importable } from '../../sandbox/n8n.mts';
import { placeCommunityPackage } from '../../sandbox/package.mts';
import { labelledPng } from '../support/pictures.mts';
import { N8nInstance } from './support/n8n-instance.mts';
import { RecordingServer, type Seen } from './support/recording-server.mts';

const root = process.cwd();
const invoicePath = '/invoice_general_ocr/query';
const receiptPath = '/shoppingReceipt/query';
const keys = { invoiceKey: 'e2e-invoice-key', receiptKey: 'e2e-receipt-key' };

let good: RecordingServer;
let other: RecordingServer;

beforeAll(async () => {
	good = await RecordingServer.start();
	other = await RecordingServer.start();
	good.redirectTo = `${other.url}${invoicePath}`;
});
afterAll(async () => {
	await good?.stop();
	await other?.stop();
});

/** Requests of the HTTP Request node, by the name that each of them carries. */
const requests = (): Record<string, Record<string, unknown>> => {
	const field = (name: string) => ({
		bodyParameters: { parameters: [{ name: 'image', value: name }] },
	});
	const form = (name: string) => ({
		sendBody: true,
		contentType: 'form-urlencoded',
		...field(name),
	});
	return {
		asForm: { url: `${good.url}${invoicePath}`, ...form('asForm') },
		receiptForm: { url: `${good.url}${receiptPath}`, ...form('receiptForm') },
		asJson: {
			url: `${good.url}${invoicePath}`,
			sendBody: true,
			contentType: 'json',
			...field('asJson'),
		},
		asMultipart: {
			url: `${good.url}${invoicePath}`,
			sendBody: true,
			contentType: 'multipart-form-data',
			...field('asMultipart'),
		},
		asRaw: {
			url: `${good.url}${invoicePath}`,
			sendBody: true,
			contentType: 'raw',
			rawContentType: 'application/x-www-form-urlencoded',
			body: 'image=asRaw',
		},
		asQuery: {
			url: `${good.url}${invoicePath}`,
			method: 'GET',
			sendQuery: true,
			queryParameters: { parameters: [{ name: 'image', value: 'asQuery' }] },
		},
		otherPath: { url: `${good.url}/other/query`, ...form('otherPath') },
		dots: { url: `${good.url}${invoicePath}/../../other`, ...form('dots') },
		otherServer: { url: `${other.url}${invoicePath}`, ...form('otherServer') },
		userName: {
			url: `${good.url}@127.0.0.1:${new URL(other.url).port}${invoicePath}`,
			...form('userName'),
		},
		sendElsewhere: { url: `${good.url}${invoicePath}`, ...form('sendElsewhere') },
	};
};

const node = (name: string, type: string, typeVersion: number, more: object) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: {},
	...more,
});

/** A workflow whose nodes stand one behind the other. */
function chain(id: string, nodes: Array<ReturnType<typeof node>>): Importable {
	const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
	const all = [start, ...nodes];
	return {
		id,
		name: id,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: all,
		connections: Object.fromEntries(
			nodes.map(({ name }, index) => [
				all[index].name,
				{ main: [[{ node: name, type: 'main', index: 0 }]] },
			]),
		),
	};
}

const requestWorkflow = () =>
	chain(
		'juheRequests00001',
		Object.entries(requests()).map(([name, parameters]) =>
			node(name, 'n8n-nodes-base.httpRequest', 4.2, {
				parameters: {
					method: 'POST',
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'juheApi',
					...parameters,
				},
				credentials: { juheApi: { id: 'juheFixed00000001', name: 'Fixed' } },
				onError: 'continueRegularOutput',
			}),
		),
	);

const itemKeys = ['item-key-1', 'item-key-2', 'item-key-1', ''];
const keysWorkflow = () => {
	const rows = itemKeys.map((key, index) => ({
		key,
		image: labelledPng(`e2e-${index}`).toString('base64'),
	}));
	return chain('juheItemKeys00001', [
		node('Rows', 'n8n-nodes-base.set', 3.4, {
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} },
		}),
		node('Split', 'n8n-nodes-base.splitOut', 1, { parameters: { fieldToSplitOut: 'rows' } }),
		node('OCR', 'n8n-nodes-juhe.juheInvoiceOcr', 1, {
			parameters: {
				imageSource: 'base64',
				imageBase64: '={{ $json.image }}',
				output: 'invoice',
				options: { maxConcurrency: 1 },
			},
			credentials: { juheApi: { id: 'juheByItem0000001', name: 'By item' } },
			onError: 'continueRegularOutput',
		}),
	]);
};

const credentials = (): Importable[] => [
	{
		id: 'juheFixed00000001',
		name: 'Fixed',
		type: 'juheApi',
		data: { server: 'selfHosted', baseUrl: good.url, ...keys },
	},
	{
		id: 'juheByItem0000001',
		name: 'By item',
		type: 'juheApi',
		data: {
			server: 'selfHosted',
			baseUrl: good.url,
			invoiceKey: '={{ $json.key }}',
			receiptKey: '',
		},
	},
];

describe.each([
	['2.41.1', 'sandbox'],
	['1.123.81', 'sandbox/n8n1'],
])('n8n %s', (_, home) => {
	let n8n: N8nInstance;
	let byItem: Execution;
	let seenByItem: Seen[];

	beforeAll(async () => {
		for (const { seen } of [good, other]) seen.length = 0;
		// The two lines have different modules; each runs with all of its own.
		n8n = await N8nInstance.create({ home, environment: { N8N_DISABLED_MODULES: '' } });
		await placeCommunityPackage(root, n8n.userFolder);
		await n8n.import('credentials', credentials());
		await n8n.import('workflow', [requestWorkflow(), keysWorkflow()]);
		await n8n.execute('juheRequests00001');
		const before = good.seen.length;
		byItem = await n8n.execute('juheItemKeys00001');
		seenByItem = good.seen.splice(before);
	});

	afterAll(async () => await n8n?.remove());

	const seenFor = (name: string) =>
		[...good.seen, ...other.seen].filter(({ address, body }) =>
			new RegExp(`\\b${name}\\b`).test(address + body),
		);

	test.each(['asForm', 'asJson', 'asMultipart', 'asRaw', 'asQuery'])(
		'the HTTP Request node sends the key with its fields %s',
		(name) => {
			const [{ address, body }, ...more] = seenFor(name);
			expect(more).toEqual([]);
			expect(address + body).toContain(keys.invoiceKey);
			expect(address + body).not.toContain(keys.receiptKey);
		},
	);

	test('the HTTP Request node sends each API its own key', () => {
		const [{ body }] = seenFor('receiptForm');
		expect(new URLSearchParams(body).get('key')).toBe(keys.receiptKey);
	});

	test.each(['otherPath', 'dots', 'otherServer', 'userName'])(
		'the HTTP Request node sends no key to another address: %s',
		(name) => {
			const requests = seenFor(name);
			expect(requests).toHaveLength(1);
			expect(JSON.stringify(requests)).not.toMatch(/e2e-/);
		},
	);

	test('the HTTP Request node takes no key along to where an answer points', () => {
		expect(seenFor('sendElsewhere')).toHaveLength(1);
		expect(JSON.stringify(other.seen)).not.toMatch(/e2e-/);
	});

	test('a key given by an expression is the own one of each item', () => {
		const sent = seenByItem.map(({ body }) => new URLSearchParams(body).get('key'));
		expect(sent).toEqual(itemKeys.filter((key) => key !== ''));
		const errors = byItem.items('OCR').map(({ json }) => json.error ?? null);
		expect(errors).toEqual([null, null, null, expect.stringMatching(/no key for/)]);
	});
});
