import type { TextBox } from '../../page/types.mts';
import { compact, normalize } from '../text.mts';

/** What every document shows, and what tells it from others. */
export const markNames = ['number', 'date', 'total'] as const;
export type MarkName = (typeof markNames)[number];

/** Printed words by what they show, on any kind of invoice, receipt, slip or ticket. */
const words: Readonly<Record<MarkName, RegExp>> = {
	number:
		/[发發]票号|[发發]票代[码碼]|[单單票据據][号號]|流水|[单單][据據]?[号號]码|[账帐賬][单單][号號]|交易[号號]|[参參]考[号號]|凭证[号號]|[序编編][号號][:：]|No[.:：]?\d|^\d{8}$|^\d{20}$|[A-Z]{1,2}\d{5,}/iu,
	date: /(?:19|20)?\d{2}[-年./]\d{1,2}[-月./]\d{1,2}|\d{1,2}:\d{2}:\d{2}|(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d/u,
	total:
		/[合总總共小][计計共额額]|[应應实實已][收付]|[支交]付|收[款您]|小写|金[额額]|消费|Total|Amount|¥|\d元|\d\.\d{1,2}(?!\d)/iu,
};

/** What a text shows. */
export function marksOf({ text }: TextBox): MarkName[] {
	const plain = compact(normalize(text));
	return markNames.filter((name) => words[name].test(plain));
}

/** How often each mark stands in a part of a page. */
export type MarkCounts = Record<MarkName, number>;

export function countMarks(boxes: ReadonlyArray<readonly MarkName[]>): MarkCounts {
	const counts: MarkCounts = { number: 0, date: 0, total: 0 };
	for (const names of boxes) for (const name of names) counts[name]++;
	return counts;
}

/** Whether two parts with so many marks can be two documents: both have a sum, and a number or a date. */
export const canBeTwo = (a: MarkCounts, b: MarkCounts): boolean =>
	a.total > 0 && b.total > 0 && ((a.number > 0 && b.number > 0) || (a.date > 0 && b.date > 0));
