import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cents, inWords, product, rowSum, sum } from './amounts.mts';
import type { InvoiceFields, ReceiptFields } from './document.mts';
import { invoices } from './invoices/index.mts';
import { amountOf, taxOf } from './invoices/items.mts';
import { receipts } from './receipts/index.mts';
import { creditCodeCheck, taxId } from './taxid.mts';

const SAMPLES = join(__dirname, '..');

/** What a receipt adds to the sum of its rows before its total. */
const FEES: Record<string, string> = { 'r04-restaurant': '26.80', 'r17-takeaway': '7.50' };
/** Receipts whose total is printed after the discount. */
const TOTAL_AFTER_DISCOUNT = ['r05-cafe', 'r09-clothing'];
/** Receipts whose rows already carry the discount that the total does not. */
const ROWS_AFTER_DISCOUNT = ['r08-bookstore'];

const filesOf = (folder: string) => readdirSync(join(SAMPLES, folder)).sort();
const truthOf = <Fields,>(id: string): Fields =>
	JSON.parse(readFileSync(join(SAMPLES, 'truth', `${id}.json`), 'utf8')).fields as Fields;

function fromWords(words: string): number {
	const DIGITS = '零壹贰叁肆伍陆柒捌玖';
	const PLACES: Record<string, number> = { 拾: 1000, 佰: 10000, 仟: 100000 };
	let [total, section, digit] = [0, 0, 0];
	for (const char of words) {
		if (DIGITS.includes(char)) digit = DIGITS.indexOf(char);
		else if (char in PLACES) [section, digit] = [section + digit * PLACES[char], 0];
		else if (char === '万') [total, section, digit] = [(section + digit * 100) * 10000, 0, 0];
		else if ('元圆'.includes(char)) [total, section, digit] = [total + section + digit * 100, 0, 0];
		else if (char === '角') [total, digit] = [total + digit * 10, 0];
		else if (char === '分') [total, digit] = [total + digit, 0];
	}
	return total;
}

describe('what the samples are made with', () => {
	// Published codes of two real companies.
	it.each(['9144030071526726XG', '914403001922038216'])('gives %s its check digits', (code) => {
		expect(creditCodeCheck(code.slice(0, 17))).toBe(code[17]);
		expect(taxId(code.slice(2, 8), code.slice(8, 16))).toBe(code);
	});

	it.each([
		['9000.00', '玖仟元整'],
		['825.15', '捌佰贰拾伍元壹角伍分'],
		['1409.50', '壹仟肆佰零玖元伍角整'],
		['6007.14', '陆仟零柒元壹角肆分'],
		['1680.32', '壹仟陆佰捌拾元叁角贰分'],
		['16409.02', '壹万陆仟肆佰零玖元零贰分'],
	])('says %s as %s', (amount, words) => {
		expect(inWords(amount)).toBe(words);
	});
});

describe('the set of samples', () => {
	it('has enough documents of both kinds, all named differently', () => {
		const ids = [...receipts, ...invoices].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(receipts.length).toBeGreaterThanOrEqual(10);
		expect(invoices.length).toBeGreaterThanOrEqual(8);
	});

	it.each([
		['receipts', receipts],
		['invoices', invoices],
	])(
		'has a clean picture and a photo for each of the %s, and nothing else',
		(folder, documents) => {
			const expected = documents.flatMap(({ id }) => [`${id}.jpg`, `${id}.photo.jpg`]).sort();
			expect(filesOf(folder)).toEqual(expected);
		},
	);

	it('has the truth of each document, as it was drawn', () => {
		const documents = [...receipts, ...invoices];
		expect(filesOf('truth')).toEqual(documents.map(({ id }) => `${id}.json`).sort());
		for (const { id, fields } of documents) expect(truthOf(id)).toEqual(fields);
	});

	it('stays under 15 MB', () => {
		const sizes = ['receipts', 'invoices', 'truth'].flatMap((folder) =>
			filesOf(folder).map((file) => statSync(join(SAMPLES, folder, file)).size),
		);
		expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(15e6);
	});
});

describe('the receipts', () => {
	const truths = receipts.map(({ id }) => ({ id, ...truthOf<ReceiptFields>(id) }));
	const discounted = (amount: string, { discount = '0' }: ReceiptFields) =>
		sum([amount, `-${discount}`]);

	it.each(truths.filter(({ id }) => !ROWS_AFTER_DISCOUNT.includes(id)))(
		'$id has rows that multiply',
		({ table }) => {
			const priced = table.filter(([, , unitPrice]) => unitPrice !== '');
			expect(priced.map(([, quantity, unitPrice]) => product(quantity, unitPrice))).toEqual(
				priced.map(([, , , subtotal]) => sum([subtotal])),
			);
		},
	);

	it.each(truths.filter(({ table }) => table.length > 0))(
		'$id has rows that add up to its total',
		({ id, ...fields }) => {
			const rows = sum([rowSum(fields.table), FEES[id] ?? '0']);
			const total = sum([fields.total_amount]);
			expect(TOTAL_AFTER_DISCOUNT.includes(id) ? discounted(rows, fields) : rows).toBe(
				ROWS_AFTER_DISCOUNT.includes(id) ? discounted(total, fields) : total,
			);
		},
	);

	it.each(truths.filter(({ paid_amount }) => paid_amount !== undefined))(
		'$id was paid in full',
		({ id, paid_amount = '', change = '0', ...fields }) => {
			const total = sum([fields.total_amount]);
			expect(sum([paid_amount, `-${change}`])).toBe(
				TOTAL_AFTER_DISCOUNT.includes(id) ? total : discounted(total, fields),
			);
		},
	);
});

describe.each(invoices.map(({ id }) => id))('invoice %s', (id) => {
	const fields = truthOf<InvoiceFields & Record<string, string>>(id);
	const { items = [] } = fields;

	it('has items that multiply and add up to its total', () => {
		for (const [, , , quantity, unitPrice, amount] of items) {
			expect(product(quantity, unitPrice)).toBe(amount);
		}
		expect(sum([amountOf(items), taxOf(items)])).toBe(fields['合计金额(小写)']);
	});

	it('says the same total in words', () => {
		expect(fromWords(fields['合计金额(大写)'])).toBe(cents(fields['合计金额(小写)']));
	});

	it('has tax ids with a right check digit, or old ones', () => {
		const printed = [fields.购买方识别号, fields.销售方识别号].filter((taxId) => taxId);
		expect(printed.length).toBeGreaterThan(0);
		for (const taxId of printed) {
			expect(taxId).toMatch(/^(\d{15}|[0-9A-HJ-NPQRTUWXY]{18})$/);
			if (taxId.length === 18)
				expect(taxId).toBe(taxId.slice(0, 17) + creditCodeCheck(taxId.slice(0, 17)));
		}
	});

	it('has codes of the right length', () => {
		expect(fields.发票代码).toMatch(/^(\d{10}|\d{12})$/);
		expect(fields.发票号码).toMatch(/^\d{8}$/);
		expect(fields.校验码 ?? '0'.repeat(20)).toMatch(/^\d{20}$/);
	});
});
