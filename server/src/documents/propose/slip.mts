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

/** Whether the label of a total is a word in brackets behind others: 成人票(全价), and no 合计(小写). */
function isBracketed(
	{ chars }: Row,
	{ entry, start, end }: Label<ReceiptLabel>,
	isBehindLabel: boolean,
): boolean {
	const isOpened = start > 1 && chars[start - 1].char === '(' && chars[start - 1].gap === 0;
	const isTotal = entry?.field === 'total';
	return isTotal && isOpened && !isBehindLabel && chars[end]?.char === ')';
}

const customer = /^(?:员工)?姓名$|^(?:持卡人|卡主)$/u;

/** Whether a label has the number of a customer who is called on its row: 姓名:郑** 工号:A1027. */
const isOfCustomer = (labels: ReadonlyArray<Label<ReceiptLabel>>, { text }: Label<ReceiptLabel>) =>
	/^(?:员?工|员工编)号$/u.test(text) && labels.some((label) => customer.test(label.text));

/** The labels of a row that are about the slip. */
function labelsOf(row: Row, index: number): Array<Label<ReceiptLabel>> {
	const labels = withoutClerkNames(row, findLabels(row, index, receiptLexicon));
	return labels
		.filter((label, i) => !isBracketed(row, label, labels[i - 1]?.end === label.start - 1))
		.map((label) => (isOfCustomer(labels, label) ? { ...label, entry: undefined } : label));
}

/** The rows of a page without rules, and their labels. */
export function slipOf(page: Page): Slip {
	const rows = rowsOf(page)
		.filter((row) => !isRule(row))
		.map(withoutLeaders);
	const labels = rows.map((row, i) => (isTitle(row) ? [] : labelsOf(row, i)));
	return { rows, labels };
}
