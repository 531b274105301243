import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Editor } from '../../sandbox/editor.mts';
import { freePort } from '../../sandbox/ports.mts';
import { BackgroundProcess, run } from '../../sandbox/process.mts';
import { invoiceColumns, receiptColumns } from '../support/columns.mts';
import { byFile, scoreInvoices, scoreReceiptHeaders, scoreTables } from './support/score.mts';
import { readCsv, readXlsx, type Spreadsheet } from './support/spreadsheet.mts';
import { truthOf } from './support/truth.mts';

const script = path.resolve('sandbox', 'demo.mts');

describe('the demo over the samples', () => {
	let out: string;
	let printed: string;
	let invoices: Spreadsheet<string>;
	let receipts: Spreadsheet<string>;

	beforeAll(async () => {
		out = await mkdtemp(path.join(tmpdir(), 'juhe-demo-'));
		const ports = ['--port', await freePort(), '--server-port', await freePort()].map(String);
		printed = await run('the demo', process.execPath, [script, '--once', '--out', out, ...ports]);
		invoices = await readCsv(path.join(out, 'invoices.csv'));
		receipts = await readCsv(path.join(out, 'receipts.csv'));
	});

	afterAll(async () => await rm(out, { recursive: true }));

	test('prints the rows as tables and reads every picture', () => {
		expect(printed).toContain(`Invoices: ${invoices.rows.length} rows`);
		expect(printed).toContain(`Receipts: ${receipts.rows.length} rows`);
		expect(printed).not.toContain('Not read');
		expect(printed).toContain(receipts.rows[0].shopName);
	});

	test('has the columns of invoices in their order, then what else was returned', () => {
		expect(invoices.columns.slice(0, invoiceColumns.length)).toEqual(invoiceColumns);
	});

	test('has exactly the columns of receipts in their order', () => {
		expect(receipts.columns).toEqual(receiptColumns);
	});

	test('has one row an invoice, by file name', async () => {
		const files = (await readdir(path.resolve('samples', 'invoices'))).sort();
		expect(invoices.rows.map(({ sourceFile }) => sourceFile)).toEqual(files);
	});

	test('has the receipts by file name, and one row a line item of each clean one', async () => {
		const files = (await readdir(path.resolve('samples', 'receipts'))).sort();
		const rowsByFile = byFile(receipts.rows);
		expect([...rowsByFile.keys()]).toEqual(files);
		const clean = files.filter((file) => !isPhoto(file));
		const counts = clean.map((file) => [file, rowsByFile.get(file)?.length]);
		expect(counts).toEqual(clean.map((file) => [file, Math.max(1, truthOf(file).table.length)]));
	});

	describe.each([
		['clean pictures', (file: string) => !isPhoto(file), 0.97],
		['photos', isPhoto, 0.94],
	])('%s', (_, belongs, atLeast) => {
		const of = (sheet: Spreadsheet<string>) =>
			sheet.rows.filter(({ sourceFile }) => belongs(sourceFile));

		test.each([
			['invoice fields', () => scoreInvoices(of(invoices))],
			['receipt headers', () => scoreReceiptHeaders(of(receipts))],
			['table cells', () => scoreTables(of(receipts))],
		])(`have at least ${atLeast} of their %s right`, (name, score) => {
			const result = score();
			console.log(`${name}: ${result}`);
			expect(result.rate).toBeGreaterThanOrEqual(atLeast);
		});
	});

	test.each(['invoices', 'receipts'])('%s.xlsx holds what the CSV holds', (name) => {
		const csv = { invoices, receipts }[name];
		const xlsx = readXlsx(path.join(out, `${name}.xlsx`));
		const rows = xlsx.rows.map((row) =>
			Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, asCsvText(cell)])),
		);
		expect({ columns: xlsx.columns, rows }).toEqual(csv);
	});

	test('report.html shows every picture, and marks what is doubted', async () => {
		const page = await readFile(path.join(out, 'report.html'), 'utf8');
		const files = [...invoices.rows, ...receipts.rows].map(({ sourceFile }) => sourceFile);
		for (const file of new Set(files)) expect(page).toContain(`<summary>${file}</summary>`);
		expect(page.split('<img src="data:image/jpeg;base64,')).toHaveLength(new Set(files).size + 1);
		expect(page).toMatch(/<i title="\w/);
	});

	test('the XLSX files keep codes as text and amounts as numbers', () => {
		const { rows } = readXlsx(path.join(out, 'invoices.xlsx'));
		for (const { invoiceCode, invoiceNumber, totalAmount } of rows) {
			expect([typeof invoiceCode, typeof invoiceNumber, typeof totalAmount]).toEqual([
				'string',
				'string',
				'number',
			]);
		}
	});
});

