import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mainWorkflowId, readSheets, type Sheet } from '../../sandbox/shipped.mts';
import { Installation } from './support/installation.mts';
import { blackPng } from './support/png.mts';
import { readCsv } from './support/spreadsheet.mts';

const kinds = [
	['invoices', 'i01-hubei.jpg'],
	['receipts', 'r01-supermarket.jpg'],
] as const;

/** File names and what the reason must speak of: each API has one code for bad pictures, one for those without text. */
const reasons: Array<[string, RegExp]> = [
	['bomb.png', /253201|200001/],
	['empty.jpg', /empty/i],
	['tiny.png', /253202|10 x 10|10 px/],
	['truncated.jpg', /253202|253201|20000[12]|broken|damaged|truncated|incomplete/i],
	['文本.jpg', /not a picture|format/i],
];

let installation: Installation;
let sheets: Record<(typeof kinds)[number][0], Sheet>;

beforeAll(async () => {
	installation = await Installation.create();
	for (const [kind, sample] of kinds) {
		const put = (name: string, content: Buffer | string) =>
			writeFile(path.join(installation.pictures, kind, name), content);
		const good = path.resolve('samples', kind, sample);
		const bytes = await readFile(good);
		await copyFile(good, path.join(installation.pictures, kind, sample));
		await put('bomb.png', blackPng(20_000, 20_000));
		await put('empty.jpg', '');
		await put('tiny.png', blackPng(10, 10));
		await put('truncated.jpg', bytes.subarray(0, bytes.length / 3));
		await put('文本.jpg', '这不是图片');
	}
	sheets = readSheets(await installation.n8n.execute(mainWorkflowId));
});

afterAll(async () => await installation.stop());

describe.each(kinds)('bad pictures among %s', (kind, sample) => {
	test('leave the good one unharmed', async () => {
		const { rows } = await readCsv(path.join(installation.output, `${kind}.csv`));
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows.map(({ sourceFile }) => sourceFile))).toEqual(new Set([sample]));
		expect(sheets[kind].rows).toHaveLength(rows.length);
	});

	test('each have one outcome, in order', () => {
		const named = sheets[kind].unread.map((text) => text.split(':')[0]);
		expect(named).toEqual(reasons.map(([file]) => file));
	});

	test.each(reasons)('%s is named with its reason', (file, reason) => {
		const text = sheets[kind].unread.find((entry) => entry.startsWith(`${file}: `));
		expect(text).toMatch(reason);
	});
});

test('the server is still there', async () => {
	const response = await fetch(`${installation.server.url}/healthz`);
	expect(response.status).toBe(200);
});
