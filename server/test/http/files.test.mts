import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { ofdText, smallOfd } from '../../testing/files/ofd.mts';
import { zip } from '../../testing/files/zip.mts';
import { sample, ServerProcess, type Answer } from '../../testing/process/server-process.mts';

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300']);
});
afterAll(() => server.stop());

const postInvoice = (file: Buffer, more?: Record<string, string>) =>
	server.postFile('invoice', file, more);
const postReceipt = (file: Buffer, more?: Record<string, string>) =>
	server.postFile('receipt', file, more);

interface Result {
	invoice_general_infos: Array<{ name: string; value: string }>;
	confidence: Record<string, number | number[]>;
	location: Record<string, unknown>;
}
const resultOf = ({ body }: Answer): Result => body.result as unknown as Result;
const valueOf = (answer: Answer, name: string) =>
	resultOf(answer).invoice_general_infos.find((info) => info.name === name)?.value;

interface Truth {
	pages: Array<{ fields: Record<string, string> }>;
}
const truthOf = (name: string, page = 1): Record<string, string> =>
	(JSON.parse(sample(`data/${name}.json`).toString()) as Truth).pages[page - 1].fields;

describe('reading', () => {
	it.each([
		['an OFD with its XML', 'o01-printing.ofd'],
		['an OFD with tags', 'o06-training.ofd'],
		['an OFD with nothing but its text', 'o08-software-text.ofd'],
		['an XML', 'x02-returned.xml'],
		['a ZIP, its first document', 'z01-mail.zip'],
	])('reads %s', async (_, file) => {
		const answer = await postInvoice(sample(`data/${file}`));
		expect(answer.body).toMatchObject({ reason: 'success', error_code: 0 });
		const truth = truthOf(file.replace(/\.\w+$/, ''));
		for (const name of ['发票号码', '购买方名称', '销售方名称', '合计金额(小写)']) {
			expect(valueOf(answer, name)).toBe(truth[name]);
		}
		expect(resultOf(answer).confidence['合计金额(小写)']).toBe(1);
	});

	it('reads the page that is asked for, over all that the file holds', async () => {
		const second = async (file: string) =>
			valueOf(await postInvoice(sample(`data/${file}`), { page: '2' }), '发票号码');
		expect(await second('o11-hardware-two.ofd')).toBe(truthOf('o11-hardware-two', 2).发票号码);
		expect(await second('z01-mail.zip')).toBe(truthOf('z01-mail', 2).发票号码);
		const mixed = zip([
			{ name: 'a.xml', content: sample('data/x01-training.xml') },
			{ name: 'b.pdf', content: sample('pdf/d03-hardware-two.pdf') },
		]);
		expect(valueOf(await postInvoice(mixed, { page: '3' }), '发票号码')).toBe(
			'25422000000203619867',
		);
	});

	it('says where a tagged value stands, on the page of the whole file', async () => {
		const file = zip([
			{ name: 'a.xml', content: sample('data/x01-training.xml') },
			{ name: 'b.ofd', content: sample('data/o10-software.ofd') },
		]);
		const { location } = resultOf(await postInvoice(file, { page: '2' }));
		expect(location['发票号码']).toEqual({ page: 2, box: [805, 73, 956, 96] });
	});

	it('lowers the confidence of data that contradict each other', async () => {
		const xml = sample('data/x03-ride.xml').toString();
		const total = '<TotalTax-includedAmount>';
		const forged = xml.replace(new RegExp(`${total}[\\d.]+`), `${total}660.29`);
		const { confidence } = resultOf(await postInvoice(Buffer.from(forged)));
		expect(confidence).toMatchObject({ '合计金额(小写)': 0.6, '合计金额(大写)': 0.6, 发票号码: 1 });
	});

	it('reads the page of an OFD at the receipt API, and refuses the data of an invoice there', async () => {
		const slip = smallOfd({
			objects: [
				'好邻角便利店',
				'单号:0042',
				'合计:12.50',
				'日期:2024-05-06 12:30',
				'支付金额:12.50 找零:0.00',
			]
				.map((text, i) => ofdText(text, 20, 20 + 8 * i))
				.join(''),
		});
		expect((await postReceipt(slip)).body).toMatchObject({
			error_code: 0,
			result: { data: { total_amount: '12.50' } },
		});
		const refused = (await postReceipt(sample('data/x01-training.xml'))).body;
		expect(refused).toMatchObject({
			error_code: 200001,
			reason: expect.stringMatching(/send it to the invoice API/),
		});
	});
});