describe('the demo, left open', () => {
	let folder: string;
	let demo: BackgroundProcess;
	let editor: Editor;

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'juhe-demo-'));
		await mkdir(path.join(folder, 'receipts'));
		const sample = path.join('receipts', 'r01-supermarket.jpg');
		await copyFile(path.resolve('samples', sample), path.join(folder, sample));
		const folders = ['--images', folder, '--out', path.join(folder, 'out')];
		const ports = ['--port', await freePort(), '--server-port', await freePort()].map(String);
		// It stops n8n and the server before it ends, which it could not when it was killed.
		const settings = { patience: 60_000 };
		const args = [script, ...folders, ...ports];
		demo = new BackgroundProcess('the demo', process.execPath, args, settings);
		const printed = await demo.waitUntil(
			() => (demo.output.includes('Ctrl-C') ? demo.output : undefined),
			600_000,
		);
		const word = (label: string) => new RegExp(`^${label} +(\\S+)`, 'm').exec(printed)?.[1] ?? '';
		const address = word('The execution');
		const login = { email: word('E-mail'), password: word('Password') };
		editor = await Editor.open({ url: address, login }, address);
	});

	afterAll(async () => {
		await editor?.close();
		await demo?.stop();
		await rm(folder, { recursive: true });
	});

	test('says which n8n it uses', () => {
		expect(demo.output).toMatch(/^✓ n8n 2\.\d+\.\d+ is used, at \S+$/m);
	});

	test('prints the address of the finished execution, in which a node shows its rows', async () => {
		await editor.page
			.getByText(/^Succeeded/)
			.first()
			.waitFor();
		const node = editor.node('Juhe Receipt OCR');
		await editor.part('canvas-node-status-success', node).waitFor();
		await editor.openNode('Juhe Receipt OCR');
		await editor.part('output-panel').getByText('惠万邻超市').first().waitFor();
	});
});

describe('the demo, asked for what it cannot do', () => {
	const demo = (...args: string[]) =>
		spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

	test('shows its usage for an unknown option', () => {
		const { status, stderr } = demo('--onse');
		expect(status).toBe(2);
		expect(stderr).toMatch(/--onse[^]*Usage: npm run demo/);
	});

	test('says where pictures belong when there are none', async () => {
		const empty = await mkdtemp(path.join(tmpdir(), 'juhe-empty-'));
		const { status, stderr } = demo('--images', empty);
		await rm(empty, { recursive: true });
		expect(status).toBe(1);
		expect(stderr).toContain(`There are no pictures in ${empty}`);
	});

	test('names a port that is taken and how to choose another', async () => {
		const holder = createServer();
		const port = await freePort();
		await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
		const { status, stderr } = demo(
			'--server-port',
			String(port),
			'--port',
			String(await freePort()),
		);
		holder.close();
		expect(status).toBe(1);
		expect(stderr).toContain(`Port ${port}, meant for juhe-ocr-server, is in use`);
		expect(stderr).toContain('--server-port');
	});
});

function isPhoto(file: string): boolean {
	return file.includes('.photo.');
}

/** How n8n writes a cell into CSV. */
function asCsvText(cell: string | number | boolean | null): string {
	if (cell === null) return '';
	return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}
