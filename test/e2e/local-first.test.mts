import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { selfHostedCredential } from '../../sandbox/shipped.mts';
import { Cloud, type CloudTruth } from './support/cloud.mts';
import { covered } from './support/drawn.mts';
import { Installation } from './support/installation.mts';
import { filesWithPicture, holdsPicture } from './support/picture-traces.mts';
import { places, ReviewForm } from './support/review-form.mts';
import { RunningN8n } from './support/running-n8n.mts';

const sharp = createRequire(path.resolve('server', 'package.json'))('sharp');
const id = 'juheLocalFirst';
const clean = path.resolve('samples', 'invoices', 'i01-hubei.jpg');
/** Where the sample says 肆仟 of the total in words, its number, the D of its first row's LP-2210D, and its third row. */
const firstOfTheWords = { left: 358, top: 782, width: 64, height: 46 };
const invoiceNumber = { left: 1395, top: 280, width: 155, height: 46 };
const lastOfTheModel = { left: 618, top: 546, width: 24, height: 46 };
const thirdRow = { left: 100, top: 666, width: 1420, height: 42 };

let installation: Installation;
let n8n: RunningN8n;
let cloud: Cloud;

/** What each picture is, by its name. */
const pictures: Record<string, () => Promise<Buffer>> = {
	'cut.jpg': async () => await covered(clean, firstOfTheWords, lastOfTheModel),
	'in-order.jpg': async () => await readFile(path.resolve('samples', 'invoices', 'i05-yunnan.jpg')),
	'number-lost.jpg': async () => await covered(clean, invoiceNumber),
	'row-lost.jpg': async () => await covered(clean, thirdRow),
	'white.jpg': async () =>
		await sharp({ create: { width: 800, height: 600, channels: 3, background: 'white' } })
			.jpeg()
			.toBuffer(),
	'nobody-reads.jpg': async () =>
		await sharp({ create: { width: 600, height: 800, channels: 3, background: 'white' } })
			.jpeg()
			.toBuffer(),
};

const truthOf = async (name: string): Promise<CloudTruth> =>
	JSON.parse(await readFile(path.resolve('samples', 'truth', `${name}.json`), 'utf8')).fields;

beforeAll(async () => {
	installation = await Installation.create();
	cloud = await Cloud.start();
	await installation.n8n.importCredentials([cloud.credential]);
	for (const [name, make] of Object.entries(pictures)) {
		const picture = await make();
		await writeFile(path.join(installation.pictures, 'invoices', name), picture);
		if (name !== 'nobody-reads.jpg') {
			cloud.knows(name, picture, await truthOf(name === 'white.jpg' ? 'i05-yunnan' : 'i01-hubei'));
		}
	}
	n8n = new RunningN8n(await installation.n8n.start());
	await n8n.executeUnsaved(id, 'Set Up Tables');
});

afterAll(async () => {
	await cloud?.stop();
	await installation?.stop();
});

const byFile = async (table: string) =>
	Object.fromEntries((await n8n.tableRows(table)).map((row) => [String(row.sourceFile), row]));

test('while the own server is away, nothing goes to the paid one and nothing is saved', async () => {
	const { id: credential, ...rest } = selfHostedCredential('http://127.0.0.1:9', 'demo');
	await n8n.changeCredential({ id: credential, ...rest });
	await n8n.executeUnsaved(id, 'Start');
	expect(cloud.billed).toEqual([]);
	expect(await n8n.tableRows('Reviewed Invoices')).toEqual([]);
	expect(await n8n.tableRows('Review Queue')).toEqual([]);
	const { url, key } = installation.server;
	await n8n.changeCredential(selfHostedCredential(url, key));
});

test('only what the own server doubts or cannot read is paid for', async () => {
	await n8n.executeUnsaved(id, 'Start');
	expect([...cloud.billed].sort()).toEqual([
		'cut.jpg',
		'number-lost.jpg',
		'row-lost.jpg',
		'white.jpg',
	]);
});

test('what is in order, what both agree on, and what only the cloud could read is saved', async () => {
	const rows = await byFile('Reviewed Invoices');
	const seen = Object.entries(rows).map(([file, row]) => [file, row.checkedBy, row.totalAmount]);
	expect(seen.sort()).toEqual([
		['in-order.jpg', 'own server', 11378.05],
		['number-lost.jpg', 'own server and Juhe Cloud', 4146],
		['white.jpg', 'own server and Juhe Cloud', 11378.05],
	]);
	expect(rows['number-lost.jpg']).toMatchObject({
		invoiceCode: '142001513021',
		invoiceNumber: '00538761',
		invoiceDate: '2015-12-18',
		buyerName: '武汉澜图测绘技术有限公司',
		totalAmountInWords: '肆仟壹佰肆拾陆元整',
	});
});

