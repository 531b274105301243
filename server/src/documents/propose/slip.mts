import { findLabels } from '../find.mts';
import type { Label } from '../label-scan.mts';
import type { Page } from '../../page/types.mts';
import { withoutLeaders } from '../layout/leaders.mts';
import { rowsOf, type Row } from '../layout/rows.mts';
import type { ReceiptLabel } from '../lexicon/receipt-label.mts';
import { receiptLexicon } from '../lexicon/receipt-labels.mts';
import { title } from '../lexicon/receipt-words.mts';
import { compact } from '../text.mts';

/** A receipt as rows with the labels in them. */
export interface Slip {
	rows: Row[];
	/** For each row, its labels from left to right. */
	labels: Array<Array<Label<ReceiptLabel>>>;
}

/** A row of signs (a rule across the slip), be it with a sign misread as a letter. */
const isRule = ({ text }: Row): boolean => {
	const letters = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
	return letters === 0 || (letters <= 2 && /([*=\-_.#~+·])\s?\1\s?\1\s?\1/u.test(text));
};

/** A row that says what the slip is: no label of it (`销 售 清 单`) has a value. */
const isTitle = ({ text }: Row): boolean => title.test(compact(text)) && !/\d/u.test(text);

/** Whether a label is what a clerk before it is called: 操作员:管理员, 操作员 服务台03, 收银:自助收银. */
function isClerkName(
	{ chars }: Row,
	clerk: Label<ReceiptLabel> | undefined,
	{ entry, start, end, valueFrom }: Label<ReceiptLabel>,
): boolean {
	if (clerk?.entry?.field !== 'employee' || clerk.valueFrom !== start || valueFrom > end) {
		return false;
	}
	const hasColon = clerk.valueFrom > clerk.end;
	if (entry?.field === 'employee') return hasColon;
	const isLast = hasColon && end === chars.length;
	return entry?.field === 'machine' && (isLast || chars[end]?.gap === 0);
}

/** The labels of a row without those that are a clerk's name. */
function withoutClerkNames(
	row: Row,
	labels: ReadonlyArray<Label<ReceiptLabel>>,
): Array<Label<ReceiptLabel>> {
	const isName = labels.map((label, i) => isClerkName(row, labels[i - 1], label));
	return labels
		.map((label, i) => (isName[i + 1] ? { ...label, valueTo: labels[i + 1].valueTo } : label))
		.filter((_, i) => !isName[i]);
}

/** The rows of a page without rules, and their labels. */
export function slipOf(page: Page): Slip {
	const rows = rowsOf(page)
		.filter((row) => !isRule(row))
		.map(withoutLeaders);
	const labels = rows.map((row, i) =>
		isTitle(row) ? [] : withoutClerkNames(row, findLabels(row, i, receiptLexicon)),
	);
	return { rows, labels };
}
