import { selfHostedCredential } from '../../sandbox/shipped.mts';
import { FaultServer } from '../support/fault-server.mts';
import { labelledPng, zip } from '../support/pictures.mts';
import { MailFlow, mailOf, mailTables, type MailTable } from './support/mail-flow.mts';
import type { Mail } from './support/mail.mts';
import { answerByLabel, invoice, picture, receipt } from './support/scripted.mts';

/** Receipts of one shop on one day: only number and time tell them apart, where they are printed. */
const coffee = (fields: Record<string, unknown>) =>
	receipt(
		{ shop_name: '晨汐咖啡', consumption_date: '2024-06-09', total_amount: '30.00', ...fields },
		{ 拿铁: '18.00', 可颂: '12.00' },
	);
const bill = (number: string, code = '') =>
	invoice({ 发票代码: code, 发票号码: number, 日期: '2024年06月09日', '合计金额(小写)': '113.00' });

let ocr: FaultServer;
let flow: MailFlow;

beforeAll(async () => {
	ocr = await FaultServer.start();
	flow = await MailFlow.start();
	const credential = selfHostedCredential(ocr.url, 'demo');
	await flow.n8n.changeCredential({
		...credential,
		data: { ...(credential.data as object), server: 'juheCloud' },
	});
});

afterAll(async () => {
	await flow?.stop();
	await ocr?.stop();
});

/** Receives a mail while one of the tables cannot be found. */
async function failing(table: MailTable, sent: Mail): Promise<void> {
	await flow.n8n.renameTable(table, 'Elsewhere');
	const { failure } = await flow.receive(sent);
	await flow.n8n.renameTable('Elsewhere', table);
	expect(failure).toMatch(/not found/);
}

/** What a column of a table holds, in the order of the rows, of the rows added since a number of them. */
async function cells(table: MailTable, column: string, since = 0) {
	return (await flow.rows(table, since)).map((row) => row[column]);
}

const counts = async () => await flow.counts();

describe('a mail with an OFD, a HEIC, an XML, a logo and a receipt twice', () => {
	const twice = picture('小票.png', 'twice');

	beforeAll(async () => {
		answerByLabel(ocr, { twice: coffee({ receipt_num: '0416', consumption_time: '15:07' }) });
		const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1');
		const execution = await flow.receive(
			mailOf([
				{ fileName: '发票.ofd', type: 'application/ofd', content: zip('OFD.xml') },
				{ fileName: 'IMG_0815.HEIC', type: 'image/heic', content: heic },
				{
					fileName: '数电票.xml',
					type: 'text/xml',
					content: Buffer.from('<?xml version="1.0"?><EInvoice/>'),
				},
				{
					fileName: 'image001.png',
					type: 'image/png',
					content: labelledPng('logo', 220, 70),
					inline: true,
				},
				twice,
				{ ...twice, fileName: '小票(副本).png' },
			]),
		);
		expect(execution.failure).toBeUndefined();
		expect(execution.hints('Juhe Invoice OCR')).toEqual([
			expect.stringMatching(/^Skipped 1 .*image001\.png: .*220 x 70/),
		]);
	});

	test('makes a problem of each document that cannot be read, and of nothing else', async () => {
		const problems = await flow.rows('Mail Problems');
		expect(problems.map(({ problem }) => problem)).toEqual([
			expect.stringMatching(/^发票\.ofd: The file is an OFD file/),
			expect.stringMatching(/^IMG_0815\.HEIC: The file is a HEIC file/),
			expect.stringMatching(/^数电票\.xml: The file is an XML file/),
		]);
		for (const problem of problems) {
			expect(problem).toMatchObject({
				sender: '"王芳" <wang@example.com>',
				remedy: expect.stringMatching(/\w{3,}.*\.$/),
			});
		}
	});

	test('has the receipt once, names the second file, and pays for neither logo nor copy', async () => {
		expect(await cells('Mail Receipts', 'name')).toEqual(['拿铁', '可颂']);
		expect(await cells('Mail Receipts', 'alsoIn')).toEqual(Array(2).fill('小票(副本).png'));
		expect(ocr.requests.map(({ picture }) => picture)).toEqual(['twice']);
	});

	test('the same receipt in a later mail is set aside, and named', async () => {
		const before = await counts();
		await flow.receive(
			mailOf(['一', '二'].map((name) => ({ ...twice, fileName: `小票${name}.png` }))),
		);
		expect(await counts()).toEqual([before[0], before[1], before[2] + 1]);
		expect((await cells('Mail Problems', 'problem')).at(-1)).toBe(
			'小票一.png, 小票二.png: receipt 晨汐咖啡 | 0416 | 2024-06-09 | 15:07 | 30 is in the sheet already',
		);
	});
});

