import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../sandbox/process.mts';
import { launchChromium } from '../../scripts/chromium.mts';
import { receiptColumns } from '../support/columns.mts';
import { FileServer } from '../support/file-server.mts';
import { ChatModel } from './support/chat-model.mts';
import { Installation } from './support/installation.mts';
import { RunningN8n } from './support/running-n8n.mts';
import { scoreInvoices, scoreReceiptHeaders, scoreTables } from './support/score.mts';
import { readXlsx } from './support/spreadsheet.mts';
import { asTexts } from './support/texts.mts';

type Browser = Awaited<ReturnType<typeof launchChromium>>;
type Row = Record<string, unknown>;

const sample = (name: string) =>
	path.resolve('samples', name.startsWith('i') ? 'invoices' : 'receipts', name);

let installation: Installation;
let n8n: RunningN8n;
let model: ChatModel;
let browser: Browser;
let scratch: string;

beforeAll(async () => {
	scratch = await mkdtemp(path.join(tmpdir(), 'juhe-flows-'));
	installation = await Installation.create();
	model = await ChatModel.start();
	await installation.n8n.importCredentials([model.credential]);
	n8n = new RunningN8n(await installation.n8n.start());
	browser = await launchChromium();
});

afterAll(async () => {
	await browser?.close();
	model?.stop();
	await installation?.stop();
	await rm(scratch, { recursive: true });
});

/** Rows of JSON or of a sheet, as texts. */
const texts = (rows: Row[]) => asTexts(rows.map((json) => ({ json })));

function expectReceipts(rows: Row[], files: string[]): void {
	expect([...new Set(rows.map(({ sourceFile }) => sourceFile))]).toEqual(files);
	expect(scoreReceiptHeaders(texts(rows)).misses).toEqual([]);
	expect(scoreTables(texts(rows)).misses).toEqual([]);
}

describe('webhook-to-rows.json', () => {
	let url: string;

	beforeAll(async () => {
		await n8n.publish('juheWebhookRows');
		url = `${installation.n8n.url}/webhook/juhe-ocr`;
	});

	/** Posts a form by curl. */
	async function post(...fields: string[]): Promise<{ status: number; rows: Row[] }> {
		const form = fields.flatMap((field) => ['--form', field]);
		const printed = await run('curl', 'curl', ['-sS', '-w', '\n%{http_code}', ...form, url]);
		const [, json, status] = /^([^]*)\n(\d+)$/.exec(printed)!;
		return { status: Number(status), rows: JSON.parse(json) };
	}

	test('a receipt is posted, its line items come back', async () => {
		const file = 'r15-kiosk.jpg';
		const { status, rows } = await post('kind=receipt', `picture=@${sample(file)}`);
		expect(status).toBe(200);
		expectReceipts(rows, [file]);
		expect(Object.keys(rows[0])).toEqual(receiptColumns);
	});

	test('of two invoices and a text, the invoices come back as rows and the text as an error', async () => {
		const note = path.join(scratch, '便条.jpg');
		await writeFile(note, '这不是图片');
		const [first, second] = ['i01-hubei.jpg', 'i05-yunnan.jpg'];
		const { status, rows } = await post(
			'kind=invoice',
			`one=@${sample(first)}`,
			`two=@${note}`,
			`three=@${sample(second)}`,
		);
		expect(status).toBe(200);
		expect(rows.map(({ sourceFile }) => sourceFile)).toEqual([first, '便条.jpg', second]);
		expect(scoreInvoices(texts([rows[0], rows[2]])).misses).toEqual([]);
		expect(rows[1]).toMatchObject({ error: expect.stringMatching(/^便条\.jpg: .*not a picture/) });
	});

	test('the status says when nothing could be read', async () => {
		const { status, rows } = await post('kind=receipt', 'comment=no picture');
		expect(status).toBe(422);
		expect(rows).toEqual([expect.objectContaining({ error: expect.stringContaining('no files') })]);
	});

	test('the page at the same address posts a picture from a browser', async () => {
		const page = await browser.newPage();
		await page.goto(url);
		await page.locator('select').selectOption({ label: 'Receipt' });
		await page.locator('input[type=file]').setInputFiles(sample('r01-supermarket.jpg'));
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.getByRole('button', { name: 'Read' }).click();
		const answer = await answered;
		expect(answer.status()).toBe(200);
		expectReceipts((await answer.json()) as Row[], ['r01-supermarket.jpg']);
		await page.close();
	});
});

describe('form-to-xlsx.json', () => {
	beforeAll(async () => await n8n.publish('juheFormToXlsx'));

	/** Fills the form in and waits for the spreadsheet. */
	async function submit(kind: string, files: string[]): Promise<Row[]> {
		const page = await browser.newPage();
		await page.goto(`${installation.n8n.url}/form/juhe-xlsx`);
		await page.getByLabel('Kind').selectOption({ label: kind });
		await page.locator('input[type=file]').setInputFiles(files.map(sample));
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Make the spreadsheet' }).click();
		const download = await downloading;
		const file = path.join(scratch, download.suggestedFilename());
		await download.saveAs(file);
		await page.close();
		return readXlsx(file).rows;
	}

	test('receipts become a spreadsheet of line items, numbers as numbers', async () => {
		const files = ['r15-kiosk.jpg', 'r01-supermarket.jpg'];
		const rows = await submit('Receipts', files);
		expectReceipts(rows, files);
		for (const { subtotal } of rows) expect(typeof subtotal).toBe('number');
	});

	test('invoices become a spreadsheet of line items, codes as texts', async () => {
		const rows = await submit('Invoices', ['i01-hubei.jpg']);
		expect(rows.map(({ name, amount }) => [name, amount])).toEqual([
			['激光打印机', 2560],
			['硒鼓', 1011],
			['复印纸', 575],
		]);
		expect(scoreInvoices(texts(rows)).misses).toEqual([]);
		expect(rows[0].invoiceNumber).toBe('00538761');
	});
});

describe('ai-agent-receipts.json', () => {
	let pictures: FileServer;

	beforeAll(async () => {
		const content = await readFile(sample('r15-kiosk.jpg'));
		pictures = await FileServer.start();
		pictures.answers['/r15-kiosk.jpg'] = (response) => response.end(content);
	});

	afterAll(async () => await pictures?.stop());

	test('the agent reads the receipt behind an address and answers with its amounts', async () => {
		const chatInput = `What did I pay here? ${pictures.url}/r15-kiosk.jpg`;
		const execution = await n8n.execute('juheReceiptAgent', 'When chat message received', {
			sessionId: 'one',
			action: 'sendMessage',
			chatInput,
		});
		expect(execution.failure).toBeUndefined();
		const [{ json }] = execution.items('AI Agent');
		const [{ items, ...receipt }] = JSON.parse(String(json.output)) as [Row & { items: Row[] }];
		expectReceipts(
			items.map((item) => ({ ...receipt, ...item })),
			['r15-kiosk.jpg'],
		);
	});

	test('the model is offered the tool by its name, its purpose and its one argument', () => {
		const [{ function: tool }] = model.requests[0].tools;
		expect(tool).toMatchObject({
			name: 'Read_Receipt',
			description: expect.stringContaining('receipt'),
			parameters: { required: ['imageUrl'] },
		});
	});
});
