import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { compareInvoice, type Truth as DocumentTruth } from '../../testing/accuracy/compare.mts';
import { deepForms, pageOfObjects } from '../../testing/pictures/attack.mts';
import { sample, ServerProcess, type Answer } from '../../testing/process/server-process.mts';
import { chinesePage, encrypted, nestedForms, onePage } from '../../testing/pictures/pdf.mts';

const receiptPath = '/shoppingReceipt/query';

let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300']);
});
afterAll(() => server.stop());

const postInvoice = (file: Buffer, more?: Record<string, string>) =>
	server.postFile('invoice', file, more);
const postReceipt = (file: Buffer, more?: Record<string, string>) =>
	server.postFile('receipt', file, more);

const infosOf = ({ body }: Answer): Record<string, string> => {
	const { invoice_general_infos: infos } = body.result as {
		invoice_general_infos: Array<{ name: string; value: string }>;
	};
	return Object.fromEntries(infos.map(({ name, value }) => [name, value]));
};

interface Truth {
	pages: Array<DocumentTruth & { fields: Record<string, string> }>;
}
const truthOf = (name: string, page = 1): Record<string, string> =>
	(JSON.parse(sample(`pdf/${name}.json`).toString()) as Truth).pages[page - 1].fields;
const core = [
	'发票号码',
	'购买方名称',
	'购买方识别号',
	'销售方名称',
	'销售方识别号',
	'合计金额(小写)',
	'合计金额(大写)',
];
const coreOf = (fields: Record<string, string>) => core.map((name) => fields[name]);

describe('reading', () => {
	it.each([
		['a text layer', 'd01-training'],
		['a page that is a picture', 'd02-hotel-scan'],
		['two pages, the first by default', 'd03-hardware-two'],
	])('reads %s', async (_, name) => {
		const answer = await postInvoice(sample(`pdf/${name}.pdf`));
		expect(answer.body).toMatchObject({ reason: 'success', error_code: 0 });
		expect(coreOf(infosOf(answer))).toEqual(coreOf(truthOf(name)));
	});

	it.each([
		['a ride', 'd04-ride-travellers'],
		['toll', 'd05-toll'],
		['what comes back', 'd06-red-letter'],
		['building services', 'd07-building'],
		['the railway', 'd08-railway'],
		['a roll', 'd09-roll'],
	])('reads all of the form for %s, and no traveller as goods', async (_, name) => {
		const { body } = await postInvoice(sample(`pdf/${name}.pdf`));
		const { invoice_general_infos: infos } = body.result as {
			invoice_general_infos: Array<{ name: string; value: string }>;
		};
		const [truth] = (JSON.parse(sample(`pdf/${name}.json`).toString()) as Truth).pages;
		const fields = infos.map((info) => ({ ...info, confidence: 1, location: null }));
		const { misses, invented } = compareInvoice(truth, fields);
		expect({ misses, invented }).toEqual({ misses: [], invented: [] });
		expect(infos.filter(({ value }) => /尉迟云|章怀瑾|乔松/.test(value))).toEqual([]);
	});

	it('reads the page that is asked for', async () => {
		const file = sample('pdf/d03-hardware-two.pdf');
		const second = await postInvoice(file, { page: '2' });
		expect(coreOf(infosOf(second))).toEqual(coreOf(truthOf('d03-hardware-two', 2)));
		const first = await postInvoice(file, { page: '1' });
		expect(coreOf(infosOf(first))).toEqual(coreOf(truthOf('d03-hardware-two')));
	});

	/** An invoice that is on none of the pictures. */
	const lines = [
		'电子发票（普通发票）',
		'发票号码：24332000000158306488',
		'开票日期：2024年06月18日',
		'购买方名称：杭州云栖澄明软件有限公司',
		'销售方名称：宁波启帆职业培训学校有限公司',
		'价税合计（大写）：陆仟贰佰零玖圆玖角玖分 （小写）¥6209.99',
	];

	it('reads text whose font is not in the file, of which a drawing shows nothing', async () => {
		expect(infosOf(await postInvoice(chinesePage({ lines })))).toMatchObject({
			发票号码: '24332000000158306488',
			日期: '2024年06月18日',
			购买方名称: '杭州云栖澄明软件有限公司',
			销售方名称: '宁波启帆职业培训学校有限公司',
			'合计金额(小写)': '6209.99',
		});
	});

	it.each([
		['was laid invisibly over a scan', { lines, invisible: true }],
		['is a stamp on a scan', { lines: ['已报销 2024年06月18日'] }],
	])('reads the picture and not the text that %s', async (_, text) => {
		const scan = sample('invoices/i02-fujian.jpg');
		expect(infosOf(await postInvoice(chinesePage({ ...text, scan })))).toMatchObject({
			发票代码: '235001608031',
			发票号码: '07316290',
		});
	});

	it('reads an empty page as nothing', async () => {
		expect((await postInvoice(onePage())).body.error_code).toBe(253202);
		expect((await postReceipt(onePage())).body.error_code).toBe(200002);
	});

	it('opens an encrypted PDF that needs no password', async () => {
		const { body } = await postReceipt(encrypted('BT /F1 40 Tf 60 200 Td (TOTAL: 12.50) Tj ET'));
		expect(body).toMatchObject({ error_code: 0, result: { data: { total_amount: '12.50' } } });
	});
});

