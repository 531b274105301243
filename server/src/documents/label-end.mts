import type { Char } from './layout/rows.mts';

/** A gap this wide parts a word from the amount behind it. */
const amountGap = 1.2;
/** A remark in brackets behind a label, as in `合计(3件):`. */
const longestRemark = 14;

/** Where a remark in brackets behind a label ends, or the label itself where there is none: `合计(3件)`. */
function behindRemark(spelling: string, end: number): number {
	if (spelling[end] !== '(' || spelling.startsWith('(负数)', end)) return end;
	const rest = spelling.slice(end, end + longestRemark);
	const close = rest.indexOf(')');
	if (close < 0 || /\d\.\d{2}\)/u.test(rest)) return end;
	return end + close + 1;
}

/** Letters, and a stroke of a stamp among them that was read as a digit. */
const translated = /^(?=.{2,24}[:=])[A-Z.&/'()-]+(?:\d[A-Z.&/'()-]+)?(?=[:=])/u;

/** Where the English for a label behind it ends, up to its colon: `开票人 Issued by:`. */
function behindTranslation(spelling: string, end: number): number {
	const translation = translated.exec(spelling.slice(end));
	return /[\p{Script=Han})]/u.test(spelling[end - 1] ?? '') && translation
		? end + translation[0].length
		: end;
}

/** Where the value of a label begins: behind a remark, a translation and the signs that part them. */
export function valueStart(chars: readonly Char[], spelling: string, label: number): number {
	let end = behindTranslation(spelling, behindRemark(spelling, label));
	while (end < chars.length && /[:=.#、)\]|/_;]/u.test(chars[end].char)) end++;
	return end;
}

/** Whether a figure at the end of the row is all that follows a label. */
export function isBeforeFigure(chars: readonly Char[], spelling: string, label: number): boolean {
	const end = behindRemark(spelling, label);
	return (chars[end]?.gap ?? 0) > amountGap && /^[-+]?¥?-?[\d.,]+元?$/u.test(spelling.slice(end));
}

/** Whether a long number is what follows a label, or any behind a word that says that it is one. */
export function isBeforeCode(chars: readonly Char[], spelling: string, end: number): boolean {
	const rest = spelling.slice(end);
	return (
		(chars[end]?.gap ?? 0) > 0 &&
		(/^[A-Z]{0,4}\d[\d-]{6,}/u.test(rest) ||
			(spelling[end - 1] === '号' && /^[A-Z]{0,4}\d[A-Z\d-]*(?![.:%/A-Z\d-])/u.test(rest)))
	);
}

/** Up to where a run of letters (no digits) reaches, without gaps as wide as `gap`, in full-width characters. */
export function wordEnd(chars: readonly Char[], at: number, most: number, gap: number): number {
	let end = at;
	while (
		end < chars.length &&
		end - at < most &&
		/[\p{L}/()&]/u.test(chars[end].char) &&
		(end === at || chars[end].gap < gap)
	) {
		end++;
	}
	return end;
}
