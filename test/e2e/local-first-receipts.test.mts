import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cloud } from './support/cloud.mts';
import { covered, sideBySide } from './support/drawn.mts';
import { Installation } from './support/installation.mts';
import { ReviewForm } from './support/review-form.mts';
import { RunningN8n } from './support/running-n8n.mts';

const sharp = createRequire(path.resolve('server', 'package.json'))('sharp');
const id = 'juheLocalFirst';
const kiosk = path.resolve('samples', 'receipts', 'r15-kiosk.jpg');
/** Where the sample's second and third line stand, and its total with what was paid. */
const secondLine = { left: 14, top: 293, width: 432, height: 84 };
const thirdLine = { left: 14, top: 377, width: 432, height: 90 };
const sums = { left: 330, top: 585, width: 116, height: 92 };

const white = async (width: number) =>
	await sharp({ create: { width, height: 700, channels: 3, background: 'white' } })
		.jpeg()
		.toBuffer();

/** What each picture is, by its name. */
const pictures: Record<string, () => Promise<Buffer>> = {
	'in-order.jpg': async () => await readFile(kiosk),
	'line-lost.jpg': async () => await covered(kiosk, thirdLine),
	'sums-lost.jpg': async () => await covered(kiosk, sums),
	'white.jpg': async () => await white(500),
	'nobody-reads.jpg': async () => await white(400),
};

let installation: Installation;
let n8n: RunningN8n;
let cloud: Cloud;

/** Puts a picture into the folder, and makes it known to the paid service as the whole sample. */
async function add(name: string, picture: Buffer): Promise<void> {
	await writeFile(path.join(installation.pictures, 'receipts', name), picture);
	if (name === 'nobody-reads.jpg') return;
	const truth = path.resolve('samples', 'truth', 'r15-kiosk.json');
	cloud.knows(name, picture, JSON.parse(await readFile(truth, 'utf8')).fields);
}

beforeAll(async () => {
	installation = await Installation.create();
	cloud = await Cloud.start();
	await installation.n8n.importCredentials([cloud.credential]);
	for (const [name, make] of Object.entries(pictures)) await add(name, await make());
	n8n = new RunningN8n(await installation.n8n.start());
	await n8n.executeUnsaved(id, 'Set Up Tables');
	await n8n.executeUnsaved(id, 'Start');
});

afterAll(async () => {
	await cloud?.stop();
	await installation?.stop();
});

const saved = async () => await n8n.tableRows('Reviewed Receipts');
const queued = async (): Promise<Record<string, Record<string, unknown>>> =>
	Object.fromEntries((await n8n.tableRows('Review Queue')).map((row) => [row.sourceFile, row]));

test('only what the own server doubts or cannot read is paid for', () => {
	expect([...cloud.billed].sort()).toEqual(['line-lost.jpg', 'sums-lost.jpg', 'white.jpg']);
});

test('what is in order, what both agree on, and what only the cloud could read is saved line by line', async () => {
	const rows = await saved();
	const seen = rows.map((row) => [row.sourceFile, row.checkedBy, row.lineNumber, row.subtotal]);
	const linesOf = (file: string, by: string) =>
		[6, 7, 8, 1.5].map((subtotal, i) => [file, by, i + 1, subtotal]);
	const both = 'own server and Juhe Cloud';
	expect(seen.sort()).toEqual(
		[
			...linesOf('in-order.jpg', 'own server'),
			...linesOf('sums-lost.jpg', both),
			...linesOf('white.jpg', both),
		].sort(),
	);
	for (const row of rows) expect(row).toMatchObject({ totalAmount: 22.5, shopName: '阿秀小卖部' });
});

test('what they differ on waits with both values, what none can read waits with the reasons', async () => {
	const rows = await queued();
	const open = Object.values(rows).filter(({ status }) => status === 'open');
	expect(open.map(({ sourceFile }) => sourceFile).sort()).toEqual([
		'line-lost.jpg',
		'nobody-reads.jpg',
	]);
	expect(rows['line-lost.jpg'].reviewReasons).toMatch(
		/^lines: own server 3 lines \(绿豆冰棍 6, .*\), Juhe Cloud 4 lines \(.*烤香肠 8.*\)$/,
	);
	expect(JSON.parse(String(rows['line-lost.jpg'].receipt)).items).toHaveLength(4);
	expect(rows['nobody-reads.jpg'].reviewReasons).toMatch(/200002.*; Juhe Cloud: .*200002/);
});

test('the form of the review queue shows the lines that the cloud read, and what the own server did', async () => {
	await n8n.publish('juheReviewQueue');
	const form = await ReviewForm.open(installation.n8n.url);
	try {
		const page = await form.next();
		await page.getByText('line-lost.jpg').waitFor();
		expect(await page.getByLabel('Line 3: name').inputValue()).toBe('烤香肠');
		expect(await page.getByText('own server 3 lines').count()).toBe(1);
	} finally {
		await form.close();
	}
});

test('of several receipts on one picture those that are doubted wait: the cloud would read one of them', async () => {
	const torn = path.join(installation.output, 'torn.jpg');
	const other = path.resolve('samples', 'receipts', 'r02-convenience.jpg');
	await writeFile(torn, await covered(kiosk, thirdLine));
	await add('two.jpg', await sideBySide([other, torn]));
	await n8n.executeUnsaved(id, 'Start');
	expect(cloud.billed).not.toContain('two.jpg');
	const ofTwo = (await saved()).filter(({ sourceFile }) => sourceFile === 'two.jpg');
	const { 'two.jpg': waiting } = await queued();
	expect(waiting).toMatchObject({
		status: 'open',
		reviewReasons: expect.stringContaining('one of several documents'),
	});
	const numbers = new Set(ofTwo.map(({ documentNumber }) => documentNumber));
	expect([...numbers, waiting.documentNumber].sort()).toEqual([1, 2]);
});

test('n8n is killed while the cloud is asked: nothing is lost, and nothing is paid for twice', async () => {
	cloud.keepsSilentAbout('silent.jpg');
	await add('silent.jpg', await covered(kiosk, secondLine));
	await n8n.begin(id, 'Start');
	for (let i = 0; i < 600 && !cloud.billed.includes('silent.jpg'); i++) await sleep(200);
	await installation.n8n.killEditor();
	await add('zebra.jpg', await covered(kiosk, { ...secondLine, height: 80 }));
	n8n = new RunningN8n(await installation.n8n.start());
	await n8n.executeUnsaved(id, 'Start');
	await n8n.executeUnsaved(id, 'Start');
	const { 'silent.jpg': silent, 'zebra.jpg': zebra } = await queued();
	expect(silent).toMatchObject({
		status: 'open',
		reviewReasons: expect.stringContaining('Juhe Cloud was asked'),
	});
	expect(JSON.parse(String(silent.receipt)).items).toHaveLength(3);
	expect(zebra).toMatchObject({ status: 'open' });
	expect([...cloud.billed].sort()).toEqual([
		'line-lost.jpg',
		'silent.jpg',
		'sums-lost.jpg',
		'white.jpg',
		'zebra.jpg',
	]);
});
