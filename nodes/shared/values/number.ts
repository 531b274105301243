import { currencyNames } from './currency';
import { normaliseText } from './text';
import { MEASURE_WORDS, units } from './units';

const anyOf = (words: readonly string[]) =>
	`(?:${words.map((word) => word.replace(/[$/^.()[\]{}*+?|\\]/g, '\\$&')).join('|')})`;

const CURRENCY = `(?:${anyOf(currencyNames)}\\s*){0,2}`;
const UNIT = anyOf(units);
/** The words for a minus on red-letter invoices. */
const MINUS_WORDS = '(?:负数?|負數?|红字|紅字)';
const SIGN = `[+-]|\\(?${MINUS_WORDS}\\)?`;

/** A blank beside the point is how wide point glyphs are recognised; any other blank parts two figures. */
const POINTED = '\\d+(?: ?\\. ?\\d+|\\.)?|\\.\\d+';
const THOUSANDS = '[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d*)?';
/** With ordinary blanks only where nothing else is meant: two groups or more, and cents. */
const SPACED = '[1-9]\\d{0,2}(?: \\d{3}){2,}\\.\\d{2}';

/** 元整, /斤, 元/kg, 瓶(含税). */
const TAIL = `(?:${anyOf(currencyNames)}[整正]?)?(?:/?每?${UNIT})?(?:\\((?:${UNIT}|${anyOf(currencyNames)}|不?含税|免税)\\))?`;

const numberForm = (before: string, behind: string) =>
	new RegExp(
		`^(?<outer>${SIGN})?\\s*${CURRENCY}(?<inner>${SIGN})?\\s*${CURRENCY}${before}\\s*` +
			`(?<figure>${THOUSANDS}|${SPACED}|${POINTED})(?<behind>${behind})$`,
		'iu',
	);
const AMOUNT_FORM = numberForm('[x×*@]?', `\\s*(?:-|\\(${MINUS_WORDS}\\)|${TAIL})`);
const QUANTITY_FORM = numberForm('[x×*]?', `\\s*(?:${TAIL}|[x×]|${MEASURE_WORDS})`);
/** (12.50), ¥(12.50), (-12.50): how bookkeepers write less than nothing. */
const BRACKETED = new RegExp(`^(${CURRENCY})\\(-?([^()+-]*\\d[^()+-]*)\\)`, 'iu');

/** Labels and separators in front of a value: `单价:4.50`, `:2`. Words for a minus or for money that goes back are none. */
const LEADING_LABEL = /^(?!.*[负負退冲沖]|.*[红紅]字)(?:[^\d.+\-*¥$():]|\([^\d():]*\))*:\s*/;
const BRACKETED_LABEL = new RegExp(`^\\((?:小写|小寫|${anyOf(currencyNames)})\\)`, 'iu');
const MINUS_SIGNS = /[\u2010-\u2015−－]/g;
/** ², ½, ①: NFKC would make plain figures of them. The ² of m² is part of a unit. */
const OTHER_FIGURES = /(?<!m)\p{No}/u;
/** Blanks that do not break a line are typeset between thousands. */
const THIN_BLANKS = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
const SIGN_BEHIND = new RegExp(`-|${MINUS_WORDS}`, 'u');
/** A litre or a one, grams or a six: letters that are units in their other case only. */
const UNIT_OR_FIGURE = /\d\s*[lGMT]$/;

/** True for `*`, `¥*` and their kin: a number that the issuer hid. */
export function isMasked(printed: string): boolean {
	const text = normaliseText(printed);
	return text.includes('*') && !/\d/.test(text);
}

/**
 * The value of plain figures.
 *
 * @returns undefined where a double holds another number: too large, or too large for its cents
 */
function valueOf(figure: string): number | undefined {
	const plain = figure.replace(/[, ]/g, '');
	const value = Number(plain);
	return Number.isSafeInteger(Math.trunc(plain.includes('.') ? value * 100 : value))
		? value
		: undefined;
}

function parse(form: RegExp, text: string): number | undefined {
	const found = form.exec(text)?.groups;
	if (!found || UNIT_OR_FIGURE.test(text)) return undefined;
	const signs = [found.outer, found.inner, SIGN_BEHIND.exec(found.behind)?.[0]].filter(Boolean);
	const value = signs.length > 1 ? undefined : valueOf(found.figure);
	if (value === undefined || value === 0) return value;
	return signs.length === 1 && signs[0] !== '+' ? -value : value;
}

function plainText(printed: string): string | undefined {
	if (OTHER_FIGURES.test(printed)) return undefined;
	return normaliseText(printed.replace(THIN_BLANKS, ','))
		.replace(MINUS_SIGNS, '-')
		.replace(LEADING_LABEL, '')
		.replace(BRACKETED_LABEL, '');
}

/**
 * Reads an amount as printed: `¥-0.10`, `￥597.44`, `1,234.50`, `5.00元`, `单价:4.50`, `HK$12.50`, `(12.50)`, `12.50-`,
 * `(负数)12.50`, `12.50(红字)`, full-width figures, any number of decimals. The sign is kept.
 *
 * @returns the number, or undefined where the text is no single number or holds a letter that is no unit
 */
export function parseAmount(printed: string): number | undefined {
	const text = plainText(printed);
	if (text === undefined) return undefined;
	const bracketed = BRACKETED.test(text);
	return parse(AMOUNT_FORM, bracketed ? `-${text.replace(BRACKETED, '$1$2')}` : text);
}

/**
 * Reads a quantity as printed: `x2`, `0.368kg`, `2瓶`, `-1`, full-width figures.
 *
 * @returns the number, or undefined where the text is no single number or holds a letter that is no unit
 */
export function parseQuantity(printed: string): number | undefined {
	const text = plainText(printed);
	return text === undefined ? undefined : parse(QUANTITY_FORM, text);
}
