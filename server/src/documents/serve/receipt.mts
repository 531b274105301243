import type { Rival, SolvedReceipt } from '../kinds/receipt/read.mts';
import { hasUnclearOrder } from '../dates.mts';
import { spelling, type Char } from '../layout/rows.mts';
import type { Reading } from '../lex/reading.mts';
import { locationOf, type Location } from '../location.mts';
import type { Line } from '../propose/lines.mts';
import { sureness, type Evidence } from '../score/sureness.mts';
import { featuresOf, type Weights } from '../score/weights.mts';
import { withBracketsOf } from '../text.mts';
import type { Page } from '../../page/types.mts';
import { itemsOf, type ReceiptItem } from './receipt-lines.mts';

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

/** How sure the fields of a receipt are, 0 to 1; 0 where nothing was read. */
export interface ReceiptConfidence {
	[field: string]: number | Array<Record<keyof ReceiptItem, number>>;
	table: Array<Record<keyof ReceiptItem, number>>;
}

type Place = Location | null;

/** Where the fields and the cells of a receipt stand; null where nothing was read or the page does not tell. */
export interface ReceiptLocation {
	[field: string]: Place | Array<Record<keyof ReceiptItem, Place>>;
	table: Array<Record<keyof ReceiptItem, Place>>;
}

/** Why rows and total differ from what they multiply and add up to, as it is printed, in yuan. */
export interface ReceiptAdjustments {
	/** Fees in the total that are no rows: service, packaging, delivery. */
	fee: string | null;
	/** What was taken off each row. */
	rows: Array<string | null>;
}

/** What the receipt API serves for a slip; fields that were not read are empty. */
export interface ReceiptData extends Record<(typeof textFields)[number], string> {
	currency: string;
	table_row_num: number;
	table: ReceiptItem[];
	confidence: ReceiptConfidence;
	location: ReceiptLocation;
	/** Left out where there are none. */
	adjustments?: ReceiptAdjustments;
}

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
	rivals: readonly ServedRival[],
): number {
	const isSame = ({ table, items }: ServedRival) =>
		table.lines.some(
			({ from, to }, i) => from < line.to && to > line.from && items[i][name] === item[name],
		);
	return rivals.reduce(
		(least, rival) => (isSame(rival) ? least : Math.min(least, rival.behind)),
		Infinity,
	);
}

/** Another table that a slip can hold, and what would be served of it. */
interface ServedRival extends Rival {
	items: readonly ReceiptItem[];
}

const figureRoles = ['quantity', 'price', 'amount'] as const;

/** The figures that most lines have. */
const usualRoles = (lines: readonly Line[]): ReadonlySet<string> =>
	new Set(
		figureRoles.filter(
			(role) => lines.filter(({ reading }) => reading.roles[role]).length * 2 > lines.length,
		),
	);

/** What is known of each cell of the lines of a receipt. */
export function cellEvidence(
	{ document, rivals }: SolvedReceipt,
	items: readonly ReceiptItem[],
): Array<Record<keyof ReceiptItem, Evidence>> {
	const { table } = document;
	const others = rivals.map((rival) => ({ ...rival, items: itemsOf(rival.table) }));
	const usual = usualRoles(table.lines);
	return table.lines.map((line, i) => {
		const chars = cellChars(line);
		const { product, describe } = line.reading;
		const edits = [...featuresOf(describe).keys()].filter((feature) => feature.startsWith('edit'));
		const isBare = figureRoles.some(
			(role) => usual.has(role) && line.reading.roles[role] === undefined,
		);
		const lack = isBare ? ['lacks what others have'] : [];
		const signs = [
			`product ${product}`,
			`sum ${table.sum}`,
			`sum ${table.sum} product ${product}`,
			...lack,
		];
		return mapped((name) => ({
			kind: name,
			chars: items[i][name] === '' ? [] : chars[name],
			margin: marginOfCell(line, items[i], name, others),
			signs:
				name === 'product'
					? [`sum ${table.sum}`, ...lack, ...(line.names.length > 1 ? ['on some rows'] : [])]
					: [...signs, ...edits],
		}));
	});
}

/** How sure a date is of which either figure can be the day. */
const openDate = 0.6;

/** What is known of each field of a receipt outside of its table. */
export function fieldEvidence({ document }: SolvedReceipt): Map<string, Evidence> {
	const isOpen = (name: string, { chars }: Reading) =>
		name.endsWith('_date') && !document.isDayFirst && hasUnclearOrder(spelling(chars));
	return new Map(
		Array.from(document.fields, ([name, { candidate, margin, signs }]) => [
			name,
			{
				kind: name,
				chars: candidate.reading.chars,
				margin,
				signs,
				...(isOpen(name, candidate.reading) ? { most: openDate } : {}),
			},
		]),
	);
}

/** What was taken off a row whose product holds after its discount, in cents. */
function takenOff({ reading: { product, roles } }: Line): number {
	if (product !== 'holds after discount') return 0;
	const [quantity, price, amount] = [roles.quantity, roles.price, roles.amount].map((figure) =>
		Number(figure?.value),
	);
	return Math.round(100 * (Math.abs(quantity * price) - Math.abs(amount)));
}

function adjustmentsOf({ table, fee }: SolvedReceipt['document']): ReceiptAdjustments | undefined {
	const yuan = (cents: number) => (cents > 0 ? (cents / 100).toFixed(2) : null);
	const rows = table.lines.map((line) => yuan(takenOff(line)));
	return fee > 0 || rows.some((row) => row !== null) ? { fee: yuan(fee), rows } : undefined;
}

/** A receipt as its API serves it. */
export function servedReceipt(page: Page, solved: SolvedReceipt, weights: Weights): ReceiptData {
	const { table, fields, currency } = solved.document;
	const printed = page.boxes.map(({ text }) => text).join('\n');
	const plain = itemsOf(table);
	const cells = cellEvidence(solved, plain);
	const known = fieldEvidence(solved);
	const items = plain.map((item) => ({ ...item, product: withBracketsOf(printed, item.product) }));
	const place = (evidence: Evidence | undefined) =>
		locationOf(page, evidence?.chars.map(({ area }) => area) ?? []);
	const sure = (evidence: Evidence | undefined) => (evidence ? sureness(evidence, weights) : 0);
	const adjustments = adjustmentsOf(solved.document);
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
		...(adjustments && { adjustments }),
	};
}
