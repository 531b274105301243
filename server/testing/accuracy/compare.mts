import type { InvoiceField } from '../../src/documents/invoice.mts';
import { alwaysServed } from '../../src/documents/invoice/api-names.mts';
import { itemColumns } from '../../src/documents/invoice/line-item.mts';
import type { ReceiptData } from '../../src/documents/receipt.mts';
import { parseAmount } from '../../src/documents/numbers.mts';

/** The groups that the figures are given for. */
export const groups = [
	'invoice fields',
	'receipt headers',
	'receipt table cells',
	'invoice items',
] as const;
export type Group = (typeof groups)[number];

export interface Miss {
	group: Group;
	field: string;
	expected: string;
	got: string;
}

/** How one picture was read. */
export interface Result {
	/** A value of the truth, or of a row that is not printed. */
	counted: Counted[];
	misses: Miss[];
	/** Values served for documented fields that the truth does not have. */
	invented: Miss[];
	/** Documented fields that the truth does not have. */
	absent: number;
	/** How sure the values that were served are said to be, and whether they are right. */
	judged: Judged[];
}

export interface Counted {
	group: Group;
	field: string;
	isRight: boolean;
}

export interface Judged extends Counted {
	confidence: number;
}

/** A value as served. */
interface Served {
	value: string;
	confidence: number;
}

export interface Truth {
	id: string;
	kind: 'receipt' | 'invoice';
	fields: Record<string, unknown>;
}

/** The fields of a receipt that are held against its truth. */
export const receiptHeaders = [
	'shop_name',
	'receipt_num',
	'machine_num',
	'employee_num',
	'consumption_date',
	'consumption_time',
	'total_amount',
	'paid_amount',
	'change',
	'discount',
	'currency',
	'print_date',
	'print_time',
] as const;

/** The name of a field without the number of its row. */
export const columnOf = (field: string): string => field.replace(/^row \d+ /u, '');

/** The currency is served when a sign of it stands anywhere on the slip; the truth need not name it. */
const uncounted: ReadonlySet<string> = new Set(['currency']);

const cellNames = ['product', 'quantity', 'unit_price', 'subtotal_amount'] as const;
const isAlwaysServed: ReadonlySet<string> = new Set(alwaysServed);
const itemNames = itemColumns.map(([, name]) => name);

const plain = (value: string): string => value.normalize('NFKC').replace(/\s+/gu, '');

/** A date by its digits, months and days with two of them. */
const dateDigits = (value: string): string =>
	(plain(value).match(/\d+/gu) ?? []).map((part) => part.padStart(2, '0')).join('');

/** A value as it is compared: a date by its digits, anything else without blanks. */
export const comparable = (field: string, value: string): string =>
	/date|日期/u.test(field) ? dateDigits(value) : plain(value);

/** One code for each way to print a currency: 人民币, RMB and CNY are the same to whoever books them. */
const currencyCodes: ReadonlyArray<readonly [names: RegExp, code: string]> = [
	[/^(?:人民币|RMB|CNY|¥|元)/iu, 'CNY'],
	[/^(?:港币|港元|HKD|HK\$)/iu, 'HKD'],
	[/^(?:澳门币|澳门元|MOP)/iu, 'MOP'],
	[/^(?:美元|USD|US\$)/iu, 'USD'],
];
const currencyCode = (value: string): string =>
	currencyCodes.find(([names]) => names.test(plain(value)))?.[1] ?? plain(value);

/** Whether two values are the same: dates by digits, amounts as numbers, texts without blanks. */
export function same(field: string, expected: string, got: string): boolean {
	if (plain(expected) === plain(got)) return true;
	if (expected === '' || got === '') return false;
	if (field === 'currency') return currencyCode(expected) === currencyCode(got);
	// A year printed with two digits is the same year.
	if (/date|日期/u.test(field)) return dateDigits(got).endsWith(dateDigits(expected));
	if (/num|识别号|代码|号码|校验码|time|product|name|名称|规格/u.test(field)) return false;
	const one = parseAmount(quantityFigure(expected));
	const two = parseAmount(quantityFigure(got));
	return one !== undefined && two !== undefined && Number(one) === Number(two);
}

/** `x2` and `0.368kg` as figures. */
const quantityFigure = (value: string): string =>
	plain(value)
		.replace(/^[xX×]/u, '')
		.replace(/(?<=\d)(?:\p{L}+)$/u, '');

const nothing: Served = { value: '', confidence: 0 };

function judge(result: Result, counted: Counted, { value, confidence }: Served): void {
	if (value !== '') result.judged.push({ ...counted, confidence });
}

function tally(result: Result, group: Group, field: string, expected: string, got: Served): void {
	const isRight = same(field, expected, got.value);
	result.counted.push({ group, field, isRight });
	judge(result, { group, field, isRight }, got);
	if (!isRight) result.misses.push({ group, field, expected, got: got.value });
}

