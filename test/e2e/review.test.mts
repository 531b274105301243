import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../sandbox/process.mts';
import { covered } from './support/drawn.mts';
import { filesWithPicture, holdsPicture } from './support/picture-traces.mts';
import {
	desktop,
	edges,
	isTooWide,
	phone,
	pictureWidths,
	places,
	reviewer,
	save,
	saveInVain,
} from './support/review-form.mts';
import { cleanUpSoon, Review } from './support/review.mts';

type Row = Record<string, unknown>;

const sample = (name: string) => path.resolve('samples', 'invoices', name);
/** Where the sample says 肆仟: without it, the words say 146, and rows and figures 4146. */
const firstOfTheWords = { left: 358, top: 782, width: 64, height: 46 };
/** A name that a pattern of files would not find. */
const doubtful = '有污渍 [1].jpg';

let review: Review;
let picture: Buffer;

beforeAll(async () => {
	review = await Review.create(cleanUpSoon);
	picture = await covered(sample('i01-hubei.jpg'), firstOfTheWords);
	await review.begin('invoices', {
		'i05-yunnan.jpg': await readFile(sample('i05-yunnan.jpg')),
		[doubtful]: picture,
		'空白.jpg': '',
	});
});

afterAll(async () => {
	await review?.stop();
});

const saved = async () => await review.n8n.tableRows('Reviewed Invoices');
const queued = async () => await review.queued();

test('a row in order is saved at once', async () => {
	const rows = await saved();
	expect(rows).toEqual([
		expect.objectContaining({
			sourceFile: 'i05-yunnan.jpg',
			totalAmount: 11378.05,
			checkedBy: 'review checks',
			checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		}),
	]);
});

test('a contradiction and an unreadable picture wait, each with its reason', async () => {
	const rows = await queued();
	const waiting = rows.map(({ sourceFile, status, reviewReasons }) => [
		sourceFile,
		status,
		reviewReasons,
	]);
	expect(waiting.sort()).toEqual([
		[doubtful, 'open', expect.stringContaining('4146')],
		['空白.jpg', 'open', expect.stringMatching(/empty/)],
	]);
});

test.each([
	['a desktop', desktop],
	['a phone', phone],
])('the form shows what is doubted enlarged above its value, on %s', async (_, viewport) => {
	const page = await review.form.next(viewport);
	expect(await pictureWidths(page)).toEqual([1620, 1620, 1620]);
	for (const label of ['Total', 'Total in words']) {
		const input = page.getByLabel(label, { exact: true });
		const frame = places(page).nth(label === 'Total' ? 0 : 1);
		const [cut, mark, field] = [
			await edges(frame.locator('> div')),
			await edges(frame.locator('b')),
			await edges(input),
		];
		expect(mark.left).toBeGreaterThanOrEqual(cut.left);
		expect(mark.right).toBeLessThanOrEqual(cut.right);
		expect(mark.top).toBeGreaterThanOrEqual(cut.top);
		expect(mark.bottom).toBeLessThanOrEqual(cut.bottom);
		expect(field.top).toBeGreaterThan(cut.bottom);
		expect(field.top - cut.bottom).toBeLessThan(60);
		expect(field.right).toBeLessThanOrEqual(viewport.width);
		const whole = await edges(page.locator('.html img').first());
		const enlarged = await edges(frame.locator('img'));
		expect(enlarged.right - enlarged.left).toBeGreaterThan(1.5 * (whole.right - whole.left));
	}
	expect(await isTooWide(page)).toBe(false);
	await page.close();
});

