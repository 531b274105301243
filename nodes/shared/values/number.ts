import { withoutBlanks } from './text';

/** Labels and separators in front of a value: `单价:4.50`, `:2`. */
const LEADING_LABEL = /^[^\d.+\-*¥$]*:/;
const CURRENCY_SIGNS = /[¥$]|RMB|CNY|HKD|USD|人民币/gi;
const MULTIPLIER = /^[x×*](?=\d)/i;
const MINUS_SIGNS = /[−–—－]/g;
const PLAIN_NUMBER = /^([+-]?)(\d{1,15}(?:\.\d{0,10})?|\.\d{1,10})/;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?(?!\d)/;
/** 元, 圆 and their kin behind an amount; kg, 斤, 瓶 … behind a quantity. Never another figure. */
const UNIT = /^[^\d.,:+\-*/]{0,6}$/;

/** True for `*`, `¥*` and their kin: a value that the issuer hid. */
export function isMasked(printed: string): boolean {
	const text = withoutBlanks(printed);
	return text.includes('*') && !/\d/.test(text);
}

/**
 * Reads an amount or a quantity as printed: `¥-0.10`, `￥597.44`, `1,234.50`, `5.00元`, `单价:4.50`, `x2`,
 * `0.368kg`, full-width figures. The sign is kept.
 *
 * @returns the number, or undefined where the text is no single number
 */
export function parseNumber(text: string): number | undefined {
	let rest = withoutBlanks(text)
		.replace(MINUS_SIGNS, '-')
		.replace(LEADING_LABEL, '')
		.replace(CURRENCY_SIGNS, '')
		.replace(MULTIPLIER, '');
	if (THOUSANDS.test(rest)) rest = rest.replace(/,(?=\d{3})/g, '');

	const found = PLAIN_NUMBER.exec(rest);
	if (!found || !UNIT.test(rest.slice(found[0].length))) return undefined;
	const value = Number(found[1] + found[2]);
	return value === 0 ? 0 : value;
}
