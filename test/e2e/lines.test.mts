import { mkdir, mkdtemp, copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Importable } from '../../sandbox/n8n.mts';
import { freePort } from '../../sandbox/ports.mts';
import { startOcrServer, type OcrServer } from '../../sandbox/server.mts';
import type { N8nSession } from '../../sandbox/session.mts';
import {
	mainWorkflowId,
	readSheets,
	selfHostedCredential,
	type Sheet,
} from '../../sandbox/shipped.mts';
import { N8nInstance } from './support/n8n-instance.mts';
import { NpmRegistry } from './support/npm-registry.mts';
import { byFile, scoreInvoices, scoreReceiptHeaders, scoreTables } from './support/score.mts';

const root = process.cwd();
const packageName = 'n8n-nodes-juhe';
const kinds = ['invoices', 'receipts'] as const;
/** The share of printed fields that must be right; the demo's test asks the same of the same pictures. */
const atLeast = 0.97;

interface Icons {
	light: string;
	dark: string;
}

interface NodeType {
	name: string;
	displayName: string;
	iconUrl: Icons;
	codex?: { categories?: string[] };
}

interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	installedNodes: Array<{ type: string }>;
}

let server: OcrServer;
let registry: NpmRegistry;
let folder: string;
const names: Record<(typeof kinds)[number], string[]> = { invoices: [], receipts: [] };

beforeAll(async () => {
	registry = await NpmRegistry.start(root);
	server = await startOcrServer(root, await freePort());
	folder = await mkdtemp(path.join(tmpdir(), 'juhe-lines-'));
	for (const kind of kinds) names[kind] = await copyCleanSamples(kind);
});

afterAll(async () => {
	await server?.process.stop();
	await registry?.stop();
	await rm(folder, { recursive: true });
});

describe.each([
	['2.41.1', 'sandbox'],
	['1.123.81', 'sandbox/n8n1'],
])('n8n %s', (version, home) => {
	let n8n: N8nInstance;
	let session: N8nSession;
	let installed: InstalledPackage;

	beforeAll(async () => {
		registry.requests.length = 0;
		n8n = await N8nInstance.create({
			home,
			folders: [folder],
			// The two lines have different modules; each runs with all of its own.
			environment: { ...registry.environment, N8N_DISABLED_MODULES: '' },
		});
		session = await n8n.start();
		installed = await session.call('POST', '/community-packages', { name: packageName });
	});

	afterAll(async () => await n8n?.remove());

	async function types<T>(file: string): Promise<T[]> {
		const response = await session.fetch(`/types/${file}.json`);
		return (await response.json()) as T[];
	}

	async function picturesOf({ light, dark }: Icons): Promise<string[]> {
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
		const { id: _, ...credential } = selfHostedCredential(server.url, key);
		const { id } = await session.call<{ id: string }>('POST', '/credentials', credential);
		return await session.call('POST', '/credentials/test', { credentials: { ...credential, id } });
	}

	test('is the version that the README names', async () => {
		expect((await n8n.command('--version')).trim()).toBe(version);
	});

	describe('installing the package from the panel', () => {
		test('takes the packed tarball from the registry', () => {
			const { filename, version: packed } = registry.tarball;
			expect(registry.requests).toContain(`/${packageName}/-/${filename}`);
			expect(installed).toMatchObject({ packageName, installedVersion: packed });
			expect(installed.installedNodes.map(({ type }) => type).sort()).toEqual([
				`${packageName}.juheInvoiceOcr`,
				`${packageName}.juheReceiptOcr`,
			]);
		});

		test('leaves nothing beside the package: it needs no other one', async () => {
			const nodes = path.join(n8n.userFolder, '.n8n', 'nodes', 'node_modules');
			expect(await readdir(nodes)).toEqual([packageName]);
			const home = path.join(nodes, packageName);
			expect(await readdir(home)).not.toContain('node_modules');
			const manifest = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
			expect(Object.keys(manifest)).not.toContain('peerDependencies');
			expect(registry.requests.filter((asked) => asked.includes('n8n-workflow'))).toEqual([]);
		});
	});

	describe.each([
		['juheInvoiceOcr', 'Juhe Invoice OCR'],
		['juheReceiptOcr', 'Juhe Receipt OCR'],
	])('the node %s', (name, label) => {
		test('is there with its codex, as a node and as a tool', async () => {
			const nodes = await types<NodeType>('nodes');
			const node = nodes.find((candidate) => candidate.name === `${packageName}.${name}`);
			expect(node).toMatchObject({ displayName: label, codex: { categories: expect.any(Array) } });
			expect(nodes.map((candidate) => candidate.name)).toContain(`${packageName}.${name}Tool`);
		});

		test('has a light and a dark icon that differ', async () => {
			const nodes = await types<NodeType>('nodes');
			const node = nodes.find((candidate) => candidate.name === `${packageName}.${name}`);
			const [light, dark] = await picturesOf(node!.iconUrl);
			expect(light).toContain('<svg');
			expect(dark).toContain('<svg');
			expect(dark).not.toBe(light);
		});
	});

	describe('the credential', () => {
		test('is there with its icons', async () => {
			const credentials = await types<NodeType>('credentials');
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

	describe('the shipped workflow over the clean samples, after a restart', () => {
		let sheets: Record<(typeof kinds)[number], Sheet>;

		beforeAll(async () => {
			await n8n.stop();
			await n8n.import('credentials', [selfHostedCredential(server.url, server.key)]);
			await n8n.import('workflow', [await shippedWorkflow()]);
			sheets = readSheets(await n8n.execute(mainWorkflowId));
		});

		const texts = (kind: (typeof kinds)[number]) => sheets[kind].rows.map(asTexts);

		test.each(kinds)('gives rows for each of the %s, in order', (kind) => {
			expect(sheets[kind].unread).toEqual([]);
			expect([...byFile(texts(kind)).keys()]).toEqual(names[kind]);
		});

		test.each([
			['invoice fields', () => scoreInvoices(texts('invoices'))],
			['receipt headers', () => scoreReceiptHeaders(texts('receipts'))],
			['table cells', () => scoreTables(texts('receipts'))],
		])(`has at least ${atLeast} of its %s right`, (name, score) => {
			const result = score();
			console.log(`n8n ${version}, ${name}: ${result}`);
			expect(result.rate).toBeGreaterThanOrEqual(atLeast);
		});
	});
});

async function copyCleanSamples(kind: string): Promise<string[]> {
	const from = path.resolve('samples', kind);
	const to = path.join(folder, 'pictures', kind);
	const files = (await readdir(from)).filter((name) => !name.includes('.photo.')).sort();
	await mkdir(to, { recursive: true });
	for (const name of files) await copyFile(path.join(from, name), path.join(to, name));
	return files;
}

/** The workflow as it is shipped, with the two folders of its Settings node set to the test's. */
async function shippedWorkflow(): Promise<Importable> {
	const text = await readFile(path.resolve('workflows', 'pictures-to-spreadsheet.json'), 'utf8');
	await mkdir(path.join(folder, 'output'), { recursive: true });
	return JSON.parse(
		text
			.replaceAll('/home/node/.n8n-files/pictures', path.join(folder, 'pictures'))
			.replaceAll('/home/node/.n8n-files/spreadsheets', path.join(folder, 'output')),
	);
}

/** A row as a spreadsheet's reader gets it: every cell is text. */
function asTexts(row: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')]));
}
