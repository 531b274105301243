import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { invoiceRow, receiptRow } from './support/queue-rows.mts';
import { field, save, type Page } from './support/review-form.mts';
import { Review } from './support/review.mts';

let review: Review;

beforeAll(async () => {
	review = await Review.create();
	await review.begin('invoices', {});
});

afterAll(async () => {
	await review?.stop();
});

const read = { invoiceNumber: '00538761', invoiceDate: '2015-12-18', totalAmount: 4146 };

/** Puts a document into the queue, which is empty. */
async function add(file: string): Promise<void> {
	const items = [{ name: '激光打印机', amount: 4146 }];
	await review.n8n.addTableRows('Review Queue', [invoiceRow(file, read, items)]);
}

/** The form of a document, opened by somebody. */
async function openedBy(name: string): Promise<Page> {
	const page = await review.form.next(undefined, name);
	await page.getByRole('button', { name: 'Save' }).waitFor();
	return page;
}

async function send(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save' }).click();
}

const ofFile = async (table: string, file: string) =>
	(await review.n8n.tableRows(table)).filter(({ sourceFile }) => sourceFile === file);
const queued = async (file: string) => (await ofFile('Review Queue', file))[0];

test('of two people with the same document the second is told who was first, and overwrites nothing', async () => {
	await add('two.jpg');
	const [first, second] = [await openedBy('<b>Li</b> Min'), await openedBy('Wang Fang')];
	const { pictureKey } = await queued('two.jpg');
	await field(first, 'Seller').fill('first');
	await field(first, 'Line 1: name').fill('first');
	await field(second, 'Seller').fill('second');
	await field(second, 'Line 1: name').fill('second');
	for (const page of [first, second]) {
		const link = await page.getByRole('link').getAttribute('href');
		expect(link).toContain(`key=${pictureKey}`);
	}
	await save(first);
	await send(second);
	await second.getByText('Not saved: somebody was first').waitFor();
	const told = await second.locator('p').first().textContent();
	expect(told).toMatch(/^<b>Li<\/b> Min saved this document, \d{4}-\d\d-\d\d \d\d:\d\d\. What you/);
	expect(told).toContain('Reviewed Invoices');
	expect(await second.locator('p').allTextContents()).toEqual([
		expect.stringContaining('Seller: second'),
	]);
	await second.close();
	expect(await ofFile('Reviewed Invoices', 'two.jpg')).toEqual([
		expect.objectContaining({ sellerName: 'first', checkedBy: '<b>Li</b> Min' }),
	]);
	expect(await ofFile('Reviewed Invoice Lines', 'two.jpg')).toEqual([
		expect.objectContaining({ name: 'first' }),
	]);
	expect(await queued('two.jpg')).toMatchObject({ status: 'done', checkedBy: '<b>Li</b> Min' });
});

test('of people who save in the same moment one wins, and all others are told', async () => {
	await add('at-once.jpg');
	const names = ['Li', 'Wang', 'Chen'];
	const pages: Page[] = [];
	for (const name of names) {
		const page = await openedBy(name);
		await field(page, 'Seller').fill(name);
		pages.push(page);
	}
	await Promise.all(pages.map(send));
	const ends = await Promise.all(
		pages.map(async (page) => {
			await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
			await page.locator('h1').waitFor();
			return await page.locator('h1').textContent();
		}),
	);
	expect(ends.filter((end) => end === 'Saved')).toHaveLength(1);
	expect(ends.filter((end) => end === 'Not saved: somebody was first')).toHaveLength(2);
	const winner = names[ends.indexOf('Saved')];
	expect(await ofFile('Reviewed Invoices', 'at-once.jpg')).toEqual([
		expect.objectContaining({ sellerName: winner, checkedBy: winner }),
	]);
	expect(await ofFile('Reviewed Invoice Lines', 'at-once.jpg')).toHaveLength(1);
	for (const page of pages) await page.close();
});

/** What a form would send, so that it can be sent more than once. */
async function bodyOf(page: Page): Promise<FormData> {
	const entries = (await page.evaluate(
		"[...new FormData(document.querySelector('form'))].filter(([, value]) => typeof value === 'string')",
	)) as Array<[string, string]>;
	const body = new FormData();
	for (const [name, value] of entries) body.append(name, value);
	return body;
}

test('one form that is sent twice in the same moment, and again later, saves once', async () => {
	await add('twice.jpg');
	const page = await openedBy('Li');
	const address = page.url();
	const bodies: FormData[] = [];
	for (const name of ['one', 'other', 'later']) {
		await field(page, 'Seller').fill(name);
		bodies.push(await bodyOf(page));
	}
	// n8n answers 404 to one that comes later, and does not answer one that comes while it saves.
	const post = async (body: FormData) =>
		await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
	await Promise.allSettled(bodies.slice(0, 2).map(post));
	for (let i = 0; i < 300 && (await queued('twice.jpg')).status !== 'done'; i++) await sleep(200);
	const saved = await ofFile('Reviewed Invoices', 'twice.jpg');
	expect(saved).toEqual([expect.objectContaining({ sellerName: expect.stringMatching(/^o/) })]);
	await Promise.allSettled([post(bodies[2])]);
	expect(await ofFile('Reviewed Invoices', 'twice.jpg')).toEqual(saved);
	const lines = await ofFile('Reviewed Invoice Lines', 'twice.jpg');
	expect(lines).toEqual([expect.objectContaining({ sellerName: saved[0].sellerName })]);
	await page.close();
});

