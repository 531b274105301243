import { wordsOf } from '../find.mts';
import { textOf, type Char } from '../layout/rows.mts';
import type { PartyPart } from '../lexicon/invoice-labels.mts';
import { compact, hasHan, trimSigns } from '../text.mts';
import type { PartyLabel } from './party-owner.mts';
import type { Sheet } from './sheet.mts';

/** A gap this wide (in full-width characters) ends a value of several words. */
const cellGap = 4.4;
/** How far (in full-width characters) the lines of one value may begin apart. */
const reach = 1.5;

/** A telephone number: with an area code or without, of a mobile (digits of it may be hidden), of a service line. */
const telephone =
	/^(?:(?:\(?0\d{2,3}\)?-?)?[1-9]\d{6,7}(?:-\d{1,5})?|1[3-9]\d[\d*]{4}\d{4}|[48]00-?\d{3}-?\d{4})$/u;

/** Whether a text is a telephone number, or several. */
export const isTelephone = (text: string): boolean =>
	telephone.test(compact(text)) || text.split(/[\s/、,;]+/u).every((one) => telephone.test(one));

/** An address, a telephone number or both, or a bank with an account: words, or a telephone number alone. */
export function readContact(chars: readonly Char[], part: PartyPart): string | undefined {
	const [cell = []] = wordsOf(chars, cellGap);
	const text = trimSigns(textOf(cell));
	return hasHan(text) || (part !== 'bank' && isTelephone(text)) ? text : undefined;
}

/** A dash at the end of a line belongs to its value. */
const leadingSigns = /^[\s:]+/u;
const bankName = /银行|信用社|支行|分行/u;

/** The line of a value on a row beside that of its label: a row without labels that begins where the value does. */
function lineOn(sheet: Sheet, row: number, label: PartyLabel, left: number): string | undefined {
	const { chars = [], em = 0, y = 0, height = 0 } = sheet.rows[row] ?? {};
	const own = sheet.rows[label.row];
	if (chars.length === 0 || sheet.labels[row].length > 0) return undefined;
	if (Math.abs(y - own.y) > 2 * Math.max(height, own.height)) return undefined;
	const cell = wordsOf(chars, cellGap).find(([first]) => Math.abs(first.left - left) < reach * em);
	const text = cell && textOf(cell).replace(leadingSigns, '');
	return text && !bankName.test(text) ? text : undefined;
}

/**
 * An address that is printed in two lines: above and on the row of its label, on it and below, or around it.
 * Undefined where it is not.
 */
export function readLines(sheet: Sheet, label: PartyLabel): string | undefined {
	const { chars, em } = sheet.rows[label.row];
	const own = chars.slice(label.valueFrom, label.valueTo);
	const left = own[0]?.left ?? chars[label.valueFrom - 1].right + em / 2;
	const [above, below] = [label.row - 1, label.row + 1].map((row) =>
		lineOn(sheet, row, label, left),
	);
	const [cell] = wordsOf(own, cellGap);
	const lines = [above, cell && textOf(cell).replace(leadingSigns, ''), below].filter(
		(line) => line !== undefined && line !== '',
	) as string[];
	if (lines.length < 2 || !hasHan(lines[0])) return undefined;
	return lines.reduce(
		(text, line) => text + (isTelephone(line) && !text.endsWith('-') ? ' ' : '') + line,
	);
}