describe('refusing', () => {
	const broken = sample('pdf/d02-hotel-scan.pdf');
	/** A megabyte that becomes 300. */
	const inflating = onePage({
		content: deflateSync(Buffer.alloc(300e6, ' ')),
		contentEntries: '/Filter /FlateDecode',
	});
	const endless = onePage({
		content: `/G gs\n${'0 0 595 400 re f\n'.repeat(100_000)}`,
		resources: '/ExtGState << /G << /ca 0.5 >> >>',
	});
	const usual = '发票号码日期金额税合计名称单价数量'.repeat(3);
	const rows = (count: number, text: string) =>
		chinesePage({ lines: [usual, ...Array.from({ length: count }, (_, i) => `${text}${i}`)] });
	const cases: Array<[name: string, file: Buffer, message: RegExp]> = [
		['2,500 rows of a few characters', rows(2500, ''), /more than 2000 pieces of text/],
		['a line of 3,000 characters', rows(1, '金额'.repeat(1500)), /1000 characters in one line/],
		['25,000 characters', rows(625, '金额'.repeat(20)), /more than 20000 characters/],
		['one that needs a password', encrypted('', 'secret'), /needs a password/],
		['the first half of one', broken.subarray(0, broken.length / 2), /cut off|broken/],
		['a header and nothing else', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /broken/],
		[
			'a page as large as a field',
			onePage({ mediaBox: '0 0 1000000 1000000' }),
			/1000000 x 1000000/,
		],
		['a page as thin as a thread', onePage({ mediaBox: '0 0 14000 10' }), /200 times as long/],
		['a page that unpacks to 300 MB', inflating, /too much memory/],
		['forms that draw forms that draw forms', nestedForms(12), /too much memory|10 seconds/],
	];

	it.each(cases)('refuses %s at both APIs', async (_, file, message) => {
		for (const [answer, code] of [
			[await postInvoice(file), 253201],
			[await postReceipt(file), 200001],
		] as const) {
			expect(answer.body).toEqual({
				reason: expect.stringMatching(/^查询参数错误: /),
				result: null,
				error_code: code,
			});
			expect(answer.body.reason).toMatch(message);
		}
	});

	it('reads on with the same worker after forms in forms hundreds deep, and thousands of objects', async () => {
		const workers = server.workers;
		for (const file of [deepForms(500), pageOfObjects(20_000)]) {
			expect([0, 253201, 253202]).toContain((await postInvoice(file)).body.error_code);
		}
		expect((await postInvoice(sample('pdf/d01-training.pdf'))).body.error_code).toBe(0);
		expect(server.workers).toEqual(workers);
	});

	it('refuses a page that takes too long, and reads the next picture with the same worker', async () => {
		const workers = server.workers;
		const { body } = await postInvoice(endless);
		expect(body).toMatchObject({ error_code: 253201, reason: expect.stringMatching(/10 seconds/) });
		expect((await postInvoice(sample('pdf/d01-training.pdf'))).body.error_code).toBe(0);
		expect(server.workers).toEqual(workers);
	});

	it.each([
		['0', /page is "0".*from 1/],
		['-1', /page is "-1"/],
		['1.5', /page is "1\.5"/],
		['two', /page is "two"/],
		['', /page is ""/],
		['3', /no page 3.*2 pages/],
		['99999999999999999999', /page is "99999999999999999999"/],
	])('refuses page %j', async (page, message) => {
		const { body } = await postInvoice(sample('pdf/d03-hardware-two.pdf'), { page });
		expect(body.error_code).toBe(253201);
		expect(body.reason).toMatch(message);
	});

	it('refuses a second page of a picture, a doubled page, and a page beyond what a lying count says', async () => {
		const photo = sample('receipts/r02-convenience.jpg');
		expect((await postReceipt(photo, { page: '2' })).body.reason).toMatch(
			/only a PDF, TIFF, OFD or ZIP has pages/,
		);
		expect((await postReceipt(photo, { page: '1' })).body.error_code).toBe(0);
		const doubled = `key=demo&page=1&page=2&image=${encodeURIComponent(photo.toString('base64'))}`;
		expect((await server.post(receiptPath, doubled)).body.reason).toMatch(
			/page was sent more than once/,
		);
		const lying = onePage({ count: 50_000_000 });
		expect((await postInvoice(lying, { page: '40000000' })).body.error_code).toBe(253201);
	});
});

it('keeps its worker under 600 MB', () => {
	for (const pid of server.workers) {
		const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		expect(Number(peak) * 1024).toBeLessThan(600e6);
	}
});
