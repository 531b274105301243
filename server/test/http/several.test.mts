import sharp from 'sharp';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';
import { chinesePages } from '../../testing/pictures/pdf.mts';

const key = 'demo';
let server: ServerProcess;
beforeAll(async () => {
	server = await ServerProcess.start({}, ['--workers', '2', '--deadline', '300']);
});
afterAll(() => server.stop());

interface Info {
	name: string;
	value: string;
}
/** What both APIs say of a file, and the fields of the receipt API. */
interface Answer {
	documents?: Array<Answer & { page: number; box: number[] }>;
	pageCount?: number;
	pagesLeftOut?: number;
	documentsLeftOut?: number;
	leftOut?: string[];
	emptyPages?: number[];
	invoice_general_infos?: Info[];
	confidence: object;
	shop_name?: string;
	receipt_num?: string;
}

async function askInvoice(file: Buffer, page?: string, at = server): Promise<Answer> {
	const form = { key, image_base64: file.toString('base64'), ...(page && { page }) };
	const { body } = await at.post('/invoice_general_ocr/query', form);
	expect(body.reason).toBe('success');
	return body.result as Answer;
}

async function askReceipt(file: Buffer, page?: string): Promise<Answer> {
	const form = { key, image: file.toString('base64'), ...(page && { page }) };
	const { body } = await server.post('/shoppingReceipt/query', form);
	expect(body.reason).toBe('成功');
	return (body.result as { data: Answer }).data;
}

const valueOf = ({ invoice_general_infos: infos }: Answer, name: string) =>
	infos?.find((info) => info.name === name)?.value;
const numberOf = (answer: Answer) => valueOf(answer, '发票号码');

interface Truth {
	documents: Array<{ page: number; fields: Record<string, string> }>;
}
const truthOf = (id: string) =>
	(JSON.parse(sample(`several/${id}.json`).toString()) as Truth).documents;

describe('page', () => {
	const mixed = sample('several/v05-mixed.pdf');
	const truth = truthOf('v05-mixed');

	it('all gives every document, in order, each with its page, and the fields of the first as documented', async () => {
		const answer = await askInvoice(mixed, 'all');
		const found = answer.documents?.map((one) => [one.page, numberOf(one)]);
		expect(found).toEqual(truth.map(({ page, fields }) => [page, fields.发票号码]));
		expect(numberOf(answer)).toBe(truth[0].fields.发票号码);
		expect(answer).toMatchObject({ pageCount: 5 });
		expect(answer.pagesLeftOut).toBeUndefined();
		expect(answer.documents?.[0].confidence).toEqual(answer.confidence);
	});

	it.each([
		['5', [5]],
		['2-4', [2]],
		['1,5', [1, 1, 5]],
		['5,1', [1, 1, 5]],
		['4-9', [4, 5]],
	])('%s gives the documents of those pages', async (page, pages) => {
		const { documents } = await askInvoice(mixed, page);
		expect(documents?.map((one) => one.page) ?? pages).toEqual(pages);
	});

	it('is the first where it is not given, with all documents on it', async () => {
		const { documents, pageCount } = await askInvoice(mixed);
		expect(documents?.map((one) => one.page)).toEqual([1, 1]);
		expect(pageCount).toBe(5);
	});

	it('all of a file of one document says no more than the page alone', async () => {
		const file = sample('pdf/d01-training.pdf');
		const [one, all] = [await askInvoice(file, '1'), await askInvoice(file, 'all')];
		expect({ ...all, request_id: '' }).toEqual({ ...one, request_id: '' });
		expect(Object.keys(one)).not.toContain('documents');
	});

	it('all of a picture is the picture', async () => {
		expect((await askReceipt(sample('receipts/r15-kiosk.jpg'), 'all')).receipt_num).toBe('000427');
	});

	it('counts an invoice on three pages as one document', async () => {
		const answer = await askInvoice(sample('several/v03-long-invoice.pdf'), 'all');
		expect(answer.documents).toBeUndefined();
		const rows = answer.invoice_general_infos?.filter(({ name }) => name === '金额');
		expect(rows).toHaveLength(15);
		expect(valueOf(answer, '合计金额(小写)')).toBe(
			truthOf('v03-long-invoice')[0].fields['合计金额(小写)'],
		);
	});
});

/** Places of the documents as the picture was sent: left, top, right, bottom in thousandths. */
const boxesOf = ({ documents = [] }: Answer) => documents.map(({ box }) => box);