test('the lines of what both agree on are saved too', async () => {
	const lines = await n8n.tableRows('Reviewed Invoice Lines');
	const seen = lines
		.filter(({ sourceFile }) => sourceFile === 'number-lost.jpg')
		.map(({ lineNumber, specification, amount, checkedBy }) => [
			lineNumber,
			specification,
			amount,
			checkedBy,
		]);
	const both = 'own server and Juhe Cloud';
	expect(seen).toEqual([
		[1, 'LP-2210D', 2560, both],
		[2, 'T-410', 1011, both],
		[3, 'A4 70g', 575, both],
	]);
});

test('what they differ on waits with both values, what none can read waits with the reasons', async () => {
	const rows = await byFile('Review Queue');
	const open = Object.values(rows).filter(({ status }) => status === 'open');
	expect(open.map(({ sourceFile }) => sourceFile).sort()).toEqual([
		'cut.jpg',
		'nobody-reads.jpg',
		'row-lost.jpg',
	]);
	const { reviewReasons, totalAmount, others, places } = rows['cut.jpg'];
	expect(reviewReasons).toBe(
		'totalAmountInWords: own server 壹佰肆拾陆元整, Juhe Cloud 肆仟壹佰肆拾陆元整; ' +
			'row 1 specification: own server LP-2210, Juhe Cloud LP-2210D',
	);
	expect(totalAmount).toBe(4146);
	expect(JSON.parse(String(others))).toEqual({
		totalAmountInWords: expect.stringMatching(/壹佰肆拾陆元整.*肆仟壹佰肆拾陆元整/),
		'row 1 specification': 'Own server: LP-2210 · Juhe Cloud: LP-2210D',
	});
	expect(JSON.parse(String(places))).toMatchObject({
		totalAmountInWords: { page: 1 },
		'row 1 specification': { page: 1 },
	});
	expect(rows['nobody-reads.jpg'].reviewReasons).toMatch(/253202.*; Juhe Cloud: .*253202/);
});

test('where they read different numbers of lines, those of the cloud wait and both are told', async () => {
	const { 'row-lost.jpg': lost } = await byFile('Review Queue');
	expect(lost.reviewReasons).toMatch(
		/^lines: own server 2 lines \(.*硒鼓 1011\), Juhe Cloud 3 lines \(.*复印纸 575\)$/,
	);
	expect(JSON.parse(String(lost.items))).toHaveLength(3);
});

test('the form of the review queue shows both values beside the picture', async () => {
	await n8n.publish('juheReviewQueue');
	const form = await ReviewForm.open(installation.n8n.url);
	try {
		const page = await form.next();
		await page.getByLabel('Total in words').waitFor();
		const seen = places(page);
		await expect(seen.locator('p').allTextContents()).resolves.toEqual([
			'Own server: 壹佰肆拾陆元整 · Juhe Cloud: 肆仟壹佰肆拾陆元整',
			'Line 1: specification: Own server: LP-2210 · Juhe Cloud: LP-2210D',
		]);
		expect(await seen.locator('img').count()).toBe(2);
	} finally {
		await form.close();
	}
});

test('executed again, also by an n8n that remembers nothing, nothing is paid for twice', async () => {
	const before = [await n8n.tableRows('Reviewed Invoices'), await n8n.tableRows('Review Queue')];
	await n8n.executeUnsaved(id, 'Start');
	await installation.n8n.stopEditor();
	n8n = new RunningN8n(await installation.n8n.start());
	await n8n.executeUnsaved(id, 'Start');
	expect(cloud.billed).toHaveLength(4);
	const after = [await n8n.tableRows('Reviewed Invoices'), await n8n.tableRows('Review Queue')];
	expect(after.map((rows) => rows.length)).toEqual(before.map((rows) => rows.length));
});

test('n8n has nothing of a picture in its database and its log', async () => {
	const { userFolder, printed } = installation.n8n;
	// White ones are zeros for the most part, which are everywhere.
	for (const name of ['cut.jpg', 'in-order.jpg', 'number-lost.jpg', 'row-lost.jpg']) {
		const picture = await readFile(path.join(installation.pictures, 'invoices', name));
		expect(holdsPicture(picture, picture)).toBe(true);
		expect(holdsPicture(Buffer.from(printed), picture)).toBe(false);
		const holding = await filesWithPicture(userFolder, picture);
		expect(holding.filter((file) => !file.includes('binary_data'))).toEqual([]);
	}
});
