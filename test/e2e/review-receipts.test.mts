import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { covered } from './support/drawn.mts';
import {
	desktop,
	edges,
	field,
	isTooWide,
	phone,
	pictureWidths,
	reviewer,
	save,
	saveInVain,
} from './support/review-form.mts';
import { Review } from './support/review.mts';

type Row = Record<string, unknown>;

const kiosk = path.resolve('samples', 'receipts', 'r15-kiosk.jpg');
/** The third line of the sample, 烤香肠 2 x 4.00: without it the lines add up to 14.50, and the receipt to 22.50. */
const thirdLine = { left: 14, top: 377, width: 432, height: 90 };

let review: Review;
let torn: Buffer;

beforeAll(async () => {
	review = await Review.create();
	torn = await covered(kiosk, thirdLine);
	await review.begin('receipts', {
		'in-order.jpg': await readFile(kiosk),
		'torn.jpg': torn,
		'空白.jpg': '',
	});
});

afterAll(async () => {
	await review?.stop();
});

const saved = async () => await review.n8n.tableRows('Reviewed Receipts');
const queued = async () => await review.queued();
const lines = (rows: Row[]) =>
	rows.map(({ lineNumber, name, quantity, unitPrice, subtotal }) => [
		lineNumber,
		name,
		quantity,
		unitPrice,
		subtotal,
	]);

