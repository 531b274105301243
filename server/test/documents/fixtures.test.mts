import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureFiles } from '../../testing/documents/fixtures.mts';

/** What a file of one layout is read as. */
function read(layout: string, name = 'receipts-shops.txt') {
	const folder = mkdtempSync(join(tmpdir(), 'juhe-layouts-'));
	try {
		writeFileSync(join(folder, name), layout);
		return fixtureFiles(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('a layout is its text, its truth and what cannot be read of it yet', () => {
	const [{ fixtures }] = read(
		'== a shop\nbatch: first\n  老街面馆\n合计 5.00\n--\nshop_name=老街面馆\n~total_amount=5.00\n> 面 | 1 |  | 5.00\n',
	);
	expect(fixtures).toEqual([
		{
			batch: 'first',
			text: '  老街面馆\n合计 5.00\n',
			truth: {
				id: 'a shop',
				kind: 'receipt',
				fields: {
					shop_name: '老街面馆',
					total_amount: '5.00',
					table: [['面', '1', '', '5.00']],
				},
			},
			unread: ['total_amount'],
		},
	]);
});

test.each([
	['no batch', '== a shop\n老街面馆\n--\nshop_name=老街面馆\n', /second line is "batch: WORD"/],
	['no truth', '== a shop\nbatch: first\n老街面馆\n', /a line "--" and what is printed/],
	['two truths', '== a shop\nbatch: first\n店\n--\n--\nshop_name=店\n', /a line "--" and what/],
	[
		'a line that says nothing',
		'== a shop\nbatch: first\n店\n--\nshop_name: 店\n',
		/"shop_name: 店" is neither "field=value" nor "> cell \| cell"/,
	],
	[
		'a field that receipts do not have',
		'== a shop\nbatch: first\n店\n--\nreceipt_number=1\n',
		/receipts have no field receipt_number: shop_name, receipt_num, /,
	],
])('a layout with %s is refused, with its file, its name and what to write', (_, layout, words) => {
	expect(() => read(layout)).toThrow(/^receipts-shops\.txt, "a shop": /);
	expect(() => read(layout)).toThrow(words);
});
