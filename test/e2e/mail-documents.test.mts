import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Execution } from '../../sandbox/execution.mts';
import { selfHostedCredential } from '../../sandbox/shipped.mts';
import { FaultServer, envelope } from '../support/fault-server.mts';
import { labelledPng, zip } from '../support/pictures.mts';
import { severalInvoices, severalReceipts } from '../support/several-documents.mts';
import { sideBySide } from './support/drawn.mts';
import { MailFlow, mailOf, type MailTable } from './support/mail-flow.mts';
import type { Attachment } from './support/mail.mts';
import { scoreInvoices, scoreReceiptHeaders, scoreTables } from './support/score.mts';
import { asDocuments } from './support/texts.mts';
import { truthOf } from './support/truth.mts';

let flow: MailFlow;

beforeAll(async () => {
	flow = await MailFlow.start();
});

afterAll(async () => {
	await flow?.stop();
});

async function receive(attachments: Attachment[], subject = '报销'): Promise<Execution> {
	const execution = await flow.receive(mailOf(attachments, { subject }));
	expect(execution.failure).toBeUndefined();
	return execution;
}

const countOf = async (table: MailTable) => (await flow.rows(table)).length;

describe('documents as a server lists them', () => {
	let ocr: FaultServer;
	/** What the server answers, by the label in the file. */
	const answers: Record<string, Record<string, unknown>> = {};

	beforeAll(async () => {
		ocr = await FaultServer.start();
		ocr.answer = async (exchange) => await envelope(answers[exchange.request.picture])(exchange);
		await flow.n8n.changeCredential(selfHostedCredential(ocr.url, 'demo'));
	});
	afterAll(async () => await ocr?.stop());

	const mark = (label: string) => Buffer.from(`tEXtlabel\0${label};`, 'latin1');
	const made: Record<string, (label: string) => Buffer> = {
		png: (label) => labelledPng(label, 480, 640),
		pdf: (label) => Buffer.concat([Buffer.from('%PDF-1.7\n%'), mark(label)]),
		ofd: (label) => zip('tag', mark(label), 'OFD.xml'),
		xml: (label) =>
			Buffer.concat([Buffer.from('<?xml version="1.0"?><!--'), mark(label), Buffer.from('-->')]),
	};
	const file = (fileName: string, label: string): Attachment => ({
		fileName,
		type: 'application/octet-stream',
		content: made[fileName.split('.')[1]](label),
	});

	let bills = 0;
	/** An invoice of which each file's answer has another buyer, so that a row tells which of them it is from. */
	function sameInvoice() {
		const id = ++bills;
		const number = `2541200000001${String(id).padStart(7, '0')}`;
		const answer = (buyer: string, doubts = {}) =>
			severalInvoices([
				{
					page: 1,
					fields: { 发票号码: number, 购买方名称: buyer, '合计金额(小写)': '113.00' },
					more: { confidence: doubts },
				},
			]);
		for (const kind of Object.keys(made)) answers[`${kind}-${id}`] = answer(kind);
		answers[`scan-${id}`] = answer('scan', { 购买方名称: 0.5 });
		return { number, label: (kind: string) => `${kind}-${id}` };
	}

	test.each([
		[['png', 'pdf', 'ofd', 'xml'], 'xml', ['发票.ofd', '发票.pdf', '发票.png']],
		[['xml', 'ofd', 'pdf', 'png'], 'xml', ['发票.ofd', '发票.pdf', '发票.png']],
		[['png', 'ofd', 'pdf'], 'ofd', ['发票.pdf', '发票.png']],
		[['png', 'pdf'], 'pdf', ['发票.png']],
	])('one invoice as %p is one row, from the %s', async (kinds, best, others) => {
		const { number, label } = sameInvoice();
		const before = [await countOf('Mail Invoices'), await countOf('Mail Problems')];
		await receive(kinds.map((kind) => file(`发票.${kind}`, label(kind))));
		const rows = await flow.rows('Mail Invoices', before[0]);
		expect(rows).toEqual([
			expect.objectContaining({
				invoiceNumber: number,
				buyerName: best,
				sourceFile: `发票.${best}`,
				documentNumber: 1,
			}),
		]);
		expect(rows[0].alsoIn).toBe(others.join(', '));
		expect(await countOf('Mail Problems')).toBe(before[1]);
	});

	test('a PDF that was scanned is no better than a photo that needs no look', async () => {
		const { label } = sameInvoice();
		const before = await countOf('Mail Invoices');
		await receive([file('发票.pdf', label('scan')), file('发票.png', label('png'))]);
		expect(await flow.rows('Mail Invoices', before)).toEqual([
			expect.objectContaining({ sourceFile: '发票.png', alsoIn: '发票.pdf' }),
		]);
	});

	test('OFDs and XMLs are invoices, whatever the subject says', async () => {
		const [one, two] = [sameInvoice(), sameInvoice()];
		const before = await countOf('Mail Invoices');
		await receive(
			[file('dzpz1.ofd', one.label('ofd')), file('dzpz2.xml', two.label('xml'))],
			'小票',
		);
		const rows = await flow.rows('Mail Invoices', before);
		expect(rows.map(({ invoiceNumber }) => invoiceNumber)).toEqual([one.number, two.number]);
	});

	test('the invoices of a PDF are rows of their own, a copy among them none, and found again', async () => {
		const [one, two] = [sameInvoice(), sameInvoice()];
		const fields = ({ number }: typeof one) => ({ 发票号码: number, '合计金额(小写)': '113.00' });
		answers.three = severalInvoices([
			{ page: 1, fields: fields(one) },
			{ page: 2, fields: fields(two) },
			{ page: 3, fields: fields(two) },
		]);
		const before = [await countOf('Mail Invoices'), await countOf('Mail Problems')];
		await receive([file('两张.pdf', 'three')]);
		expect(await flow.rows('Mail Invoices', before[0])).toEqual([
			expect.objectContaining({ invoiceNumber: one.number, sourcePage: 1, alsoIn: null }),
			expect.objectContaining({
				invoiceNumber: two.number,
				sourcePage: 2,
				documentNumber: 2,
				alsoIn: '两张.pdf (document 3)',
			}),
		]);
		await receive([file('再发.pdf', 'three')]);
		expect(await countOf('Mail Invoices')).toBe(before[0] + 2);
		const problems = await flow.rows('Mail Problems', before[1]);
		expect(problems.map(({ problem }) => problem)).toEqual([
			`再发.pdf: invoice ${one.number} is in the sheet already`,
			`再发.pdf (document 2), 再发.pdf (document 3): invoice ${two.number} is in the sheet already`,
		]);
	});

	test('of a photo of receipts each has its rows, whatever of it was not read, and once only', async () => {
		const unread = {
			shop_name: '甲店',
			total_amount: '5.00',
			table: [{ product: '茶', subtotal_amount: '5.00' }],
		};
		answers.slips = severalReceipts([
			{ page: 1, fields: unread },
			{ page: 1, fields: unread },
			{ page: 1, fields: { ...unread, shop_name: '乙店' } },
		]);
		const before = [await countOf('Mail Receipts'), await countOf('Mail Problems')];
		const photo = file('小票.png', 'slips');
		await receive([photo]);
		const rows = await flow.rows('Mail Receipts', before[0]);
		expect(rows.map(({ shopName, documentNumber }) => [shopName, documentNumber])).toEqual([
			['甲店', 1],
			['甲店', 2],
			['乙店', 3],
		]);
		await receive([photo]);
		expect(await countOf('Mail Receipts')).toBe(before[0] + 3);
		expect(await countOf('Mail Problems')).toBe(before[1] + 3);
	});
});

