import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Execution, NodeItem } from '../../sandbox/execution.mts';
import { selfHostedCredential } from '../../sandbox/shipped.mts';
import { signaturePicture } from './support/drawn.mts';
import { MailFlow, mailOf, wang } from './support/mail-flow.mts';
import type { Attachment, Mail } from './support/mail.mts';
import { scoreInvoices, scoreReceiptHeaders, scoreTables } from './support/score.mts';
import { asTexts } from './support/texts.mts';

/** File names as people give them, and the samples behind them. */
const samples = {
	'小票 超市.jpg': 'r01-supermarket.jpg',
	'小票2(小卖部).jpg': 'r15-kiosk.jpg',
	'湖北发票.jpg': 'i01-hubei.jpg',
	'云南发票.jpg': 'i05-yunnan.jpg',
	'电子发票(培训).pdf': 'd01-training.pdf',
	'IMG_0815.jpg': 'r02-convenience.jpg',
};

const gifLogo = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

let flow: MailFlow;

beforeAll(async () => {
	flow = await MailFlow.start();
});

afterAll(async () => {
	await flow?.stop();
});

/** A sample as an attachment, under the name that it is sent by. */
async function attach(fileName: keyof typeof samples): Promise<Attachment> {
	const sample = samples[fileName];
	const [folder, type] = sample.endsWith('.pdf')
		? ['pdf', 'application/pdf']
		: [sample.startsWith('i') ? 'invoices' : 'receipts', 'image/jpeg'];
	const content = await readFile(path.resolve('samples', folder, sample));
	return { fileName, type, content };
}

const logo = { fileName: 'logo.gif', type: 'image/gif', content: gifLogo, inline: true };

/** Two receipts, an invoice, a PDF and a logo. */
async function fiveFiles(invoice: keyof typeof samples): Promise<Attachment[]> {
	const names = ['小票 超市.jpg', invoice, '小票2(小卖部).jpg', '电子发票(培训).pdf'] as const;
	return [...(await Promise.all(names.map(attach))), logo];
}

async function receive(mail: Mail): Promise<Execution> {
	const execution = await flow.receive(mail);
	expect(execution.failure).toBeUndefined();
	return execution;
}

function expectReceipts(items: NodeItem[], count: number): void {
	const rows = asTexts(items, samples);
	expect(new Set(rows.map(({ sourceFile }) => sourceFile)).size).toBe(count);
	expect(scoreReceiptHeaders(rows).misses).toEqual([]);
	expect(scoreTables(rows).misses).toEqual([]);
}

function expectInvoices(items: NodeItem[], count: number): void {
	expect(items).toHaveLength(count);
	expect(scoreInvoices(asTexts(items, samples)).misses).toEqual([]);
}

describe('a mail with two receipts, an invoice, a PDF and a logo, within the limits of Juhe Cloud', () => {
	let execution: Execution;

	beforeAll(async () => {
		const { data, ...credential } = selfHostedCredential(flow.installation.server.url, 'demo');
		await flow.n8n.changeCredential({
			...credential,
			data: { ...(data as object), server: 'juheCloud' },
		});
		const attachments = await fiveFiles('湖北发票.jpg');
		execution = await receive(mailOf(attachments, { subject: '十月报销' }));
	});

	test('arrives with all its files and their names', async () => {
		const [{ binary = {} }] = execution.items('New Mail');
		const names = Object.values(binary).map(({ fileName }) => fileName);
		const sent = await fiveFiles('湖北发票.jpg');
		expect(names.sort()).toEqual(sent.map(({ fileName }) => fileName).sort());
	});

	test('gives the rows that are printed, none of the other kind', () => {
		expectReceipts(execution.items('Juhe Receipt OCR'), 2);
		expectInvoices(execution.items('Juhe Invoice OCR'), 1);
	});

	test('gives one hint that names the logo', () => {
		const hints = ['Juhe Receipt OCR', 'Juhe Invoice OCR'].flatMap((node) => execution.hints(node));
		expect(hints).toEqual([
			expect.stringMatching(/^Skipped 1 .*logo\.gif: .*GIF.*Juhe Cloud takes/),
		]);
	});

	test.each([
		['Mail Receipts', 'Juhe Receipt OCR'],
		['Mail Invoices', 'Juhe Invoice OCR'],
	] as const)('leaves the rows in %s, with who sent them', async (table, node) => {
		const rows = await flow.rows(table);
		const items = execution.items(node);
		expect(rows).toHaveLength(items.length);
		rows.forEach((row, i) => {
			expect(row).toMatchObject({ sender: '"王芳" <wang@example.com>', subject: '十月报销' });
			for (const [column, cell] of Object.entries(row)) {
				if (column in items[i].json)
					expect([column, items[i].json[column]]).toEqual([column, cell]);
			}
		});
	});

	test('leaves the PDF to look at, with what reads it', async () => {
		await expect(flow.rows('Mail Problems')).resolves.toEqual([
			expect.objectContaining({
				problem: expect.stringMatching(/^电子发票\(培训\)\.pdf: The file is a PDF file/),
				remedy: expect.stringContaining('self-hosted server'),
				sender: '"王芳" <wang@example.com>',
				subject: '十月报销',
			}),
		]);
	});
});

