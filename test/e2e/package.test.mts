import { Installation } from './support/installation.mts';
import type { N8nSession } from '../../sandbox/session.mts';
import { selfHostedCredential } from '../../sandbox/shipped.mts';

interface NodeType {
	name: string;
	displayName: string;
	iconUrl: { light: string; dark: string };
	codex?: { categories?: string[] };
}

interface CredentialType {
	name: string;
	displayName: string;
	iconUrl: { light: string; dark: string };
}

let installation: Installation;
let session: N8nSession;

beforeAll(async () => {
	installation = await Installation.create();
	session = await installation.n8n.start();
});

afterAll(async () => await installation.stop());

async function types<T>(file: string): Promise<T[]> {
	const response = await session.fetch(`/types/${file}.json`);
	return (await response.json()) as T[];
}

async function picturesOf({ light, dark }: { light: string; dark: string }): Promise<string[]> {
	return await Promise.all(
		[light, dark].map(async (url) => {
			const response = await session.fetch(`/${url}`);
			expect([response.status, response.headers.get('content-type')]).toEqual([
				200,
				expect.stringContaining('image/svg+xml'),
			]);
			return await response.text();
		}),
	);
}

async function testCredential(key: string): Promise<{ status: string; message: string }> {
	const { data, ...credential } = selfHostedCredential(installation.server.url, key);
	return await session.call('POST', '/credentials/test', { credentials: { ...credential, data } });
}

describe.each([
	['juheInvoiceOcr', 'Juhe Invoice OCR'],
	['juheReceiptOcr', 'Juhe Receipt OCR'],
])('the node %s', (name, label) => {
	test('is loaded from the packed package, with its codex, as a node and as a tool', async () => {
		const nodes = await types<NodeType>('nodes');
		const node = nodes.find((candidate) => candidate.name === `n8n-nodes-juhe.${name}`);
		expect(node).toMatchObject({ displayName: label, codex: { categories: expect.any(Array) } });
		expect(nodes.map((candidate) => candidate.name)).toContain(`n8n-nodes-juhe.${name}Tool`);
	});

	test('has a light and a dark icon that differ', async () => {
		const nodes = await types<NodeType>('nodes');
		const node = nodes.find((candidate) => candidate.name === `n8n-nodes-juhe.${name}`);
		const [light, dark] = await picturesOf(node!.iconUrl);
		expect(light).toContain('<svg');
		expect(dark).toContain('<svg');
		expect(dark).not.toBe(light);
	});
});

describe('the credential', () => {
	test('is loaded with its icons', async () => {
		const credentials = await types<CredentialType>('credentials');
		const credential = credentials.find(({ name }) => name === 'juheApi');
		expect(credential?.displayName).toBe('Juhe API');
		const [light, dark] = await picturesOf(credential!.iconUrl);
		expect(dark).not.toBe(light);
	});

	test('passes its test with a good key', async () => {
		expect(await testCredential('demo')).toMatchObject({ status: 'OK' });
	});

	test('says what is wrong with a bad key, without showing it', async () => {
		const { status, message } = await testCredential('wrong-key-123');
		expect(status).toBe('Error');
		expect(message).toMatch(/10001/);
		expect(message).not.toContain('wrong-key-123');
	});
});
