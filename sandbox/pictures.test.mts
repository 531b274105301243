import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPictures } from './pictures.mts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function put(...names: string[]) {
	for (const name of names) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), '');
	}
}

test('lists both kinds, sorted, without hidden files and folders', async () => {
	await put('invoices/b.jpg', 'invoices/a.png', 'invoices/.DS_Store', 'receipts/小票.jpg');
	await mkdir(path.join(folder, 'receipts', 'old'));
	expect(await findPictures(folder)).toEqual({
		invoices: ['a.png', 'b.jpg'],
		receipts: ['小票.jpg'],
	});
});

test('is content with one of the two folders', async () => {
	await put('receipts/a.jpg');
	expect(await findPictures(folder)).toEqual({ invoices: [], receipts: ['a.jpg'] });
});

test('says where pictures belong when there are none', async () => {
	await mkdir(path.join(folder, 'invoices'));
	await expect(findPictures(folder)).rejects.toThrow(
		`There are no pictures in ${folder}: put invoices into ${path.join(folder, 'invoices')}`,
	);
	await expect(findPictures(path.join(folder, 'missing'))).rejects.toThrow(/no pictures/);
});
