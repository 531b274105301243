import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../sandbox/process.mts';
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

const sample = (name: string) => path.resolve('samples', 'invoices', name);
/** The third row of the sample, 复印纸 5 x 115: without it the rows add up to 3571, and the invoice to 4146. */
const thirdRow = { left: 100, top: 666, width: 1420, height: 42 };
const torn = 'torn.jpg';

let review: Review;

beforeAll(async () => {
	review = await Review.create();
	await review.begin('invoices', {
		'in-order.jpg': await readFile(sample('i01-hubei.jpg')),
		[torn]: await covered(sample('i01-hubei.jpg'), thirdRow),
	});
});

afterAll(async () => {
	await review?.stop();
});

const savedLines = async (file: string): Promise<Row[]> =>
	(await review.n8n.tableRows('Reviewed Invoice Lines')).filter(
		({ sourceFile }) => sourceFile === file,
	);
const cellsOf = (rows: Row[]) =>
	rows.map(({ lineNumber, name, specification, unit, quantity, unitPrice, amount }) => [
		lineNumber,
		name,
		specification,
		unit,
		quantity,
		unitPrice,
		amount,
	]);
const printed = [
	[1, '激光打印机', 'LP-2210D', '台', 2, 1280, 2560],
	[2, '硒鼓', 'T-410', '支', 6, 168.5, 1011],
	[3, '复印纸', 'A4 70g', '箱', 5, 115, 575],
];

test('of an invoice in order each line is a row at once, with the values of the invoice', async () => {
	const rows = await savedLines('in-order.jpg');
	expect(cellsOf(rows)).toEqual(printed);
	for (const row of rows) {
		expect(row).toMatchObject({
			invoiceNumber: '00538761',
			totalAmount: 4146,
			checkedBy: 'review checks',
		});
	}
});

test.each([
	['a desktop', desktop],
	['a phone', phone],
])(
	'the form shows each line of an invoice as two or three rows of fields, on %s',
	async (_, viewport) => {
		const page = await review.form.next(viewport);
		await page.getByText(torn).waitFor();
		for (const width of await pictureWidths(page)) expect(width).toBe(1620);
		const names = [
			'name',
			'specification',
			'unit',
			'quantity',
			'price',
			'amount',
			'tax rate',
			'tax',
		];
		const boxes = await Promise.all(
			names.map(async (name) => await edges(field(page, `Line 2: ${name}`))),
		);
		const rowsOf = [...new Set(boxes.map(({ top }) => Math.round(top)))];
		expect(rowsOf).toHaveLength(viewport === phone ? 4 : 2);
		for (const { left, right } of boxes) {
			expect(right - left).toBeGreaterThan(70);
			expect(right).toBeLessThanOrEqual(viewport.width);
		}
		expect(await field(page, 'Line 2: name').inputValue()).toBe('硒鼓');
		expect(await field(page, 'Line 2: price').inputValue()).toBe('168.5');
		expect((await edges(field(page, 'Line 3: name'))).top).toBeGreaterThan(boxes[7].bottom);
		expect(await isTooWide(page)).toBe(false);
		await page.close();
	},
);

test('a person adds a line of an invoice, mends one and takes one away; what is no number is asked again', async () => {
	const page = await review.form.next(phone);
	await page.getByText(torn).waitFor();
	const line = async (number: number, cells: Record<string, string>) => {
		for (const [name, text] of Object.entries(cells)) {
			await field(page, `Line ${number}: ${name}`).fill(text);
		}
	};
	await line(3, {
		name: '复印纸',
		specification: 'A4 70g',
		unit: '箱',
		quantity: '5',
		price: '115',
	});
	await line(3, { amount: '五百', 'tax rate': '13%', tax: '66.15' });
	await line(1, { specification: 'LP-2210DN', quantity: '２', price: '￥1,280.00' });
	await page.getByRole('checkbox', { name: 'Remove' }).nth(1).check();
	await saveInVain(page);
	expect(await savedLines(torn)).toEqual([]);
	expect(await page.getByText('Line 3: amount: "五百" is not a number').count()).toBe(2);
	await line(3, { amount: '575' });
	await save(page);
	const rows = await savedLines(torn);
	expect(cellsOf(rows)).toEqual([
		[1, '激光打印机', 'LP-2210DN', '台', 2, 1280, 2560],
		[2, '复印纸', 'A4 70g', '箱', 5, 115, 575],
	]);
	expect(rows[1]).toMatchObject({ taxRate: '13%', taxAmount: 66.15 });
	for (const row of rows) {
		expect(row).toMatchObject({
			invoiceCode: '142001513021',
			invoiceNumber: '00538761',
			invoiceDate: '2015-12-18',
			totalAmount: 4146,
			checkedBy: reviewer,
			checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
	}
	const invoices = await review.n8n.tableRows('Reviewed Invoices');
	expect(invoices.filter(({ sourceFile }) => sourceFile === torn)).toEqual([
		expect.objectContaining({ totalAmount: 4146, checkedAt: rows[0].checkedAt }),
	]);
});

test('executed again, it saves no line twice and asks nobody again', async () => {
	const tables = async () => [
		await review.n8n.tableRows('Reviewed Invoice Lines'),
		await review.queued(),
	];
	const before = await tables();
	await review.execute();
	expect(await tables()).toEqual(before);
});

test('the lines that were corrected are exported as truth, and the server is measured with them', async () => {
	const folder = review.installation.output;
	for (const name of ['invoices', 'truth']) await mkdir(path.join(folder, name));
	await review.n8n.executeUnsaved('juheExportChecked', 'Start');
	const [file, ...others] = await readdir(path.join(folder, 'truth'));
	expect(others).toEqual([]);
	const { id, fields } = JSON.parse(await readFile(path.join(folder, 'truth', file), 'utf8'));
	expect(fields).toMatchObject({
		发票号码: '00538761',
		items: [
			['激光打印机', 'LP-2210DN', '台', '2', '1280.00', '2560.00', '', ''],
			['复印纸', 'A4 70g', '箱', '5', '115.00', '575.00', '13%', '66.15'],
		],
	});
	const script = path.resolve('server', 'bench', 'accuracy.mts');
	const engine = ['--engines', 'juhe-ocr-server', '--variants', 'clean'];
	const told = await run('bench', process.execPath, [script, '--samples', folder, ...engine]);
	expect(told).toContain(id);
	// The picture says otherwise than what was typed.
	expect(told).toMatch(/规格型号.*LP-2210DN/);
	expect(told).toMatch(/invoice items/);
});
