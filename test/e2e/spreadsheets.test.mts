import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { selfHostedCredential } from '../../sandbox/shipped.mts';
import { FaultServer } from '../support/fault-server.mts';
import { Installation } from './support/installation.mts';
import { answerByLabel, invoice, picture, receipt } from './support/scripted.mts';
import { readCsv } from './support/spreadsheet.mts';

interface Cell {
	/** `s` for text, `n` for a number. */
	t: string;
	v: unknown;
	/** A formula. */
	f?: string;
}

const { readFile: openXlsx } = createRequire(path.resolve('sandbox', 'package.json'))('@e965/xlsx');

const workflow = 'juhePicturesSheet';
const names = ['+加蛋', '=1+1', '-50元券', '@折扣', '\t=2+3', '＝3+4', '普通商品'];
const number = '24412000000012345678';

let ocr: FaultServer;
let installation: Installation;

const output = (name: string) => path.join(installation.output, name);

/** The cells of a column of an XLSX, as they are stored. */
function cellsOf(name: string, column: string): Cell[] {
	const { Sheets, SheetNames } = openXlsx(output(name));
	const sheet = Sheets[SheetNames[0]] as Record<string, Cell>;
	const cells = Object.entries(sheet).filter(([address]) => /^[A-Z]+\d+$/.test(address));
	const heading = cells.find(([address, { v }]) => /^[A-Z]+1$/.test(address) && v === column)!;
	const letters = heading[0].slice(0, -1);
	return cells
		.filter(([address]) => address.replace(/\d+$/, '') === letters && address !== heading[0])
		.map(([, cell]) => cell);
}

beforeAll(async () => {
	ocr = await FaultServer.start();
	installation = await Installation.create();
	await installation.n8n.importCredentials([selfHostedCredential(ocr.url, 'demo')]);
	answerByLabel(ocr, {
		slip: receipt(
			{ shop_name: '=夜市', receipt_num: '007', total_amount: '-4.00', change: '-4.00' },
			Object.fromEntries(names.map((name, i) => [name, `${i}.50`])),
		),
		bill: invoice({
			发票号码: number,
			发票代码: '011002100111',
			销售方名称: '+蓝石文具',
			'合计金额(小写)': '-1200.00',
			备注: '=HYPERLINK("http://example.com")',
			'=未知栏': '@栏',
		}),
	});
	for (const [kind, label] of [
		['receipts', 'slip'],
		['invoices', 'bill'],
	]) {
		const file = path.join(installation.pictures, kind, `${label}.png`);
		await writeFile(file, picture('', label).content);
	}
	await installation.n8n.execute(workflow);
});

afterAll(async () => {
	await installation?.stop();
	await ocr?.stop();
});

test('the CSV has an apostrophe before every text that would be a formula, numbers as they are', async () => {
	const { rows } = await readCsv(output('receipts.csv'));
	expect(rows.map(({ name }) => name)).toEqual([
		...names.slice(0, -1).map((name) => `'${name.trim()}`),
		'普通商品',
	]);
	expect(rows[0]).toMatchObject({
		shopName: "'=夜市",
		receiptNumber: '007',
		totalAmount: '-4',
		changeAmount: '-4',
	});
});

test('no cell and no heading of the CSV of invoices begins as a formula, further fields included', async () => {
	const { rows, columns } = await readCsv(output('invoices.csv'));
	expect(rows[0]).toMatchObject({
		invoiceNumber: number,
		invoiceCode: '011002100111',
		sellerName: "'+蓝石文具",
		totalAmount: '-1200',
		"'=未知栏": "'@栏",
	});
	const texts = [...columns, ...Object.values(rows[0])].filter((text) => !/^-?\d/.test(text));
	expect(texts.filter((text) => /^\s*[=+\-@]/.test(text))).toEqual([]);
});

test('the XLSX has the texts as they were printed, as text cells, and amounts as numbers', () => {
	const texts = cellsOf('receipts.xlsx', 'name');
	expect(texts.map(({ v }) => v)).toEqual(names.map((name) => name.trim()));
	expect(texts.filter(({ t, f }) => t !== 's' || f !== undefined)).toEqual([]);
	expect(cellsOf('receipts.xlsx', 'receiptNumber')[0]).toMatchObject({ t: 's', v: '007' });
	expect(cellsOf('receipts.xlsx', 'totalAmount')[0]).toMatchObject({ t: 'n', v: -4 });
	expect(cellsOf('invoices.xlsx', 'invoiceNumber')).toEqual([
		expect.objectContaining({ t: 's', v: number }),
	]);
	expect(cellsOf('invoices.xlsx', 'sellerName')[0]).toMatchObject({ t: 's', v: '+蓝石文具' });
});

test('one item per receipt has one readable column for its items', async () => {
	const file = path.resolve('workflows', 'pictures-to-spreadsheet.json');
	const flow = JSON.parse(await readFile(file, 'utf8'));
	for (const { name, parameters } of flow.nodes) {
		if (name === 'Juhe Receipt OCR') parameters.output = 'receipt';
		if (name !== 'Settings') continue;
		for (const assignment of parameters.assignments.assignments) {
			assignment.value = {
				picturesFolder: installation.pictures,
				outputFolder: installation.output,
			}[assignment.name as 'picturesFolder' | 'outputFolder'];
		}
	}
	await installation.n8n.importWorkflows([{ ...flow, id: 'juheOneAReceipt' }]);
	await installation.n8n.execute('juheOneAReceipt');
	const { rows, columns } = await readCsv(output('receipts.csv'));
	expect(rows).toHaveLength(1);
	expect(columns.filter((column) => column.startsWith('items'))).toEqual(['items']);
	expect(rows[0].items).toMatch(/^'\+加蛋 × 1 = 0\.5; =1\+1 × 1 = 1\.5; .*普通商品 × 1 = 6\.5$/);
	expect(cellsOf('receipts.xlsx', 'items')[0].v).toMatch(/^\+加蛋 × 1 = 0\.5; /);
});
