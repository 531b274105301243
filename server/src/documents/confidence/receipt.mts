import type { Row } from '../layout/rows.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import { hasUnclearOrder } from '../dates.mts';
import { hasDayFirst } from '../receipt/currency.mts';
import { isProduct, sumOf } from '../receipt/sum-check.mts';
import type { ReceiptItem } from '../receipt/table.mts';
import { evidenceOf, printedDate } from './evidence.mts';
import { scopesOf } from './scopes.mts';
import { confidenceOf, type Knowledge } from './value.mts';

/** The fields outside the table. */
export type Header = Readonly<Record<string, string>>;

/** How sure the fields of a receipt are, 0 to 1; 0 where nothing was read. */
export interface ReceiptConfidence {
	[field: string]: number | Array<Record<keyof ReceiptItem, number>>;
	table: Array<Record<keyof ReceiptItem, number>>;
}

/** The sums of a receipt as numbers; NaN where one is not printed. */
const amount = (header: Header, name: string): number => toNumber(header[name]);

/** Whether the lines make up the total, be it before or after the discount. */
function addsUp(header: Header, items: readonly ReceiptItem[]): boolean | undefined {
	const [sum, total] = [sumOf(items), amount(header, 'total_amount')];
	if (items.length === 0 || isNaN(sum) || isNaN(total)) return undefined;
	const off = amount(header, 'discount') || 0;
	return [total, total + off, total - off].some((one) => sameAmount(one, sum));
}

/** Whether what was paid less the change is the total, be it before or after the discount. */
function paysUp(header: Header): boolean | undefined {
	const [total, paid] = [amount(header, 'total_amount'), amount(header, 'paid_amount')];
	if (isNaN(total) || isNaN(paid)) return undefined;
	const kept = paid - (amount(header, 'change') || 0);
	const off = amount(header, 'discount') || 0;
	return sameAmount(kept, total) || sameAmount(kept, total - off) || undefined;
}

/** Names that hold a figure with cents swallowed what stands beside them. */
const swallowed = /\d\.\d{2}(?!\d|[a-z%]|°)/iu;

/** What the rules know of a date: where no currency tells, either figure before its year can be the day. */
function knownDate(rows: readonly Row[], date: string, { currency }: Header): Knowledge {
	const printed = printedDate(rows, date) ?? '';
	return hasUnclearOrder(printed) && !hasDayFirst(currency) ? 'unproved' : 'plain';
}

function knownHeader(
	rows: readonly Row[],
	name: string,
	header: Header,
	adds: boolean | undefined,
): Knowledge {
	const pays = paysUp(header);
	if (name.endsWith('_date')) return knownDate(rows, header[name], header);
	if (name === 'total_amount')
		return pays || adds ? 'proved' : adds === false ? 'unproved' : 'plain';
	if (/^(?:paid_amount|change|discount)$/u.test(name)) return pays ? 'proved' : 'plain';
	return 'plain';
}

function headerConfidences(
	rows: readonly Row[],
	header: Header,
	items: readonly ReceiptItem[],
): Record<string, number> {
	const adds = addsUp(header, items);
	return Object.fromEntries(
		Object.entries(header).map(([name, value]) => {
			if (value === '') return [name, 0];
			// The currency is told by a sign that stands all over a slip.
			if (name === 'currency') return [name, 1];
			return [name, confidenceOf(evidenceOf(rows, value), knownHeader(rows, name, header, adds))];
		}),
	);
}

/** The figures beside the amount that most lines have: a line without one may have it in another of its cells. */
const usualFigures = (items: readonly ReceiptItem[]) =>
	(['quantity', 'unit_price'] as const).filter(
		(cell) => items.filter((one) => one[cell] !== '').length * 2 > items.length,
	);

function tableConfidences(
	rows: readonly Row[],
	header: Header,
	items: readonly ReceiptItem[],
	makesPrintedSum: boolean,
): ReceiptConfidence['table'] {
	const scopes = scopesOf(
		rows,
		items.map(({ product }) => product),
	);
	const adds = makesPrintedSum || addsUp(header, items);
	const usual = usualFigures(items);
	return items.map((item, i) => {
		const product = isProduct(item);
		// An amount alone beside some words may be no line of goods.
		const isBare = item.quantity === '' && item.unit_price === '';
		const isWhole = product || (adds && !isBare && usual.every((cell) => item[cell] !== ''));
		const line: Knowledge = isWhole ? 'plain' : 'unproved';
		const known = (cell: keyof ReceiptItem): Knowledge => {
			if (cell === 'product') return swallowed.test(item.product) ? 'contradicted' : line;
			if (product || (cell === 'subtotal_amount' && adds && !isBare)) return 'proved';
			return line;
		};
		const of = (cell: keyof ReceiptItem): number =>
			item[cell] === '' ? 0 : confidenceOf(evidenceOf(scopes[i], item[cell]), known(cell));
		return {
			product: of('product'),
			quantity: of('quantity'),
			unit_price: of('unit_price'),
			subtotal_amount: of('subtotal_amount'),
		};
	});
}

/**
 * How sure each field and each cell of a receipt is.
 * @param makesPrintedSum whether the amounts of the lines make up a sum that is printed
 */
export function receiptConfidence(
	rows: readonly Row[],
	header: Header,
	items: readonly ReceiptItem[],
	makesPrintedSum: boolean,
): ReceiptConfidence {
	return {
		...headerConfidences(rows, header, items),
		table: tableConfidences(rows, header, items, makesPrintedSum),
	};
}