test('a person corrects the rows one after the other, until none is left', async () => {
	const first = await review.form.next(desktop);
	const shown = (await first.locator('.html img').first().getAttribute('src')) ?? '';
	const address = new URL(shown, first.url()).href;
	expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(picture)).toBe(true);
	expect(await first.getByLabel('Number', { exact: true }).inputValue()).toBe('00538761');
	await first.getByLabel('Total in words').fill('肆仟壹佰肆拾陆元整');
	await save(first);
	expect((await fetch(address)).status).toBe(404);

	const second = await review.form.next(phone);
	await second.getByText('空白.jpg').waitFor();
	await second.getByLabel('Number', { exact: true }).fill('00000001');
	await second.getByLabel('Total', { exact: true }).fill('12,5O');
	await second.getByLabel('Date', { exact: true }).fill('2024-02-30');
	await saveInVain(second);
	expect(await saved()).toHaveLength(2);
	for (const problem of ['"12,5O" is not a number', '"2024-02-30" is not a date']) {
		expect(await second.getByText(problem).count()).toBe(2);
	}
	expect(await second.getByLabel('Number', { exact: true }).inputValue()).toBe('00000001');
	expect(await second.getByLabel('Total', { exact: true }).inputValue()).toBe('12,5O');
	await second.getByLabel('Total', { exact: true }).fill('￥1,012.50');
	await second.getByLabel('Date', { exact: true }).fill('2024年2月9日');
	await save(second);
	const third = await review.form.next(phone);
	await third.getByText('Nothing to review').waitFor();
	await third.close();

	const rows = await saved();
	const byHand = { checkedBy: reviewer, checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) };
	expect(rows.slice(1)).toEqual([
		expect.objectContaining({
			sourceFile: doubtful,
			invoiceCode: '142001513021',
			invoiceNumber: '00538761',
			totalAmount: 4146,
			totalAmountInWords: '肆仟壹佰肆拾陆元整',
			...byHand,
		}),
		expect.objectContaining({
			sourceFile: '空白.jpg',
			invoiceCode: null,
			invoiceNumber: '00000001',
			invoiceDate: '2024-02-09',
			totalAmount: 1012.5,
			...byHand,
		}),
	]);
	const done = expect.objectContaining({ status: 'done', pictureKey: null, places: null });
	expect(await queued()).toEqual([done, done]);
});

test.each(['?key=none', '?key=', '', '?key=%25'])(
	'the address of the pictures shows none to whoever has no key: %s',
	async (query) => {
		const answer = await fetch(
			`${review.installation.n8n.url}/webhook/juhe-review-picture${query}`,
		);
		expect(answer.status).toBe(404);
	},
);

test('what was checked can be exported, and the server measured with it', async () => {
	const folder = review.installation.output;
	for (const name of ['invoices', 'truth']) await mkdir(path.join(folder, name));
	await review.n8n.executeUnsaved('juheExportChecked', 'Start');
	const [file, ...others] = await readdir(path.join(folder, 'truth'));
	expect(others).toEqual([]);
	const truth = JSON.parse(await readFile(path.join(folder, 'truth', file), 'utf8'));
	expect(truth).toEqual({
		id: path.parse(file).name,
		kind: 'invoice',
		fields: {
			发票代码: '142001513021',
			发票号码: '00538761',
			日期: '2015-12-18',
			购买方名称: '武汉澜图测绘技术有限公司',
			购买方识别号: '91420111MA4KQ7T245',
			销售方名称: '武汉恒立信办公设备有限公司',
			销售方识别号: '91420106303588120K',
			'合计金额(小写)': '4146.00',
			'合计金额(大写)': '肆仟壹佰肆拾陆元整',
			items: [
				['激光打印机', 'LP-2210D', '台', '2', '1280.00', '2560.00', '', ''],
				['硒鼓', 'T-410', '支', '6', '168.50', '1011.00', '', ''],
				['复印纸', 'A4 70g', '箱', '5', '115.00', '575.00', '', ''],
			],
		},
	});
	const exported = await readFile(path.join(folder, 'invoices', `${truth.id}.jpg`));
	expect(exported.equals(picture)).toBe(true);
	const script = path.resolve('server', 'bench', 'accuracy.mts');
	const engine = ['--engines', 'juhe-ocr-server', '--variants', 'clean'];
	const printed = await run('bench', process.execPath, [script, '--samples', folder, ...engine]);
	// The picture lacks what the person put back.
	expect(printed).toMatch(/合计金额\(大写\).*肆仟壹佰肆拾陆元整/);
	expect(printed).toContain(truth.id);
});

test('executed again, it saves no invoice twice and asks nobody again', async () => {
	const before = [await saved(), await queued()];
	await review.execute();
	const withoutTimes = (rows: Row[]) => rows.map(({ updatedAt: _, checkedAt: __, ...row }) => row);
	const after = [await saved(), await queued()];
	expect(after.map(withoutTimes)).toEqual(before.map(withoutTimes));
});

test('after the review n8n has nothing of a picture, in its database, its log or its files', async () => {
	expect(holdsPicture(picture, picture)).toBe(true);
	expect(holdsPicture(Buffer.from(review.installation.n8n.printed), picture)).toBe(false);
	let holding = await filesWithPicture(review.installation.n8n.userFolder, picture);
	expect(holding.filter((file) => !file.includes('binary_data'))).toEqual([]);
	for (let i = 0; i < 150 && holding.length > 0; i++) {
		await sleep(1000);
		holding = await filesWithPicture(review.installation.n8n.userFolder, picture);
	}
	expect(holding).toEqual([]);
});
