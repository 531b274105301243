import { malformedAnswer } from '../shared/envelope';
import { leftOutOf } from '../shared/leftOut';
import type { LeftOut } from '../shared/leftOut';
import { asId } from '../shared/values/text';
import { coreFields, fieldIndex, furtherFields, lineItemFields } from './invoiceFields';
import type { InvoiceField } from './invoiceFields';

interface NamedValue {
	name: string;
	value: unknown;
}

/** What one picture's result says, nothing dropped. Values are as returned. */
export interface InvoiceResult {
	requestId: string | null;
	/** Header values by our key. */
	header: Record<string, unknown>;
	/** Line items by our key. */
	lineItems: Array<Record<string, unknown>>;
	/** How sure a self-hosted server is of the header and of each line item, by our key. */
	confidence: { header: Record<string, unknown>; lineItems: Array<Record<string, unknown>> };
	/** The kind of paper, where a self-hosted server says that it is another than an invoice. */
	saidKind: unknown;
	/** Whether a self-hosted server says that the picture holds more documents than this. */
	saidSeveral: unknown;
	/** What of its file was not read; said of the last document. */
	leftOut: LeftOut;
	/** Names that are no known field, and known names that came a second time with another value. */
	others: NamedValue[];
	/** Of those, the known names. */
	repeated: Array<{ field: InvoiceField; value: unknown }>;
	/** Entries of the list that have no name. */
	unnamed: unknown[];
	/** True where line items came name by name, and not each name as often. */
	isUneven: boolean;
}

const headerField = fieldIndex([...coreFields, ...furtherFields]);
const lineItemField = fieldIndex(lineItemFields);

function isNamedValue(entry: unknown): entry is NamedValue {
	return (
		typeof entry === 'object' && entry !== null && typeof (entry as NamedValue).name === 'string'
	);
}

const isEmpty = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
const isBlank = (entry: unknown) =>
	isEmpty(entry) || (typeof entry === 'object' && Object.keys(entry as object).length === 0);

interface Cell {
	field: InvoiceField;
	value: unknown;
	confidence: unknown;
}

/** Gives the confidence of each name in turn: a number, or one of a list for a name that repeats. */
function confidenceReader(result: Record<string, unknown>): (name: string) => unknown {
	const byName = new Map(Object.entries((result.confidence as object | null | undefined) ?? {}));
	const seen = new Map<string, number>();
	return (name) => {
		const index = seen.get(name) ?? 0;
		seen.set(name, index + 1);
		const confidence: unknown = byName.get(name);
		return Array.isArray(confidence) ? (confidence[index] as unknown) : confidence;
	};
}

/** True where every value of a name stands together: all products, then all quantities, and so on; or one of each. */
function isColumnByColumn(cells: readonly Cell[]): boolean {
	const runs = cells.filter((cell, index) => cell.field !== cells[index - 1]?.field).length;
	const names = new Set(cells.map((cell) => cell.field)).size;
	return runs === names;
}

function hasUnevenColumns(cells: readonly Cell[]): boolean {
	const counts = new Map<InvoiceField, number>();
	for (const { field } of cells) counts.set(field, (counts.get(field) ?? 0) + 1);
	return new Set(counts.values()).size > 1;
}

function rowsFromColumns(cells: readonly Cell[]): InvoiceResult['lineItems'] {
	const rows: InvoiceResult['lineItems'] = [];
	const seen = new Map<InvoiceField, number>();
	for (const { field, value } of cells) {
		const index = seen.get(field) ?? 0;
		seen.set(field, index + 1);
		(rows[index] ??= {})[field.key] = value;
	}
	return rows;
}

function rowsFromRepetition(cells: readonly Cell[]): InvoiceResult['lineItems'] {
	const rows: InvoiceResult['lineItems'] = [];
	for (const { field, value } of cells) {
		const current = rows[rows.length - 1];
		if (current && !(field.key in current)) current[field.key] = value;
		else rows.push({ [field.key]: value });
	}
	return rows;
}

/**
 * Reads the `result` of the invoice API: a list of names and values, in which line items are names that repeat.
 *
 * @throws RecognitionFailure where the list is missing
 */
export function readInvoiceResult(result: Record<string, unknown>): InvoiceResult {
	const { invoice_general_infos: infos, request_id: requestId, kind, several } = result;
	if (!Array.isArray(infos)) throw malformedAnswer('a result that has no invoice_general_infos');

	const invoice: InvoiceResult = {
		requestId: asId(requestId),
		header: {},
		lineItems: [],
		confidence: { header: {}, lineItems: [] },
		saidKind: kind,
		saidSeveral: several,
		leftOut: leftOutOf(result),
		others: [],
		repeated: [],
		unnamed: infos.filter((entry) => !isNamedValue(entry) && !isBlank(entry)),
		isUneven: false,
	};
	const cells: Cell[] = [];
	const confidenceOf = confidenceReader(result);
	for (const { name, value } of infos.filter(isNamedValue)) {
		const confidence = confidenceOf(name);
		const lineField = lineItemField(name);
		const field = headerField(name);
		if (lineField) cells.push({ field: lineField, value, confidence });
		else if (!field) invoice.others.push({ name, value });
		else if (isEmpty(invoice.header[field.key])) {
			invoice.header[field.key] = value;
			invoice.confidence.header[field.key] = confidence;
		} else if (!isEmpty(value) && invoice.header[field.key] !== value) {
			invoice.others.push({ name, value });
			invoice.repeated.push({ field, value });
		}
	}
	const isColumns = isColumnByColumn(cells);
	invoice.isUneven = isColumns && hasUnevenColumns(cells);
	const rowsFrom = isColumns ? rowsFromColumns : rowsFromRepetition;
	invoice.lineItems = rowsFrom(cells);
	invoice.confidence.lineItems = rowsFrom(
		cells.map((cell) => ({ ...cell, value: cell.confidence })),
	);
	return invoice;
}