test('what was left out meanwhile is not saved either', async () => {
	const row = receiptRow('no-receipt.jpg', { shopName: '店', totalAmount: 5 });
	await review.n8n.addTableRows('Review Queue', [row]);
	const [first, second] = [await openedBy('Li'), await openedBy('Wang')];
	await first.getByRole('checkbox', { name: /save nothing/ }).check();
	await send(first);
	await first.getByText('Left out').waitFor();
	await send(second);
	await second.getByText('Li took this document out of the queue').waitFor();
	expect(await ofFile('Reviewed Receipts', 'no-receipt.jpg')).toEqual([]);
	await first.close();
	await second.close();
});

/** Tries to save while a table is away, and waits until that is told. */
async function sendWithout(table: string, page: Page): Promise<void> {
	await review.n8n.renameTable(table, 'Elsewhere');
	await send(page);
	const told = page.getByRole('listitem').filter({ hasText: 'A table could not be written' });
	await told.waitFor();
	expect(await told.textContent()).toContain(table);
	await review.n8n.renameTable('Elsewhere', table);
}

const valueOf = async (page: Page, label: string) => await field(page, label).inputValue();

test.each(['Review Queue', 'Reviewed Invoices', 'Reviewed Invoice Lines'])(
	'where %s cannot be written that is told, what was typed stays in the form, and can be saved afterwards',
	async (table) => {
		const file = `again ${table}.jpg`;
		await add(file);
		const page = await openedBy('Li');
		await field(page, 'Seller').fill('A & B "C"');
		await field(page, 'Line 2: name').fill('typed');
		await sendWithout(table, page);
		expect(await queued(file)).toMatchObject({ status: 'open' });
		expect(await valueOf(page, 'Seller')).toBe('A & B "C"');
		expect(await valueOf(page, 'Line 2: name')).toBe('typed');
		await save(page);
		expect(await ofFile('Reviewed Invoices', file)).toEqual([
			expect.objectContaining({ sellerName: 'A & B "C"', checkedBy: 'Li' }),
		]);
		expect(await ofFile('Reviewed Invoice Lines', file)).toHaveLength(2);
		expect(await queued(file)).toMatchObject({ status: 'done', typed: null });
	},
);

test('what was typed and not saved stands in the form of whoever opens it next', async () => {
	await add('next.jpg');
	const page = await openedBy('Li');
	await field(page, 'Seller').fill('typed by Li');
	await page.getByRole('checkbox', { name: 'Remove' }).first().check();
	await field(page, 'Line 4: name').fill('added');
	await sendWithout('Reviewed Invoices', page);
	await page.close();
	const next = await openedBy('Wang');
	await next.getByText('What Li typed was not saved. It stands below').waitFor();
	expect(await valueOf(next, 'Seller')).toBe('typed by Li');
	expect(await valueOf(next, 'Line 4: name')).toBe('added');
	await save(next);
	expect(await ofFile('Reviewed Invoice Lines', 'next.jpg')).toEqual([
		expect.objectContaining({ name: 'added', sellerName: 'typed by Li', checkedBy: 'Wang' }),
	]);
});

test('what was typed as n8n ended while it saved stands in the form ten minutes later', async () => {
	await add('ended.jpg');
	const typing = await openedBy('Li');
	await field(typing, 'Seller').fill('typed by Li');
	await review.n8n.renameTable('Reviewed Invoices', 'Elsewhere');
	await send(typing);
	const isSaving = async () => String((await queued('ended.jpg')).status).startsWith('saving');
	for (let i = 0; i < 300 && !(await isSaving()); i++) await sleep(50);
	await review.installation.n8n.killEditor();
	await typing.close();
	setAgo('ended.jpg', 5);
	await review.restart();
	await review.n8n.renameTable('Elsewhere', 'Reviewed Invoices');
	const none = await review.form.next();
	await none.getByText('Nothing to review').waitFor();
	await none.close();
	setAgo('ended.jpg', 11);
	const page = await openedBy('Li');
	await page.getByText('ended.jpg').waitFor();
	expect(await valueOf(page, 'Seller')).toBe('typed by Li');
	await save(page);
});

/** Makes a row of the queue look as if it had been changed some minutes ago. */
function setAgo(file: string, minutes: number): void {
	const database = new DatabaseSync(
		path.join(review.installation.n8n.userFolder, '.n8n', 'database.sqlite'),
	);
	const [{ id }] = database.prepare("SELECT id FROM data_table WHERE name = 'Review Queue'").all();
	const changed = new Date(Date.now() - minutes * 60_000).toISOString();
	database
		.prepare(`UPDATE "data_table_user_${id}" SET updatedAt = ? WHERE sourceFile = ?`)
		.run(changed.replace('T', ' ').replace('Z', ''), file);
	database.close();
}