describe('a PDF of two pages, their OFD, a photo of two receipts and a ZIP of two PDFs, read by the server', () => {
	const sample = (file: string) => readFileSync(path.resolve('samples', file));
	const slips = ['r02-convenience.jpg', 'r15-kiosk.jpg'];
	const hardware = ['d03-hardware-two.pdf', 'd03-hardware-two.pdf#2'];
	const zipped = ['d01-training.pdf', 'd02-hotel-scan.pdf'];
	let execution: Execution;
	let since: number[];

	beforeAll(async () => {
		const { url, key } = flow.installation.server;
		await flow.n8n.changeCredential(selfHostedCredential(url, key));
		since = await flow.counts();
		const bundle = zip(...zipped.flatMap((name) => [name, sample(`pdf/${name}`)]));
		const photo = await sideBySide(slips.map((slip) => path.resolve('samples/receipts', slip)));
		execution = await receive([
			{ fileName: '五金.pdf', type: 'application/pdf', content: sample(`pdf/${hardware[0]}`) },
			{
				fileName: '五金.ofd',
				type: 'application/ofd',
				content: sample('data/o11-hardware-two.ofd'),
			},
			{ fileName: '小票.jpg', type: 'image/jpeg', content: photo },
			{ fileName: '发票.zip', type: 'application/zip', content: bundle },
		]);
	});

	test('gives every invoice of every file as it is printed, in order', () => {
		const items = execution.items('Juhe Invoice OCR');
		expect(items.map(({ json }) => [json.sourceFile, json.documentNumber])).toEqual(
			['五金.pdf', '五金.ofd', '发票.zip'].flatMap((file) => [
				[file, 1],
				[file, 2],
			]),
		);
		const printed = [...hardware, ...hardware, ...zipped];
		const texts = asDocuments(items, (_, index) => printed[index]);
		expect(scoreInvoices(texts).misses).toEqual([]);
	});

	test('gives every receipt of the photo as it is printed', () => {
		const texts = asDocuments(
			execution.items('Juhe Receipt OCR'),
			({ documentNumber }) => slips[Number(documentNumber) - 1],
		);
		expect(new Set(texts.map(({ sourceFile }) => sourceFile)).size).toBe(slips.length);
		expect(scoreReceiptHeaders(texts).misses).toEqual([]);
		expect(scoreTables(texts).misses).toEqual([]);
	});

	test('saves each invoice once, from its OFD where there is one, and names the PDF', async () => {
		const rows = await flow.rows('Mail Invoices', since[1]);
		const printed = [...hardware, ...zipped].map((name) => truthOf(name).fields.发票号码);
		expect(rows.map(({ invoiceNumber }) => invoiceNumber)).toEqual(printed);
		expect(rows.map(({ sourceFile, alsoIn }) => [sourceFile, alsoIn])).toEqual([
			['五金.ofd', '五金.pdf'],
			['五金.ofd', '五金.pdf (document 2)'],
			['发票.zip', null],
			['发票.zip', null],
		]);
	});

	test('saves each line of each receipt once, and has no problem to name', async () => {
		const lines = slips.flatMap((slip) => truthOf(slip).table);
		expect(await countOf('Mail Receipts')).toBe(since[0] + lines.length);
		expect(await countOf('Mail Problems')).toBe(since[2]);
	});
});
