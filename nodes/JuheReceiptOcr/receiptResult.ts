import { serverFields } from '../shared/documents';
import { malformedAnswer } from '../shared/envelope';
import { leftOutOf } from '../shared/leftOut';
import type { LeftOut } from '../shared/leftOut';
import { asId, withoutBlanks } from '../shared/values/text';
import { headerFields, rowFields } from './receiptFields';

type Values = Record<string, unknown>;

/** What one picture's result says, nothing dropped. Values are as returned, under the API's own names. */
export interface ReceiptResult {
	orderId: string | null;
	header: Values;
	rows: Values[];
	/** How many there were before split ones were put together. */
	returnedRows: number;
	/** What stood among the rows and is none. */
	unreadRows: unknown[];
	/** Names that the documents do not know. */
	others: Array<readonly [string, unknown]>;
	/** The kind of paper, where a self-hosted server says that it is another than a receipt. */
	saidKind: unknown;
	/** Whether a self-hosted server says that the picture holds more documents than this. */
	saidSeveral: unknown;
	/** What of its file was not read; said of the last document. */
	leftOut: LeftOut;
	/** Fees in the total that are no rows, and what was taken off each row, as a self-hosted server says it: yuan. */
	adjustments: { fee: number; rows: number[] };
	/** How sure a self-hosted server is of the header and of each row, under the API's own names. */
	confidence: { header: Values; rows: Values[] };
}

const BARCODE = /^\d{8,14}$/;
const valueNames = rowFields.slice(1).map(({ name }) => name);

function isRecord(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A plain figure of a server's own; 0 for anything else. */
const yuanOf = (value: unknown): number =>
	typeof value === 'string' && /^\d{1,9}\.\d{2}$/.test(value) ? Number(value) : 0;
const textOf = (value: unknown) => asId(typeof value === 'string' ? value.trim() : value);
const isEmpty = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const isBarcodeOnly = ({ product }: Values) => BARCODE.test(withoutBlanks(textOf(product) ?? ''));

function belongTogether(first: Values, second: Values): boolean {
	return (
		isBarcodeOnly(first) &&
		typeof second.product === 'string' &&
		!isEmpty(second.product) &&
		!isBarcodeOnly(second) &&
		[first, second].some((row) => valueNames.every((name) => isEmpty(row[name])))
	);
}

function joinRows(first: Values, second: Values): Values {
	const filled = Object.entries(second).filter(([, value]) => !isEmpty(value));
	return {
		...first,
		...Object.fromEntries(filled),
		product: `${textOf(first.product)} ${textOf(second.product)}`,
	};
}

/** Puts back together what was returned as a row with the barcode only and a row with the name only. */
export function joinSplitRows(rows: readonly Values[]): Values[] {
	const joined: Values[] = [];
	for (const row of rows) {
		const previous = joined[joined.length - 1];
		if (previous && belongTogether(previous, row))
			joined[joined.length - 1] = joinRows(previous, row);
		else joined.push(row);
	}
	return joined;
}

const isRow = (value: Values) => rowFields.some(({ name }) => name in value);

/** The entries of a table: listed as documented, under numbers, or one without a list. */
function entriesOf(table: unknown): unknown[] {
	if (Array.isArray(table)) return table;
	const isNumbered = isRecord(table) && Object.keys(table).every((key) => /^\d+$/.test(key));
	return isNumbered ? Object.values(table) : [table];
}

/** The rows of a table, and what is none; an entry of a list is one whatever its names are. */
function readTable(table: unknown): { rows: Values[]; unread: unknown[] } {
	const isListed = Array.isArray(table);
	const entries = entriesOf(table).filter((entry) => !isEmpty(entry));
	const isReadable = (entry: unknown): entry is Values =>
		isRecord(entry) && (isListed || isRow(entry));
	return {
		rows: entries.filter(isReadable),
		unread: entries.filter((entry) => !isReadable(entry)),
	};
}

/**
 * Reads the `result` of the receipt API.
 *
 * @throws RecognitionFailure where `data` is missing
 */
export function readReceiptResult(result: Record<string, unknown>): ReceiptResult {
	const { data, orderid, kind } = result;
	if (!isRecord(data)) throw malformedAnswer('a result that has no data');

	const known = new Set([...headerFields.map(({ name }) => name), 'table']);
	const table = readTable(data.table);
	const rows = joinSplitRows(table.rows);
	const confidence = isRecord(data.confidence) ? data.confidence : {};
	const adjustments = isRecord(data.adjustments) ? data.adjustments : {};
	const taken = Array.isArray(adjustments.rows) ? adjustments.rows : [];
	const ofRows = Array.isArray(confidence.table) ? confidence.table.filter(isRecord) : [];
	return {
		orderId: asId(orderid),
		header: Object.fromEntries(Object.entries(data).filter(([name]) => known.has(name))),
		rows,
		returnedRows: table.rows.length,
		unreadRows: table.unread,
		others: Object.entries(data).filter(([name]) => !known.has(name) && !serverFields.has(name)),
		saidKind: kind ?? data.kind,
		saidSeveral: data.several,
		leftOut: leftOutOf(data),
		// Rows that were put together are no longer those that these are about.
		adjustments: {
			fee: yuanOf(adjustments.fee),
			rows: taken.length === rows.length ? taken.map(yuanOf) : [],
		},
		confidence: { header: confidence, rows: ofRows.length === rows.length ? ofRows : [] },
	};
}
