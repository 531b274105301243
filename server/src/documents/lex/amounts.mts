import type { Char } from '../layout/rows.mts';
import { asDigits, figure } from '../numbers.mts';
import { compact } from '../text.mts';
import type { Reading } from './reading.mts';
import { charsIn, runOf } from './run.mts';

/** A date and a time of day, whose figures are no amounts. */
const moment =
	/(?<!\d)20\d{2}[-/年]\d{1,2}[-/月](?:\d{2}|\d)日?|(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d.])/gu;

const currency = String.raw`(?:人民币|RMB|CNY|CN¥|¥|HK[$D]|MOP\$?|US[$D]|\$|Y)\s?[:.]?\s?`;
/** What follows a figure that is no amount: a rate, a time, a count. */
const otherThing = String.raw`[\d%:/]|[.,]\d|\s?(?:折|件|个|项|份|种|瓶|张|人|次|包|袋|盒|分(?!\p{L})|ITEM|PCS)`;
/** A figure with its sign and currency. */
const amount = new RegExp(
	String.raw`(?<![\p{L}\d.]|\d,)(?<sign>[-+]?)\s?(?:${currency})?(?<inner>[-+]?)\s?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<cents>\s?[.,]\s?\d{1,3})?(?<minus>-(?=\s|$))?(?!${otherThing})(?<after>元|圆|RMB)?`,
	'giu',
);

/** A word of digits and letters that stand for digits. */
const figureWord = /(?<![^\s])[-+¥]*[\dOolISBZ|.,]+元?(?![^\s])/gu;
const digitsIn = (text: string): number => (text.match(/[\d.,]/gu) ?? []).length;

/** The text with the same number of signs in which figures are looked for. */
function prepared(text: string): string {
	return text
		.replace(figureWord, (word) => (digitsIn(word) * 2 >= word.length ? asDigits(word) : word))
		.replace(moment, (found) => ' '.repeat(found.length))
		.replace(/(\d),(\d{2})(?!\d)/gu, '$1.$2');
}

/** All amounts in a run of characters as plain figures, from left to right. */
export function amountReadings(chars: readonly Char[]): Reading[] {
	const run = runOf(chars);
	const text = prepared(run.text);
	const found = Array.from(text.matchAll(amount)).flatMap((match): Reading[] => {
		const { sign, inner, digits, cents = '', minus, after } = match.groups ?? {};
		const value = figure(digits + compact(cents).replace(',', '.'));
		if (value === undefined) return [];
		const isNegative = sign === '-' || inner === '-' || minus !== undefined;
		const hasCurrency = /[¥$]|RMB|CNY|人民币/u.test(match[0]) || after !== undefined;
		const shape = cents ? 'with cents' : value.length > 4 ? 'long and whole' : 'whole';
		return [
			{
				text: isNegative ? `-${value}` : value,
				chars: charsIn(run, match.index, match.index + match[0].length),
				signs: [
					shape,
					...(hasCurrency ? ['with currency'] : []),
					...(isNegative ? ['negative'] : []),
					...(Number(value) === 0 ? ['nothing'] : []),
				],
			},
		];
	});
	return found.map((reading, i) => ({
		...reading,
		signs:
			found.length > 1
				? [...reading.signs, i === found.length - 1 ? 'last of some' : 'before another']
				: reading.signs,
	}));
}
