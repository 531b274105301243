import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeReport } from './look.mts';

const root = path.resolve('.');
const sample = path.join(root, 'samples', 'invoices', 'i01-hubei.jpg');

let folder: string;
let server: Server;
let asked: string[];
let page: string;

const box = (left: number) => ({ page: 1, box: [left, 200, left + 100, 250] });

/** What the server answers, by API. */
const answers: Record<string, object> = {
	'/invoice_general_ocr/query': {
		confidence: { 发票号码: 0.99, '合计金额(小写)': 0.61, 金额: [0.99, 0.5], 备注: 0.5 },
		location: {
			发票号码: box(10),
			'合计金额(小写)': box(20),
			金额: [box(30), box(40)],
			备注: null,
		},
	},
	'/shoppingReceipt/query': {
		data: {
			confidence: { shop_name: 0.99, table: [{ product: 0.99, quantity: 0.99 }] },
			location: { shop_name: box(50), table: [{ product: box(60), quantity: box(70) }] },
		},
	},
};

beforeAll(async () => {
	asked = [];
	server = createServer((request, response) => {
		asked.push(String(request.url));
		request.resume().once('end', () => {
			response.end(JSON.stringify({ error_code: 0, result: answers[String(request.url)] }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	folder = await mkdtemp(path.join(tmpdir(), 'juhe-look-'));
	for (const kind of ['invoices', 'receipts']) await mkdir(path.join(folder, kind));
	await copyFile(sample, path.join(folder, 'invoices', 'a.jpg'));
	await copyFile(sample, path.join(folder, 'invoices', '<b>.jpg'));
	await copyFile(sample, path.join(folder, 'receipts', 'a.jpg'));
	await writeFile(path.join(folder, 'receipts', 'note.txt'), 'no picture');
	const { port } = server.address() as AddressInfo;
	const file = await writeReport({
		root,
		images: folder,
		out: folder,
		server: { url: `http://127.0.0.1:${port}`, key: 'demo' },
		pictures: { invoices: ['<b>.jpg', 'a.jpg'], receipts: ['a.jpg', 'note.txt'] },
		sheets: {
			invoices: {
				rows: [
					{ invoiceNumber: '00000001', sourceFile: '<b>.jpg', reviewReasons: null },
					{
						invoiceNumber: '00000002',
						totalAmount: 20,
						sourceFile: 'a.jpg',
						reviewReasons: 'totalAmount 20 is <not> 21; Doubtful: totalAmount 0.61',
					},
				],
				unread: [],
			},
			receipts: {
				rows: [
					{
						shopName: '好邻角便利',
						lineNumber: 1,
						name: '豆浆',
						quantity: 2,
						sourceFile: 'a.jpg',
						needsReview: true,
						reviewReasons: 'row 1: quantity 2 x unitPrice 3 is 6, not subtotal 5',
					},
				],
				unread: ['note.txt: The file is not a picture. Send a picture'],
			},
		},
	});
	page = await readFile(file, 'utf8');
});

afterAll(async () => {
	server.close();
	await rm(folder, { recursive: true });
});

const marks = () =>
	[...page.matchAll(/<i title="([^"]+)" style="left:([\d.]+)%/gu)].map(([, ...found]) => found);

test('what is to be reviewed comes first, with its reasons', () => {
	const titles = [...page.matchAll(/<summary>([^<]*)<\/summary>/gu)].map(([, title]) => title);
	expect(titles).toEqual(['a.jpg', 'a.jpg', 'note.txt', '&#60;b&#62;.jpg']);
	expect(page).toContain('4 documents, 3 of them to review');
	expect(page).toContain('<li>totalAmount 20 is &#60;not&#62; 21</li>');
	expect(page).toContain('<li>The file is not a picture. Send a picture</li>');
});

test('what is doubted or named by a reason is marked where it stands', () => {
	expect(marks()).toEqual([
		['totalAmount', '2'],
		['row 2 amount', '4'],
		['row 1 quantity', '7'],
	]);
});

test('only what is to be reviewed and was read is asked about again', () => {
	expect(asked).toEqual(['/invoice_general_ocr/query', '/shoppingReceipt/query']);
});

test('it is one file that loads nothing and runs nothing', () => {
	expect(page.match(/data:image\/jpeg;base64,/gu)).toHaveLength(3);
	expect(page).not.toMatch(/https?:|<script|<link|url\(/u);
	expect(page).toContain("default-src 'none'");
});

test('each document of a picture has its own values and marks', async () => {
	const { port } = server.address() as AddressInfo;
	const single = answers['/invoice_general_ocr/query'];
	const second = { confidence: { 发票号码: 0.5 }, location: { 发票号码: box(90) } };
	answers['/invoice_general_ocr/query'] = { ...single, documents: [single, second] };
	const row = (documentNumber: number, reviewReasons: string | null) => ({
		invoiceNumber: `0000000${documentNumber}`,
		sourceFile: 'a.jpg',
		documentNumber,
		reviewReasons,
	});
	const file = await writeReport({
		root,
		images: folder,
		out: folder,
		server: { url: `http://127.0.0.1:${port}`, key: 'demo' },
		pictures: { invoices: ['a.jpg'], receipts: [] },
		sheets: {
			invoices: { rows: [row(1, null), row(2, 'Doubtful: invoiceNumber 0.50')], unread: [] },
			receipts: { rows: [], unread: [] },
		},
	});
	page = await readFile(file, 'utf8');
	answers['/invoice_general_ocr/query'] = single;
	expect(page).toMatch(/<summary>a.jpg, document 2<[^]*<summary>a.jpg, document 1</u);
	expect(marks()).toEqual([['invoiceNumber', '9']]);
});

test('what the rows of a document share is said once', async () => {
	const { port } = server.address() as AddressInfo;
	const row = (lineNumber: number, reviewReasons: string) => ({
		shopName: '好邻角便利',
		lineNumber,
		sourceFile: 'a.jpg',
		reviewReasons,
	});
	const file = await writeReport({
		root,
		images: folder,
		out: folder,
		server: { url: `http://127.0.0.1:${port}`, key: 'demo' },
		pictures: { invoices: [], receipts: ['a.jpg'] },
		sheets: {
			invoices: { rows: [], unread: [] },
			receipts: {
				rows: [
					row(1, 'totalAmount was not read; Doubtful: shopName 0.62'),
					row(2, 'totalAmount was not read; Doubtful: shopName 0.62, row 2 name 0.55'),
				],
				unread: [],
			},
		},
	});
	page = await readFile(file, 'utf8');
	const reasons = [...page.matchAll(/<li>([^<]*)<\/li>/gu)].map(([, reason]) => reason);
	expect(reasons).toEqual(['totalAmount was not read', 'Doubtful: shopName 0.62, row 2 name 0.55']);
});
