import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cents, product, rowSum, sum } from './amounts.mts';
import type { InvoiceFields, ReceiptFields, SampleDocument } from './document.mts';
import { amountOf, taxOf } from './invoices/items.mts';
import { creditCodeCheck } from './taxid.mts';

/** A set whose committed files are held against what it is drawn from and against arithmetic. */
export interface CheckedSet {
	folder: string;
	receipts: SampleDocument[];
	invoices: SampleDocument[];
	/** How many receipts and invoices there are at least. */
	atLeast: [receipts: number, invoices: number];
	maxBytes: number;
	/** Endings of the files that a document has. */
	endingsOf: (document: SampleDocument) => string[];
	/** What a receipt adds to the sum of its rows before its total. */
	fees: Record<string, string>;
	/** Receipts whose total is printed after the discount. */
	totalAfterDiscount: string[];
	/** Receipts whose rows already carry the discount that the total does not. */
	rowsAfterDiscount: string[];
}

const digitalTitle = '电子发票（普通发票）';

const filesOf = (set: CheckedSet, folder: string) => readdirSync(join(set.folder, folder)).sort();
const truthOf = <Fields,>(set: CheckedSet, id: string): Fields =>
	JSON.parse(readFileSync(join(set.folder, 'truth', `${id}.json`), 'utf8')).fields as Fields;

function fromWords(words: string): number {
	const digits = '零壹贰叁肆伍陆柒捌玖';
	const places: Record<string, number> = { 拾: 1000, 佰: 10000, 仟: 100000 };
	let [total, section, digit] = [0, 0, 0];
	for (const char of words) {
		if (digits.includes(char)) digit = digits.indexOf(char);
		else if (char in places) [section, digit] = [section + digit * places[char], 0];
		else if (char === '万') [total, section, digit] = [(section + digit * 100) * 10000, 0, 0];
		else if ('元圆'.includes(char)) [total, section, digit] = [total + section + digit * 100, 0, 0];
		else if (char === '角') [total, digit] = [total + digit * 10, 0];
		else if (char === '分') [total, digit] = [total + digit, 0];
	}
	return total;
}

function describeFiles(set: CheckedSet): void {
	const { receipts, invoices, endingsOf } = set;
	const documents = [...receipts, ...invoices];

	it('has enough documents of both kinds, all named differently', () => {
		expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
		expect(receipts.length).toBeGreaterThanOrEqual(set.atLeast[0]);
		expect(invoices.length).toBeGreaterThanOrEqual(set.atLeast[1]);
	});

	it.each([
		['receipts', receipts],
		['invoices', invoices],
	])('has every picture of the %s, and nothing else', (folder, drawn) => {
		const expected = drawn.flatMap((one) => endingsOf(one).map((ending) => `${one.id}.${ending}`));
		expect(filesOf(set, folder)).toEqual(expected.sort());
	});

	it('has the truth of each document, as it was drawn', () => {
		expect(filesOf(set, 'truth')).toEqual(documents.map(({ id }) => `${id}.json`).sort());
		for (const { id, fields } of documents) expect(truthOf(set, id)).toEqual(fields);
	});

	it('stays under its size', () => {
		const sizes = ['receipts', 'invoices', 'truth'].flatMap((folder) =>
			filesOf(set, folder).map((file) => statSync(join(set.folder, folder, file)).size),
		);
		expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(set.maxBytes);
	});
}

function describeReceipts(set: CheckedSet): void {
	const { totalAfterDiscount, rowsAfterDiscount, fees } = set;
	const truths = set.receipts.map(({ id }) => ({ id, ...truthOf<ReceiptFields>(set, id) }));
	const discounted = (amount: string, { discount = '0' }: ReceiptFields) =>
		sum([amount, `-${discount}`]);

	it.each(truths.filter(({ id }) => !rowsAfterDiscount.includes(id)))(
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
			const rows = sum([rowSum(fields.table), fees[id] ?? '0']);
			const total = sum([fields.total_amount]);
			expect(totalAfterDiscount.includes(id) ? discounted(rows, fields) : rows).toBe(
				rowsAfterDiscount.includes(id) ? discounted(total, fields) : total,
			);
		},
	);

	it.each(truths.filter(({ paid_amount }) => paid_amount !== undefined))(
		'$id was paid in full',
		({ id, paid_amount = '', change = '0', ...fields }) => {
			const total = sum([fields.total_amount]);
			expect(sum([paid_amount, `-${change}`])).toBe(
				totalAfterDiscount.includes(id) ? total : discounted(total, fields),
			);
		},
	);
}

function describeInvoice(set: CheckedSet, id: string): void {
	const fields = truthOf<InvoiceFields & Record<string, string>>(set, id);
	const items = (fields.items ?? []).filter((columns) => columns[7] !== '***');
	const untaxed = (fields.items ?? []).filter((columns) => columns[7] === '***');

	it('has items that multiply', () => {
		for (const [, , , quantity, unitPrice, amount, taxRate, tax] of [...items, ...untaxed]) {
			if (unitPrice !== '') {
				const difference = Number(quantity) * Number(unitPrice) * 100 - cents(amount);
				expect(Math.abs(difference)).toBeLessThan(0.51);
			}
			if (tax !== '' && tax !== '***') {
				const difference = (cents(amount) * Number.parseFloat(taxRate)) / 100 - cents(tax);
				expect(Math.abs(difference)).toBeLessThan(1.01);
			}
		}
	});

	it('has items that add up to its totals', () => {
		const [amount, tax] = [sum([amountOf(items), amountOf(untaxed)]), taxOf(items)];
		expect(sum([amount, tax])).toBe(fields['合计金额(小写)']);
		expect(fields.合计金额 ?? amount).toBe(amount);
		expect(fields.合计税额 ?? tax).toBe(items.length > 0 ? tax : '***');
	});

	it('says the same total in words', () => {
		expect(fromWords(fields['合计金额(大写)'])).toBe(cents(fields['合计金额(小写)']));
	});

	it('has tax ids with a right check digit, or old ones', () => {
		const printed = [fields.购买方识别号, fields.销售方识别号].filter((taxId) => taxId);
		expect(printed.length).toBeGreaterThan(0);
		for (const taxId of printed) {
			expect(taxId).toMatch(/^(\d{14}[\dX]|[0-9A-HJ-NPQRTUWXY]{18})$/);
			if (taxId.length === 18)
				expect(taxId).toBe(taxId.slice(0, 17) + creditCodeCheck(taxId.slice(0, 17)));
		}
	});

	it('has codes of the right length', () => {
		if (fields.发票名称 === digitalTitle) {
			expect(fields.发票号码).toMatch(/^\d{20}$/);
			expect([fields.发票代码, fields.校验码]).toEqual([undefined, undefined]);
			return;
		}
		expect(fields.发票代码).toMatch(/^(\d{10}|\d{12})$/);
		expect(fields.发票号码).toMatch(/^\d{8}$/);
		expect(fields.校验码 ?? '0'.repeat(20)).toMatch(/^\d{20}$/);
	});
}

/** Declares the tests that every set has to pass. */
export function describeSet(set: CheckedSet): void {
	describe('the files', () => describeFiles(set));
	describe('the receipts', () => describeReceipts(set));
	describe.each(set.invoices.map(({ id }) => id))('invoice %s', (id) => describeInvoice(set, id));
}
