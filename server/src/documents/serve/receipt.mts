import type { ReceiptConfidence } from '../confidence/receipt.mts';
import type { ReceiptLocation } from '../confidence/places.mts';
import { pageSlip } from '../kinds/receipt/page.mts';
import { receiptDocument, type SolvedReceipt } from '../kinds/receipt/read.mts';
import type { Char } from '../layout/rows.mts';
import { locationOf } from '../location.mts';
import type { Line } from '../propose/lines.mts';
import type { ReceiptData } from '../receipt.mts';
import type { ReceiptItem } from '../receipt/table.mts';
import { sureness, type Evidence } from '../score/sureness.mts';
import { featuresOf, type Weights } from '../score/weights.mts';
import type { Steps } from '../steps.mts';
import { withBracketsOf } from '../text.mts';
import type { Page } from '../../page/types.mts';
import { itemsOf } from './receipt-lines.mts';

const textFields = [
	'shop_name',
	'receipt_num',
	'machine_num',
	'employee_num',
	'consumption_date',
	'consumption_time',
	'print_date',
	'print_time',
	'total_amount',
	'paid_amount',
	'change',
	'discount',
] as const;

type Chars = readonly Char[];

/** The characters that each cell of a line stands in. */
function cellChars({ names, reading: { roles } }: Line): Record<keyof ReceiptItem, Chars> {
	return {
		product: names.flatMap(({ name }) => name),
		quantity: roles.quantity?.chars ?? [],
		unit_price: (roles.price ?? roles.listPrice)?.chars ?? [],
		subtotal_amount: roles.amount?.chars ?? [],
	};
}

type CellSure = Record<keyof ReceiptItem, number>;

const cellNames = ['product', 'quantity', 'unit_price', 'subtotal_amount'] as const;

const mapped = <Value,>(tell: (name: (typeof cellNames)[number]) => Value) => ({
	product: tell('product'),
	quantity: tell('quantity'),
	unit_price: tell('unit_price'),
	subtotal_amount: tell('subtotal_amount'),
});

/** By how much a cell is ahead of the best other table in which its line has another value. */
function marginOfCell(
	line: Line,
	item: ReceiptItem,
	name: keyof ReceiptItem,
	rivals: readonly Rival[],
): number {
	const isSame = ({ lines, items }: Rival) =>
		lines.some(
			({ from, to }, i) => from < line.to && to > line.from && items[i][name] === item[name],
		);
	return rivals.reduce(
		(least, rival) => (isSame(rival) ? least : Math.min(least, rival.behind)),
		Infinity,
	);
}

/** Another table that a slip can hold, and by how much it is behind the best one. */
interface Rival {
	lines: readonly Line[];
	items: readonly ReceiptItem[];
	behind: number;
}

/** What is known of each cell of the lines of a receipt. */
export function cellEvidence(
	{ document, rivals }: SolvedReceipt,
	items: readonly ReceiptItem[],
): Array<Record<keyof ReceiptItem, Evidence>> {
	const { table, score } = document;
	const others = rivals.map(
		({ table: { lines, heads }, score: own }): Rival => ({
			lines,
			items: itemsOf(lines, heads[0]?.columns),
			behind: score - own,
		}),
	);
	return table.lines.map((line, i) => {
		const chars = cellChars(line);
		const { product, describe } = line.reading;
		const edits = [...featuresOf(describe).keys()].filter((feature) => feature.startsWith('edit'));
		const signs = [`product ${product}`, `sum ${table.sum}`, `sum ${table.sum} product ${product}`];
		return mapped((name) => ({
			kind: name,
			chars: items[i][name] === '' ? [] : chars[name],
			margin: marginOfCell(line, items[i], name, others),
			signs:
				name === 'product'
					? [`sum ${table.sum}`, ...(line.names.length > 1 ? ['on some rows'] : [])]
					: [...signs, ...edits],
		}));
	});
}

/** What is known of each field of a receipt outside of its table. */
export const fieldEvidence = ({ document }: SolvedReceipt): Map<string, Evidence> =>
	new Map(
		Array.from(document.fields, ([name, { candidate, margin, signs }]) => [
			name,
			{ kind: name, chars: candidate.reading.chars, margin, signs },
		]),
	);

/** A receipt as its API serves it. */
export function servedReceipt(page: Page, solved: SolvedReceipt, weights: Weights): ReceiptData {
	const { table, fields, currency } = solved.document;
	const printed = page.boxes.map(({ text }) => text).join('\n');
	const plain = itemsOf(table.lines, table.heads[0]?.columns);
	const cells = cellEvidence(solved, plain);
	const known = fieldEvidence(solved);
	const items = plain.map((item) => ({ ...item, product: withBracketsOf(printed, item.product) }));
	const place = (evidence: Evidence | undefined) =>
		locationOf(page, evidence?.chars.map(({ area }) => area) ?? []);
	const sure = (evidence: Evidence | undefined) => (evidence ? sureness(evidence, weights) : 0);
	const values = Object.fromEntries(
		textFields.map((name) => [name, fields.get(name)?.candidate.reading.text ?? '']),
	) as Record<(typeof textFields)[number], string>;
	const confidence: ReceiptConfidence = {
		...Object.fromEntries(textFields.map((name) => [name, sure(known.get(name))])),
		currency: currency === '' ? 0 : 1,
		table: cells.map((cell): CellSure => mapped((name) => sure(cell[name]))),
	};
	const location: ReceiptLocation = {
		...Object.fromEntries(textFields.map((name) => [name, place(known.get(name))])),
		currency: null,
		table: cells.map((cell) => mapped((name) => place(cell[name]))),
	};
	return {
		...values,
		shop_name: withBracketsOf(printed, values.shop_name),
		currency,
		table_row_num: items.length,
		table: items,
		confidence,
		location,
	};
}

/** Reads a receipt by proposing, scoring and solving. Throws PictureError where the page has more text than a document. */
export function* solvedReceipt(page: Page, weights: Weights): Steps<ReceiptData> {
	const slip = pageSlip(page);
	yield;
	return servedReceipt(page, yield* receiptDocument(slip, weights), weights);
}
