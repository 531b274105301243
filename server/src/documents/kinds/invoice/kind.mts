import type { Label } from '../../label-scan.mts';
import type { PlacedItem } from '../../invoice/line-item.mts';
import type { Sheet } from '../../invoice/sheet.mts';
import type { Lex, Reading } from '../../lex/reading.mts';
import type { InvoiceLabel, Party } from '../../lexicon/invoice-labels.mts';
import { labelValues, type LabelValue } from '../../propose/labelled.mts';
import { compact } from '../../text.mts';

/** A reading that no label tells, by the row that it stands on and what its place says of it. */
export interface Alone {
	reading: Reading;
	row: number;
	signs: readonly string[];
}

/** A field of a kind of invoice: where its value stands and what it looks like. */
export interface Field {
	/** As the API calls it. */
	name: string;
	/** What the labels before it, or above it, are about. */
	labels: readonly InvoiceLabel[];
	/** All readings of what stands there. */
	lex: Lex;
	/** How long its values are. */
	lengths?: readonly number[];
	/** Up to which label a value reaches: any, or one of a field of the API. */
	reach?: 'field';
	/** Readings at places that tell themselves what stands there. */
	alone?: (sheet: Sheet) => Alone[];
	/** What other readings of the page say for a reading or against it. */
	signs?: (reading: Reading, others: ReadonlyArray<Reading>) => string[];
}

/** A kind of invoice, as it is printed and as the invoice API serves it. */
export interface Kind {
	id: string;
	/** How likely a sheet is one, as the count of what speaks for it; 0 where it is none. */
	signsOf: (sheet: Sheet) => number;
	/** Whose names, tax ids, addresses and banks are printed. */
	parties: readonly Party[];
	/** Whether goods or services are listed. */
	hasGoods: boolean;
	/** Fields that are chosen one by one. */
	fields: readonly Field[];
}

/** A sheet of a kind with what stands behind its labels, and its goods. */
export interface ReadSheet {
	kind: Kind;
	sheet: Sheet;
	values: ReadonlyArray<LabelValue<InvoiceLabel>>;
	items: readonly PlacedItem[];
}

/** What is read from a sheet before its fields are chosen. */
export const readSheet = (kind: Kind, sheet: Sheet, items: readonly PlacedItem[]): ReadSheet => ({
	kind,
	sheet,
	values: labelValues(sheet),
	items,
});

/** A heading stands on one of so many rows from the top. */
const headingRows = 6;

/** How likely a sheet is of a kind that its heading tells. */
export const headingSigns =
	(heading: RegExp) =>
	({ rows }: Sheet): number =>
		rows.slice(0, headingRows).some(({ text }) => heading.test(compact(text))) ? 3 : 0;

/** Whether a label is about a field that the API serves. */
export const isServed = ({ entry }: Label<InvoiceLabel>): boolean =>
	entry !== undefined && entry.field !== 'other';
