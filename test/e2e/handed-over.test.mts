import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Importable } from '../../sandbox/n8n.mts';
import type { Execution } from '../../sandbox/execution.mts';
import { FaultServer, envelope, juheError } from '../support/fault-server.mts';
import { FileServer, drip } from '../support/file-server.mts';
import { labelledPng } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';
import { N8nInstance } from './support/n8n-instance.mts';

const workflowId = 'juheHandedOver';
const base64 = (label: string) => labelledPng(label).toString('base64');
const keepsAll = { includeInputFields: true, keepImage: true, reuseResults: false, timeout: 2 };

/** What the Code node hands over: pictures as people's own code makes them. */
const item = {
	json: {
		subject: 'March',
		dataUrl: `data:image/png;base64,${base64('data-url')}`,
		blanks: base64('blanks').replaceAll('+', ' '),
	},
	binary: {
		'scan,1': { data: base64('comma'), mimeType: 'image/png', fileName: 'comma.png' },
		bare: { data: base64('bare') },
		refused: { data: base64('refused'), mimeType: 'image/png', fileName: 'refused.png' },
	},
};

let server: FaultServer;
let files: FileServer;

beforeAll(async () => {
	server = await FaultServer.start();
	server.answer = (exchange) =>
		(exchange.request.picture === 'refused' ? juheError(10002) : envelope(receiptExample))(
			exchange,
		);
	files = await FileServer.start();
	files.answers['/drip.png'] = drip;
	files.answers['/good.png'] = (response) => response.end(labelledPng('downloaded'));
});

afterAll(async () => {
	await server.stop();
	await files.stop();
});

/** A way to give pictures to the node, its parameters, and the pictures that are sent then. */
const ways: Array<[name: string, parameters: () => object, sent: string[]]> = [
	[
		'Keys',
		() => ({ binaryPropertyName: '={{ Object.keys($binary) }}' }),
		['comma', 'bare', 'refused'],
	],
	['Comma', () => ({ binaryPropertyName: 'bare, scan,1' }), ['bare', 'comma']],
	['Bare', () => ({ binaryPropertyName: '={{ $binary.bare }}' }), ['bare']],
	['Data URL', () => ({ imageSource: 'url', imageUrl: '={{ $json.dataUrl }}' }), ['data-url']],
	['Blanks', () => ({ imageSource: 'base64', imageBase64: '={{ $json.blanks }}' }), ['blanks']],
	['Download', () => ({ imageSource: 'url', imageUrl: `${files.url}/good.png` }), ['downloaded']],
	['Drip', () => ({ imageSource: 'url', imageUrl: `${files.url}/drip.png?key=s3cret` }), []],
	['Refused', () => ({ binaryPropertyName: 'refused' }), ['refused']],
];

function workflow(): Importable {
	const node = (name: string, type: string, parameters: object, more: object = {}) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...more,
	});
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', {}),
		node(
			'Code',
			'n8n-nodes-base.code',
			{ jsCode: `return [${JSON.stringify(item)}];` },
			{ typeVersion: 2 },
		),
		...['continueRegularOutput', 'continueErrorOutput'].flatMap((onError) =>
			ways.map(([name, parameters]) =>
				node(
					`${name} ${onError}`,
					'CUSTOM.juheReceiptOcr',
					{ output: 'receipt', ...parameters(), options: keepsAll },
					{ onError, credentials: { juheApi: { id: 'juheHandedOver001', name: 'Juhe' } } },
				),
			),
		),
	];
	const names = nodes.slice(2).map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	return {
		id: workflowId,
		name: 'Handed over',
		active: false,
		nodes,
		settings: { executionOrder: 'v1' },
		connections: {
			Start: { main: [[{ node: 'Code', type: 'main', index: 0 }]] },
			Code: { main: [names] },
		},
	} as unknown as Importable;
}

describe.each([
	['2.x', 'sandbox', 'default'],
	['2.x', 'sandbox', 'filesystem'],
	['1.x', 'sandbox/n8n1', 'default'],
])('n8n %s, binaries kept in mode %s', (_, home, mode) => {
	let n8n: N8nInstance;
	let execution: Execution;

	beforeAll(async () => {
		server.reset();
		n8n = await N8nInstance.create({
			home,
			environment: {
				N8N_CUSTOM_EXTENSIONS: path.resolve('dist'),
				N8N_DEFAULT_BINARY_DATA_MODE: mode,
				// The two lines have different modules; each runs with all of its own.
				N8N_DISABLED_MODULES: '',
			},
		});
		await n8n.import('credentials', [
			{
				id: 'juheHandedOver001',
				name: 'Juhe',
				type: 'juheApi',
				data: { server: 'selfHosted', baseUrl: server.url, invoiceKey: 'k', receiptKey: 'k' },
			} as Importable,
		]);
		await n8n.import('workflow', [workflow()]);
		execution = await n8n.execute(workflowId);
	});
	afterAll(async () => await n8n?.remove());

	const regular = (name: string) => execution.items(`${name} continueRegularOutput`);

	test.each(ways.slice(0, 6))('%s: the pictures are read', (name, __, sent) => {
		const errors = regular(name).map(({ json }) => json.error ?? null);
		expect(errors).toEqual(sent.map((label) => (label === 'refused' ? expect.anything() : null)));
		for (const { json, binary } of regular(name)) {
			expect(json.subject).toBe('March');
			expect(server.requests.map(({ picture }) => picture)).toEqual(expect.arrayContaining(sent));
			expect(Object.keys(binary ?? {})).toHaveLength(1);
		}
	});

	test('a picture that is refused keeps the fields and the image', () => {
		const [{ json, binary }] = regular('Refused');
		expect(json).toMatchObject({ errorCode: '10002', sourceFile: 'refused.png', subject: 'March' });
		expect(binary?.refused.fileName).toBe('refused.png');
	});

	test('so does the error output', () => {
		expect(execution.items('Refused continueErrorOutput', 0)).toEqual([]);
		const [{ json, binary }] = execution.items('Refused continueErrorOutput', 1);
		expect(json).toMatchObject({ error: expect.stringContaining('10002'), subject: 'March' });
		expect(binary?.refused.fileName).toBe('refused.png');
	});

	test('a download that drips ends in time, without a word of its key', () => {
		const [{ json }] = regular('Drip');
		expect(json.error).toBe(
			'drip.png: The image could not be downloaded: it was not complete within 2 seconds',
		);
		expect(JSON.stringify(json)).not.toContain('s3cret');
	});
});