test('of a receipt in order each line is a row at once', async () => {
	const rows = await saved();
	expect(lines(rows)).toEqual([
		[1, '绿豆冰棍', 3, 2, 6],
		[2, '冰红茶500ml', 2, 3.5, 7],
		[3, '烤香肠', 2, 4, 8],
		[4, '一次性打火机', 1, 1.5, 1.5],
	]);
	for (const row of rows) {
		expect(row).toMatchObject({
			sourceFile: 'in-order.jpg',
			shopName: '阿秀小卖部',
			totalAmount: 22.5,
			checkedBy: 'review checks',
			checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
	}
});

test('a receipt whose lines contradict its total waits, and so does what cannot be read', async () => {
	const rows = await queued();
	expect(rows.map(({ sourceFile, kind, status }) => [sourceFile, kind, status]).sort()).toEqual([
		['torn.jpg', 'receipt', 'open'],
		['空白.jpg', 'receipt', 'open'],
	]);
	const { reviewReasons } = rows.find(({ sourceFile }) => sourceFile === 'torn.jpg') ?? {};
	expect(reviewReasons).toMatch(/^the rows add up to 14.5, not to totalAmount 22.5/);
});

/** The next receipt whose picture can be shown: the queue may begin with the file that is empty. */
async function nextTorn(viewport: { width: number; height: number }) {
	const page = await review.form.next(viewport);
	await page.getByText('torn.jpg').waitFor();
	return page;
}

test.each([
	['a desktop', desktop],
	['a phone', phone],
])('the form shows a line as a row of fields below its heads, on %s', async (_, viewport) => {
	const page = await nextTorn(viewport);
	for (const width of await pictureWidths(page)) expect(width).toBe(460);
	const edgesOf = async (label: string) => await edges(field(page, label));
	const [name, quantity, price, amount] = [
		await edgesOf('Line 2: name'),
		await edgesOf('Line 2: quantity'),
		await edgesOf('Line 2: price'),
		await edgesOf('Line 2: amount'),
	];
	expect(quantity.top).toBe(price.top);
	expect(price.top).toBe(amount.top);
	expect(price.left).toBeGreaterThan(quantity.right);
	expect(amount.left).toBeGreaterThan(price.right);
	expect(viewport === phone ? name.bottom < quantity.top : name.right < quantity.left).toBe(true);
	for (const { left, right } of [name, quantity, price, amount]) {
		expect(right - left).toBeGreaterThan(50);
		expect(right).toBeLessThanOrEqual(viewport.width);
	}
	expect((await edgesOf('Line 3: name')).top).toBeGreaterThan(amount.bottom);
	expect(await isTooWide(page)).toBe(false);
	await page.close();
});

test('a person adds a line, mends one and takes one away; what is no number is asked again', async () => {
	const page = await nextTorn(phone);
	expect(await field(page, 'Line 3: name').inputValue()).toBe('一次性打火机');
	await field(page, 'Line 4: name').fill('烤香肠');
	await field(page, 'Line 4: quantity').fill('2');
	await field(page, 'Line 4: price').fill('4');
	await field(page, 'Line 4: amount').fill('八块');
	await page.getByRole('checkbox', { name: 'Remove' }).nth(1).check();
	await field(page, 'Line 1: name').fill('绿豆冰棍 <大> "老" A&B $&$$');
	await saveInVain(page);
	expect(await saved()).toHaveLength(4);
	expect(await page.getByText('Line 4: amount: "八块" is not a number').count()).toBe(2);
	expect(await field(page, 'Line 4: name').inputValue()).toBe('烤香肠');
	expect(await page.getByRole('checkbox', { name: 'Remove' }).nth(1).isChecked()).toBe(true);
	await field(page, 'Line 4: amount').fill('8');
	await field(page, 'Total').fill('15.5');
	await save(page);

	const rows = (await saved()).filter(({ sourceFile }) => sourceFile === 'torn.jpg');
	expect(lines(rows)).toEqual([
		[1, '绿豆冰棍 <大> "老" A&B $&$$', 3, 2, 6],
		[2, '一次性打火机', 1, 1.5, 1.5],
		[3, '烤香肠', 2, 4, 8],
	]);
	for (const row of rows) {
		expect(row).toMatchObject({
			shopName: '阿秀小卖部',
			receiptNumber: '000427',
			purchaseDate: '2024-03-08',
			totalAmount: 15.5,
			checkedBy: reviewer,
			checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
	}
});

test('what could not be read is typed in, with as many lines as it has', async () => {
	const page = await review.form.next(desktop);
	await page.getByText('空白.jpg').waitFor();
	await field(page, 'Total').fill('11');
	await field(page, 'Shop').fill('-');
	await field(page, 'Line 1: name').fill('第1行');
	await field(page, 'More empty lines').selectOption({ index: 2 });
	await page.getByRole('button', { name: 'Save' }).click();
	await field(page, 'Line 13: name').waitFor();
	expect(await field(page, 'Line 1: name').inputValue()).toBe('第1行');
	await field(page, 'Line 13: name').fill('第13行');
	await field(page, 'Line 13: amount').fill('11');
	await field(page, 'More empty lines').selectOption('No');
	await save(page);
	const rows = (await saved()).filter(({ sourceFile }) => sourceFile === '空白.jpg');
	expect(lines(rows)).toEqual([
		[1, '第1行', null, null, null],
		[2, '第13行', null, null, 11],
	]);
	const none = await review.form.next(desktop);
	await none.getByText('Nothing to review').waitFor();
	const done = expect.objectContaining({ status: 'done', pictureKey: null, places: null });
	expect(await queued()).toEqual([done, done]);
});

test('executed again, it saves no line twice and asks nobody again', async () => {
	const before = [await saved(), await queued()];
	await review.execute();
	expect([await saved(), await queued()]).toEqual(before);
});

test('what was checked can be exported, a truth for each receipt', async () => {
	const folder = review.installation.output;
	for (const name of ['receipts', 'truth']) await mkdir(path.join(folder, name));
	await review.n8n.executeUnsaved('juheExportChecked', 'Start');
	const [file, ...others] = await readdir(path.join(folder, 'truth'));
	expect(others).toEqual([]);
	const truth = JSON.parse(await readFile(path.join(folder, 'truth', file), 'utf8'));
	expect(truth).toEqual({
		id: path.parse(file).name,
		kind: 'receipt',
		fields: {
			shop_name: '阿秀小卖部',
			receipt_num: '000427',
			consumption_date: '2024-03-08',
			consumption_time: '17:23',
			total_amount: '15.50',
			paid_amount: '22.50',
			table: [
				['绿豆冰棍 <大> "老" A&B $&$$', '3', '2.00', '6.00'],
				['一次性打火机', '1', '1.50', '1.50'],
				['烤香肠', '2', '4.00', '8.00'],
			],
		},
	});
	const exported = await readFile(path.join(folder, 'receipts', `${truth.id}.jpg`));
	expect(exported.equals(torn)).toBe(true);
});