function tallyFields(
	result: Result,
	group: Group,
	names: readonly string[],
	truth: Record<string, unknown>,
	got: (name: string) => Served,
): void {
	for (const name of names) {
		const expected = truth[name];
		if (typeof expected === 'string') tally(result, group, name, expected, got(name));
		else if (!uncounted.has(name)) {
			result.absent++;
			const { value } = got(name);
			if (value === '') continue;
			judge(result, { group, field: name, isRight: false }, got(name));
			result.invented.push({ group, field: name, expected: '', got: value });
		}
	}
}

/** How many cells of two rows agree. */
const agreeing = (
	names: readonly string[],
	one: readonly string[],
	two: readonly Served[],
): number => names.filter((name, i) => same(name, one[i] ?? '', two[i]?.value ?? '')).length;

/** Pairs rows of the truth with rows served, in order, so that the most cells agree. */
function align(
	names: readonly string[],
	expected: readonly string[][],
	got: readonly Served[][],
): Array<[string[] | undefined, Served[] | undefined]> {
	const best = Array.from({ length: expected.length + 1 }, () =>
		new Array<number>(got.length + 1).fill(0),
	);
	for (let i = expected.length - 1; i >= 0; i--) {
		for (let j = got.length - 1; j >= 0; j--) {
			const pair = agreeing(names, expected[i], got[j]);
			best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + pair);
		}
	}
	const pairs: Array<[string[] | undefined, Served[] | undefined]> = [];
	let [i, j] = [0, 0];
	while (i < expected.length || j < got.length) {
		const paired = i < expected.length && j < got.length;
		const pair = paired ? agreeing(names, expected[i], got[j]) : 0;
		if (
			paired &&
			(pair > 0 || expected.length - i === got.length - j) &&
			best[i][j] === best[i + 1][j + 1] + pair
		) {
			pairs.push([expected[i++], got[j++]]);
		} else if (j >= got.length || (i < expected.length && best[i][j] === best[i + 1][j])) {
			pairs.push([expected[i++], undefined]);
		} else pairs.push([undefined, got[j++]]);
	}
	return pairs;
}

function tallyRows(
	result: Result,
	group: Group,
	names: readonly string[],
	expected: readonly string[][],
	got: readonly Served[][],
): void {
	align(names, expected, got).forEach(([want, have], row) => {
		names.forEach((name, cell) => {
			const field = `row ${row + 1} ${name}`;
			if (want && have) tally(result, group, field, want[cell] ?? '', have[cell] ?? nothing);
			else {
				result.counted.push({ group, field, isRight: false });
				const expected = want ? want[cell] : noSuchRow;
				if (have) judge(result, { group, field, isRight: false }, have[cell]);
				result.misses.push({ group, field, expected, got: have?.[cell]?.value ?? rowMissing });
			}
		});
	});
}

/** What stands for the cells of a row that is served and not printed, or printed and not served. */
export const noSuchRow = '(no such row)';
export const rowMissing = '(row missing)';

const empty = (): Result => ({
	counted: [],
	misses: [],
	invented: [],
	absent: 0,
	judged: [],
});

/** Holds a receipt against its truth. */
export function compareReceipt(truth: Truth, got: ReceiptData): Result {
	const result = empty();
	const header = (name: string): Served => ({
		value: String(got[name as keyof ReceiptData] ?? ''),
		confidence: Number(got.confidence[name] ?? 0),
	});
	tallyFields(result, 'receipt headers', receiptHeaders, truth.fields, header);
	const rows = got.table.map((row, i) =>
		cellNames.map((name) => ({ value: row[name], confidence: got.confidence.table[i][name] })),
	);
	tallyRows(
		result,
		'receipt table cells',
		cellNames,
		(truth.fields.table ?? []) as string[][],
		rows,
	);
	return result;
}

/** Repeated names are the rows of the table: a name that comes again begins the next row. */
function itemRows(fields: readonly InvoiceField[]): Served[][] {
	const rows: Served[][] = [];
	let seen = new Set<string>();
	for (const { name, value, confidence } of fields) {
		const column = itemNames.indexOf(name);
		if (column < 0) continue;
		if (rows.length === 0 || seen.has(name)) {
			rows.push(itemNames.map(() => nothing));
			seen = new Set();
		}
		seen.add(name);
		rows[rows.length - 1][column] = { value, confidence };
	}
	return rows;
}

/** Holds an invoice against its truth. */
export function compareInvoice(truth: Truth, got: readonly InvoiceField[]): Result {
	const result = empty();
	const value = (name: string): Served => got.find((field) => field.name === name) ?? nothing;
	const further = Object.keys(truth.fields).filter((name) => !isAlwaysServed.has(name));
	tallyFields(result, 'invoice fields', [...alwaysServed, ...further], truth.fields, value);
	const { items } = truth.fields;
	if (items) tallyRows(result, 'invoice items', itemNames, items as string[][], itemRows(got));
	return result;
}