describe('receipts side by side in a photo', () => {
	const photo = sample('several/v06-side-by-side.jpg');
	let found: Answer;
	beforeAll(async () => {
		found = await askReceipt(photo);
	});

	it('are found, and it is said where each lies', () => {
		expect(found.documents?.map(({ shop_name: shop }) => shop)).toEqual(
			truthOf('v06-side-by-side').map(({ fields }) => fields.shop_name),
		);
		const [left, right] = boxesOf(found);
		expect(left[2]).toBeLessThan(right[0]);
	});

	it.each([90, 180, 270])('lie as they do when the photo is turned by %i degrees', async (turn) => {
		const turned = boxesOf(await askReceipt(await sharp(photo).rotate(turn).jpeg().toBuffer()));
		const back: Record<number, (box: number[]) => number[]> = {
			90: ([l, t, r, b]) => [t, 1000 - r, b, 1000 - l],
			180: ([l, t, r, b]) => [1000 - r, 1000 - b, 1000 - l, 1000 - t],
			270: ([l, t, r, b]) => [1000 - b, l, 1000 - t, r],
		};
		expect(turned).toHaveLength(2);
		const straight = boxesOf(found);
		turned.map(back[turn]).forEach((box, i) => {
			box.forEach((side, k) => expect(Math.abs(side - straight[i][k])).toBeLessThan(40));
		});
	});
});

const page = (i: number) => ({
	lines: [
		'电子发票（普通发票）',
		`发票号码：243320000001${String(58306488 + i)}`,
		'开票日期：2024年06月18日',
		'购买方名称：杭州云栖澄明软件有限公司',
		'销售方名称：宁波启帆职业培训学校有限公司',
		'价税合计（大写）：陆仟贰佰零玖圆玖角玖分 （小写）¥6209.99',
	],
});
const pages = (count: number) => Array.from({ length: count }, (_, i) => page(i));

describe('what is left out is said', () => {
	it('of pages that cannot be read, and the others are read', async () => {
		const answer = await askInvoice(chinesePages([page(0), undefined, page(2)]), 'all');
		expect(answer.documents?.map((one) => one.page)).toEqual([1, 3]);
		expect(answer.pagesLeftOut).toBe(1);
		expect(answer.leftOut).toEqual([expect.stringMatching(/^page 2: the page measures/)]);
	});

	it('of pages that hold no document, which are not counted as left out', async () => {
		const letter = {
			lines: ['各位同事：附件为本月发票，请查收。如有问题请与财务部联系。', '祝好'],
		};
		const answer = await askInvoice(chinesePages([letter, page(1), page(2)]), 'all');
		expect(answer.documents?.map((one) => one.page)).toEqual([2, 3]);
		expect(answer.emptyPages).toEqual([1]);
		expect(answer.pagesLeftOut).toBeUndefined();
	});

	it('of pages beyond the bound, with workers that hold no more memory for them', async () => {
		const answer = await askInvoice(chinesePages(pages(230)), 'all');
		expect(answer.documents).toHaveLength(200);
		expect(answer).toMatchObject({ pageCount: 230, pagesLeftOut: 30 });
		expect(answer.leftOut).toEqual([expect.stringMatching(/^pages from 201 on: .*200/)]);
	});

	it('of pages that the time of the call did not reach', async () => {
		const hurried = await ServerProcess.start({}, ['--workers', '1', '--deadline', '8']);
		try {
			const scan = sample('invoices/i02-fujian.jpg');
			const scans = Array.from({ length: 60 }, () => ({ lines: [], scan }));
			const answer = await askInvoice(chinesePages([page(0), ...scans]), 'all', hurried);
			expect(numberOf(answer)).toBe(page(0).lines[1].slice(5));
			expect(answer.pagesLeftOut).toBeGreaterThan(0);
			expect(answer.leftOut).toEqual([
				expect.stringMatching(/on: the 8 seconds of a call were over/),
			]);
		} finally {
			await hurried.stop();
		}
	});
});

it.each([
	['7', /the PDF has no page 7: it has 3 pages/],
	['7-9', /the PDF has no page 7: it has 3 pages/],
	['3-2', /page is "3-2", needed is a number from 1, a range as 2-5, a list as 1,3, or all/],
])('refuses page %s of three', async (wanted, message) => {
	const { body } = await server.post('/invoice_general_ocr/query', {
		key,
		image_base64: chinesePages(pages(3)).toString('base64'),
		page: wanted,
	});
	expect(body.error_code).toBe(253201);
	expect(body.reason).toMatch(message);
});

it('gives the documents of a ZIP, and names what in it is not read', async () => {
	const answer = await askInvoice(sample('data/z01-mail.zip'), 'all');
	expect(answer.documents?.map((one) => [one.page, numberOf(one)])).toEqual([
		[1, '24332000000158306471'],
		[2, '25322000000118204639'],
	]);
	expect(answer.leftOut).toEqual([expect.stringMatching(/^说明\.txt: /)]);
});
