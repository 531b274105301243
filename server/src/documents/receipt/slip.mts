import { findLabels, type Label } from '../find.mts';
import type { Page } from '../../engine/types.mts';
import { withoutLeaders } from '../layout/leaders.mts';
import { rowsOf, type Row } from '../layout/rows.mts';
import { receiptLexicon, type ReceiptLabel } from '../lexicon/receipt-labels.mts';
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

/** The rows of a page without rules, and their labels. */
export function slipOf(page: Page): Slip {
	const rows = rowsOf(page)
		.filter((row) => !isRule(row))
		.map(withoutLeaders);
	const labels = rows.map((row, i) => (isTitle(row) ? [] : findLabels(row, i, receiptLexicon)));
	return { rows, labels };
}
