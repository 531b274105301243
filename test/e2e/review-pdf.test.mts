import { createRequire } from 'node:module';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { covered, scannedPdf } from './support/drawn.mts';
import { filesWithPicture, holdsPicture } from './support/picture-traces.mts';
import { receiptRow } from './support/queue-rows.mts';
import { desktop, edges, phone, pictureWidths, places, save } from './support/review-form.mts';
import { cleanUpSoon, Review } from './support/review.mts';

const sharp = createRequire(path.resolve('server', 'package.json'))('sharp');
const sample = (name: string) => path.resolve('samples', 'invoices', name);
/** Where the sample says 肆仟: without it, the words say 146, and rows and figures 4146. */
const firstOfTheWords = { left: 358, top: 782, width: 64, height: 46 };

let review: Review;
let pdf: Buffer;
let drawing: Buffer;

beforeAll(async () => {
	review = await Review.create(cleanUpSoon);
	const doubted = await covered(sample('i01-hubei.jpg'), firstOfTheWords);
	pdf = await scannedPdf([await readFile(sample('i05-yunnan.jpg')), doubted]);
	await review.begin('invoices', {
		'1-两页.pdf': pdf,
		'2-fax.tif': await sharp(doubted).tiff({ compression: 'lzw' }).toBuffer(),
		'3-data.xml': '<note>this is no invoice</note>',
	});
});

afterAll(async () => {
	await review?.stop();
});

const queued = async () => await review.queued();

/** Looks whose turn it is in the queue. */
async function isNext(file: string): Promise<void> {
	const open = (await queued()).filter(({ status }) => status === 'open');
	expect(open[0].sourceFile).toBe(file);
}

test('of a PDF that page waits which is doubted', async () => {
	const rows = await queued();
	expect(rows.map(({ sourceFile, documentNumber }) => [sourceFile, documentNumber])).toEqual([
		['1-两页.pdf', 2],
		['2-fax.tif', 1],
		['3-data.xml', null],
	]);
	const [saved] = await review.n8n.tableRows('Reviewed Invoices');
	expect(saved).toMatchObject({
		sourceFile: '1-两页.pdf',
		documentNumber: 1,
		totalAmount: 11378.05,
	});
});

test.each([
	['a desktop', desktop],
	['a phone', phone],
])('the form shows this page, and what is doubted on it enlarged, on %s', async (_, viewport) => {
	await isNext('1-两页.pdf');
	const page = await review.form.next(viewport);
	expect(await pictureWidths(page)).toEqual([1600, 1600, 1600]);
	const addresses = await page
		.locator('.html img')
		.evaluateAll((images) => images.map((image) => (image as unknown as { src: string }).src));
	expect(addresses.map((address) => new URL(address).searchParams.get('page'))).toEqual([
		'2',
		'2',
		'2',
	]);
	for (const n of [0, 1]) {
		const [cut, mark] = [
			await edges(places(page).nth(n).locator('> div')),
			await edges(places(page).nth(n).locator('b')),
		];
		expect(mark.left).toBeGreaterThanOrEqual(cut.left);
		expect(mark.right).toBeLessThanOrEqual(cut.right);
		expect(mark.top).toBeGreaterThanOrEqual(cut.top);
		expect(mark.bottom).toBeLessThanOrEqual(cut.bottom);
	}
	await page.close();
});

test('its address shows the page and the document, until it is saved', async () => {
	const page = await review.form.next(desktop);
	const link = await page.getByText('Open the document').getAttribute('href');
	const address = new URL(link ?? '', page.url()).href;
	const [document, drawn] = [await fetch(address), await fetch(`${address}&page=2`)];
	expect(Buffer.from(await document.arrayBuffer()).equals(pdf)).toBe(true);
	expect(drawn.headers.get('content-type')).toBe('image/jpeg');
	drawing = Buffer.from(await drawn.arrayBuffer());
	expect((await fetch(`${address}&page=3`)).status).toBe(404);
	await page.getByLabel('Total in words').fill('肆仟壹佰肆拾陆元整');
	await save(page);
	for (const query of ['', '&page=1', '&page=2']) {
		expect((await fetch(address + query)).status).toBe(404);
	}
	const rows = await review.n8n.tableRows('Reviewed Invoices');
	expect(rows.at(-1)).toMatchObject({
		sourceFile: '1-两页.pdf',
		documentNumber: 2,
		totalAmountInWords: '肆仟壹佰肆拾陆元整',
	});
});

test('a picture that browsers do not show is drawn too', async () => {
	await isNext('2-fax.tif');
	const page = await review.form.next(desktop);
	expect(await pictureWidths(page)).toEqual([1600, 1600, 1600]);
	await save(page);
});

test('what has no picture can be opened', async () => {
	await isNext('3-data.xml');
	const page = await review.form.next(desktop);
	await page.getByText('A form cannot show this file as a picture').waitFor();
	expect(await page.locator('.html img').count()).toBe(0);
	await page.getByRole('checkbox', { name: /This is no invoice/ }).check();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('heading', { name: 'Left out' }).waitFor();
	await page.close();
});

test.each([
	['HEIC', 'f02-phone.heic', 884],
	['AVIF', 'f04-photo.avif', 572],
])('a photo as %s is shown, drawn where the browser cannot', async (_, file, width) => {
	const picture = path.join(review.installation.pictures, 'receipts', file);
	await copyFile(path.resolve('samples', 'formats', file), picture);
	const row = receiptRow(file, { shopName: '店', totalAmount: 5 });
	await review.n8n.addTableRows('Review Queue', [{ ...row, picture }]);
	const page = await review.form.next(phone);
	expect(await pictureWidths(page)).toEqual([width]);
	await save(page);
});

test.each(['page.html', 'picture.svg'])('a browser keeps %s and does not run it', async (file) => {
	const picture = path.join(review.installation.pictures, 'invoices', file);
	const script = '<script>parent.hit = 1</script>';
	await writeFile(picture, `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`);
	const row = receiptRow(file, { shopName: '店', totalAmount: 5 });
	await review.n8n.addTableRows('Review Queue', [{ ...row, picture }]);
	const page = await review.form.next();
	const link = await page.getByText('Open the document').getAttribute('href');
	const { status, headers } = await fetch(new URL(link ?? '', page.url()));
	expect(status).toBe(200);
	expect(headers.get('content-disposition')).toMatch(/^attachment/);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('content-security-policy')).toMatch(/^sandbox/);
	await save(page);
});

test('after the review n8n has nothing of the pages, in its database, its log or its files', async () => {
	const { userFolder, printed } = review.installation.n8n;
	const files = async () => [
		...(await filesWithPicture(userFolder, pdf)),
		...(await filesWithPicture(userFolder, drawing)),
	];
	for (const picture of [pdf, drawing]) {
		expect(holdsPicture(Buffer.from(printed), picture)).toBe(false);
	}
	let holding = await files();
	expect(holding.filter((file) => !file.includes('binary_data'))).toEqual([]);
	for (let i = 0; i < 150 && holding.length > 0; i++) {
		await sleep(1000);
		holding = await files();
	}
	expect(holding).toEqual([]);
});