describe('refusing', () => {
	const xml = (text: string) => Buffer.from(`<?xml version="1.0"?>${text}`);
	const cases: Array<[name: string, file: Buffer, message: RegExp]> = [
		[
			'a Word document',
			zip([{ name: 'word/document.xml', content: 'x' }]),
			/a Word document, accepted are png, jpeg, bmp, webp, tiff, gif, heic, avif, pdf, ofd, xml and zip: save it as PDF/,
		],
		[
			'a mail',
			Buffer.from('From: a@b\r\nSubject: c\r\n\r\nhello'),
			/an e-mail, .*: send its attachments/,
		],
		[
			'a HEIC photo without a picture',
			Buffer.from('\0\0\0\x10ftypheic\0\0\0\0', 'latin1'),
			/header cannot be read: save it as JPEG/,
		],
		[
			'a RAR',
			Buffer.from('Rar!\x1a\x07\0', 'latin1'),
			/RAR archive, .*: unpack it, or pack it as ZIP/,
		],
		['an XML of something else', xml('<rss/>'), /no electronic invoice/],
		['a billion laughs', xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), /document type/],
		[
			'a ZIP of nothing to read',
			zip([{ name: '说明.txt', content: 'x' }]),
			/nothing in the ZIP can be read, the first file is 说明\.txt: these bytes/,
		],
		['a broken ZIP', Buffer.from('PK\x03\x04broken', 'latin1'), /the archive is broken/],
		[
			'an OFD without its document',
			zip([{ name: 'OFD.xml', content: '<OFD/>' }]),
			/has no document/,
		],
	];
	it.each(cases)('refuses %s at both APIs with a sentence', async (_, file, message) => {
		for (const [{ body }, code] of [
			[await postInvoice(file), 253201],
			[await postReceipt(file), 200001],
		] as const) {
			expect(body).toEqual({
				reason: expect.stringMatching(message),
				result: null,
				error_code: code,
			});
			expect(body.reason).toMatch(/^查询参数错误: /);
		}
	});

	it.each([
		['x01-training.xml', '2', /has no page 2: it has 1 page$/],
		['o11-hardware-two.ofd', '3', /has no page 3: it has 2 pages/],
		['z01-mail.zip', '9', /has no page 9: it has 2 pages/],
	])('refuses a page that %s does not have', async (name, page, message) => {
		const { body } = await postInvoice(sample(`data/${name}`), { page });
		expect(body).toMatchObject({ error_code: 253201, reason: expect.stringMatching(message) });
	});

	it('refuses what unpacks to gigabytes and what nests without end, with the worker that it has', async () => {
		const workers = server.workers;
		const bomb = { name: 'a', content: Buffer.alloc(20e6) };
		const quine = zip([
			{ name: 'a.zip', content: zip([{ name: 'b.zip', content: 'PK\x05\x06' }]) },
		]);
		const page = `<ofd:Page>${'<a>'.repeat(1e5)}`;
		const deep = smallOfd({ more: [{ name: 'Doc_0/Pages/Page_0/Content.xml', content: page }] });
		const gigabytes = zip([
			bomb,
			...Array.from({ length: 150 }, (_, i) => ({
				...bomb,
				content: '',
				size: 20e6,
				packed: Buffer.alloc(0),
				name: `b${i}`,
				sharedWith: 0,
			})),
		]);
		const lying = zip([{ name: 'a', packed: deflateRawSync(Buffer.alloc(50e6)), size: 10 }]);
		for (const file of [gigabytes, lying, quine, deep]) {
			expect((await postInvoice(file)).body.error_code).toBe(253201);
		}
		expect((await postInvoice(sample('data/o01-printing.ofd'))).body.error_code).toBe(0);
		expect(server.workers).toEqual(workers);
	});
});

it('keeps its worker under 600 MB', () => {
	for (const pid of server.workers) {
		const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		expect(Number(peak) * 1024).toBeLessThan(600e6);
	}
});