describe('a mail with an invoice that was sent before, a broken picture and a signature', () => {
	let execution: Execution;

	beforeAll(async () => {
		const invoice = await attach('湖北发票.jpg');
		execution = await receive({
			from: { name: '陈明', address: 'chen@example.com' },
			subject: 'Fwd: 发票',
			text: '再发一次',
			attachments: [
				{ ...invoice, fileName: '发票(副本).jpg' },
				{ ...invoice, fileName: '坏图.jpg', content: invoice.content.subarray(0, 50_000) },
				{
					fileName: 'image001.png',
					type: 'image/png',
					content: await signaturePicture(),
					inline: true,
				},
			],
		});
	});

	test('adds no row to the invoices', async () => {
		expect(execution.items('Juhe Invoice OCR')).toHaveLength(1);
		await expect(flow.rows('Mail Invoices')).resolves.toHaveLength(1);
	});

	test('passes over the signature before it is sent', () => {
		expect(execution.hints('Juhe Invoice OCR')).toEqual([
			expect.stringMatching(/^Skipped 1 .*image001\.png: .*160 x 48/),
		]);
	});

	test('names each file that gave no row, with the reason, the remedy and the sender', async () => {
		const [, ...problems] = await flow.rows('Mail Problems');
		expect(problems.map(({ problem }) => problem).sort()).toEqual([
			'发票(副本).jpg: invoice 142001513021-00538761 is in the sheet already',
			expect.stringMatching(/^坏图\.jpg: .*cut off/),
		]);
		for (const problem of problems) {
			expect(problem).toMatchObject({
				subject: 'Fwd: 发票',
				remedy: expect.stringMatching(/\w\.$/),
			});
		}
	});
});

test('the subject decides where a file name says nothing', async () => {
	const execution = await receive({
		from: wang,
		subject: '小票',
		text: '便利店',
		attachments: [await attach('IMG_0815.jpg')],
	});
	expectReceipts(execution.items('Juhe Receipt OCR'), 1);
	expect(execution.items('Juhe Invoice OCR')).toEqual([]);
});

test('a mail without attachments gives no row and no error', async () => {
	const execution = await receive({
		from: wang,
		subject: '小票',
		text: '忘了附件',
		attachments: [],
	});
	expect(execution.items('With Receipts')).toEqual([]);
	expect(execution.items('With Other Files')).toEqual([]);
});

describe('such a mail with a server of your own', () => {
	let execution: Execution;

	beforeAll(async () => {
		const { url, key } = flow.installation.server;
		await flow.n8n.changeCredential(selfHostedCredential(url, key));
		const attachments = await fiveFiles('云南发票.jpg');
		execution = await receive(mailOf(attachments, { subject: '十一月报销' }));
	});

	test('gives the rows of the PDF too', () => {
		expectReceipts(execution.items('Juhe Receipt OCR'), 2);
		const invoices = execution.items('Juhe Invoice OCR');
		expectInvoices(invoices, 2);
		expect(invoices.map(({ json }) => json.sourceFile)).toContain('电子发票(培训).pdf');
		expect(execution.items('Save Invoices')).toHaveLength(2);
	});

	test('passes over the logo alone', () => {
		const hints = ['Juhe Receipt OCR', 'Juhe Invoice OCR'].flatMap((node) => execution.hints(node));
		expect(hints).toEqual([expect.stringMatching(/^Skipped 1 .*logo\.gif/)]);
	});
});
