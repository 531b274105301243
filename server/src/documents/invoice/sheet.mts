import { findLabels } from '../find.mts';
import type { Label } from '../label-scan.mts';
import { headerColumns } from '../table/header.mts';
import type { SideText } from './cipher.mts';
import { withoutSideColumns } from './side-columns.mts';
import { withWholeLabels } from './torn-labels.mts';
import { withoutTornRows } from './torn-rows.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';
import { lookUp } from '../lexicon/labels.mts';
import { invoiceLexicon, type InvoiceLabel } from '../lexicon/invoice-labels.mts';
import { columnGap } from '../layout/gap-widths.mts';

/** An invoice as rows with the labels in them. */
export interface Sheet {
	rows: Row[];
	labels: Array<Array<Label<InvoiceLabel>>>;
	/** 备注. */
	remarks?: SideText;
	/** 密码区. */
	cipher?: SideText;
}

/** The rows of a page without rules, and their labels. */
export function sheetOf(page: readonly Row[]): Sheet {
	const {
		rows: parted,
		remarks,
		cipher,
	} = withoutSideColumns(withoutTornRows(page.filter((row) => /[\p{L}\p{N}]/u.test(row.text))));
	const rows = withWholeLabels(parted);
	return {
		rows,
		remarks,
		cipher,
		labels: rows.map((row, i) => (headerColumns(row, i) ? [headLabel(row, i)] : rowLabels(row, i))),
	};
}

/** Whether a label is what stands behind one of the same field: 开票人:开票人 on a specimen. */
const isValueOf = (before: Label<InvoiceLabel> | undefined, label: Label<InvoiceLabel>): boolean =>
	before?.entry !== undefined &&
	before.entry.field === label.entry?.field &&
	before.valueFrom === label.start &&
	before.valueFrom > before.end &&
	label.valueFrom === label.end;

const sumEntry = lookUp(invoiceLexicon, '合计');

/** Whether two amounts stand behind a word for the total: it is the row of the sums before tax and of the tax. */
const isOfTwo = (
	chars: readonly Char[],
	{ entry, valueFrom, valueTo }: Label<InvoiceLabel>,
): boolean =>
	entry?.field === 'total' &&
	entry.rank > 1 &&
	/^-?¥-?[\d,.]+ -?¥-?[\d,.]+$/u.test(textOf(chars.slice(valueFrom, valueTo)));

/** The labels of a row. A word in brackets behind a name belongs to it: 某某税务局(代开机关). */
function rowLabels(row: Row, index: number): Array<Label<InvoiceLabel>> {
	const { chars } = row;
	const isRemark = ({ entry, start, end }: Label<InvoiceLabel>) =>
		entry?.field === 'other' &&
		chars[end]?.char === ')' &&
		// The bracket may have been opened on the row above.
		(start === 0 ||
			(start > 1 && chars[start - 1].char === '(' && chars[start - 1].gap < columnGap));
	// What a copy is for: (购货单位付款凭证).
	const isOfCopy = ({ entry, start, end, valueFrom }: Label<InvoiceLabel>) =>
		entry?.field.includes('.') === true &&
		chars[start - 1]?.char === '(' &&
		valueFrom === end &&
		chars.findIndex(({ char }, i) => i >= end && /[:)]/u.test(char)) > end;
	const labels = findLabels(row, index, invoiceLexicon).filter(
		(label, i, all) => !isRemark(label) && !isOfCopy(label) && !isValueOf(all[i - 1], label),
	);
	return labels
		.map((label, i) => ({ ...label, valueTo: labels[i + 1]?.start ?? chars.length }))
		.map((label) => (isOfTwo(chars, label) ? { ...label, entry: sumEntry } : label));
}

/** The head of a table, as one label that means nothing outside it: no value stands in it. */
const headLabel = ({ chars, text }: Row, row: number): Label<InvoiceLabel> => ({
	entry: undefined,
	text,
	row,
	start: 0,
	end: chars.length,
	valueFrom: chars.length,
	valueTo: chars.length,
});