test('two receipts of one shop, day and total are both in the sheet, whatever of them was not read', async () => {
	const pairs: Array<[shop: string, one: Record<string, unknown>, other: Record<string, unknown>]> =
		[
			['neither number nor time', {}, {}],
			['the number of one', { receipt_num: '0417' }, {}],
			['two times', { consumption_time: '08:01' }, { consumption_time: '12:44' }],
			['no date', { receipt_num: '7', consumption_date: '' }, { consumption_date: '' }],
		];
	const slips = pairs.flatMap(([shop_name, ...slips]) =>
		slips.map((fields) => coffee({ ...fields, shop_name })),
	);
	// Pictures are never of the same size; these are told apart by labels of different lengths.
	const labels = slips.map((_, i) => `slip-${'x'.repeat(i)}`);
	answerByLabel(ocr, Object.fromEntries(labels.map((label, i) => [label, slips[i]])));
	const [receipts, invoices, problems] = await counts();
	const files = labels.map((label, i) => picture(`小票${i}.png`, label));
	await flow.receive(mailOf(files));
	expect(await counts()).toEqual([receipts + 16, invoices, problems]);
	await flow.receive(mailOf(files));
	expect(await counts()).toEqual([receipts + 16, invoices, problems + 8]);
});

describe.each(mailTables)('where saving into %s fails once', (table) => {
	const tag = table.replace(/\W/g, '');
	const numbers: Record<string, string> = {
		MailReceipts: '1',
		MailInvoices: '2',
		MailProblems: '3',
	};
	const number = `2441200000001234567${numbers[tag]}`;
	const files = [
		picture('小票.png', `${tag}-r`),
		picture('发票.png', `${tag}-i`),
		picture('无号码.png', `${tag}-n`),
		picture('模糊.png', 'unreadable'),
		picture('模糊.png', 'unreadable'),
	];

	beforeEach(() =>
		answerByLabel(ocr, {
			[`${tag}-r`]: coffee({ receipt_num: `${tag}-0` }),
			[`${tag}-i`]: bill(number),
			[`${tag}-n`]: bill(''),
		}),
	);

	test('the execution repeated, and the mail read again, lose nothing and double nothing', async () => {
		const before = await counts();
		const after = [before[0] + 2, before[1] + 2, before[2] + 2];
		const sent = mailOf(files, { messageId: `failing-${tag}` });
		await failing(table, sent);
		expect((await flow.retry()).failure).toBeUndefined();
		expect(await counts()).toEqual(after);
		await flow.receive(sent);
		expect(await counts()).toEqual(after);
		expect(await cells('Mail Invoices', 'invoiceNumber', before[1])).toEqual([number, null]);
	});
});

test('a mail that is sent anew after its save failed is complete', async () => {
	answerByLabel(ocr, { r: coffee({ receipt_num: 'anew' }), i: bill('24412000000012345699') });
	const [receipts, invoices, problems] = await counts();
	const files = [picture('小票.png', 'r'), picture('发票.png', 'i')];
	await failing('Mail Invoices', mailOf(files));
	await flow.receive(mailOf(files));
	expect(await counts()).toEqual([receipts + 2, invoices + 1, problems + 1]);
	expect((await cells('Mail Problems', 'problem')).at(-1)).toMatch(
		/^小票\.png: receipt .*already$/,
	);
});

test('goes on with more invoices in the table than 10,000', async () => {
	for (let batch = 0; batch < 11; batch++) {
		const rows = Array.from({ length: 1000 }, (_, i) => ({
			invoiceNumber: String(10_000_000 + batch * 1000 + i),
			invoiceKey: `011002100111-${10_000_000 + batch * 1000 + i}`,
		}));
		await flow.n8n.addTableRows('Mail Invoices', rows);
	}
	answerByLabel(ocr, {
		new: bill('09999999', '011002100111'),
		old: bill('10000500', '011002100111'),
	});
	const problems = (await flow.rows('Mail Problems')).length;
	const execution = await flow.receive(
		mailOf([picture('发票1.png', 'new'), picture('发票2.png', 'old')]),
	);
	expect(execution.failure).toBeUndefined();
	const [last, previous] = await flow.n8n.tableRows('Mail Invoices', 'desc');
	expect([last.invoiceKey, previous.invoiceKey]).toEqual([
		'011002100111-09999999',
		'011002100111-10010999',
	]);
	expect(await cells('Mail Problems', 'problem', problems)).toEqual([
		'发票2.png: invoice 011002100111-10000500 is in the sheet already',
	]);
});

test('of several mails at once with the same receipt and invoice, each is saved once and named', async () => {
	answerByLabel(ocr, {
		atOnce: coffee({ receipt_num: '5001' }),
		same: bill('24412000000099999999'),
	});
	const [receipts, , problems] = await counts();
	const files = [picture('小票.png', 'atOnce'), picture('发票.png', 'same')];
	await flow.receive(mailOf(files), mailOf(files), mailOf(files));
	await flow.quiet();
	expect((await flow.rows('Mail Receipts')).length).toBe(receipts + 2);
	const invoices = await flow.n8n.tableRows('Mail Invoices', 'desc');
	expect(invoices.filter(({ invoiceKey }) => invoiceKey === '24412000000099999999')).toHaveLength(
		1,
	);
	expect((await flow.rows('Mail Problems')).length).toBe(problems + 4);
});
