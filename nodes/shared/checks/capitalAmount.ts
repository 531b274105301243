import { withoutBlanks } from '../values/text';

/** Capital figures, their everyday forms and common variants. Source: the central bank's rules for filling in cheques. */
const digits: Readonly<Record<string, number>> = Object.fromEntries(
	[
		'零〇0',
		'壹一弌1',
		'贰二貳两兩2',
		'叁三參叄弎3',
		'肆四4',
		'伍五5',
		'陆六陸6',
		'柒七7',
		'捌八8',
		'玖九9',
	].flatMap((forms, digit) => [...forms].map((form) => [form, digit])),
);

const smallUnits: Readonly<Record<string, number>> = {
	拾: 10,
	十: 10,
	佰: 100,
	百: 100,
	仟: 1000,
	千: 1000,
};
const largeUnits: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

const PREFIX = /^(?:人民币|人民幣|大写|大寫|RMB|CNY|[⊗⊕Ⓧ×xX¥*:()])+/i;
/** How red-letter invoices say in words that the amount is taken back. */
const MINUS =
	/^(?:\((?:负数?|負數?|红字|紅字)\)|负数?|負數?|红字|紅字|-):?|\((?:负数?|負數?|红字|紅字)\)$/;
const SHAPE = /^(?:(.+?)[元圆圓])?(?:(.)角)?零?(?:(.)分)?[整正]?$/;

/** Reads a whole number such as 壹仟贰佰叁拾肆; undefined where a character or the order does not fit. */
function parseInteger(text: string): number | undefined {
	let total = 0;
	let section = 0;
	let digit: number | undefined;
	let lastLarge = Infinity;
	let lastSmall = Infinity;
	for (const character of text) {
		const small = smallUnits[character];
		const large = largeUnits[character];
		if (character in digits) {
			if (digit) return undefined;
			digit = digits[character];
		} else if (small !== undefined) {
			// 拾元 alone is ten; in front of any other unit a digit was lost.
			if (small >= lastSmall || (digit === undefined && small !== 10)) return undefined;
			section += (digit ?? 1) * small;
			lastSmall = small;
			digit = undefined;
		} else if (large !== undefined) {
			// 万亿: the section so far counts as a whole in front of a larger unit.
			const isHigher = large > lastLarge;
			const isBare = digit === undefined && lastSmall === Infinity;
			if (isBare && !(isHigher && total > 0)) return undefined;
			const amount = (isHigher ? total : 0) + section + (digit ?? 0);
			total = (isHigher ? 0 : total) + amount * large;
			lastLarge = large;
			lastSmall = Infinity;
			section = 0;
			digit = undefined;
		} else {
			return undefined;
		}
	}
	return total + section + (digit ?? 0);
}

/** The amount without what may stand around it, and whether words for a minus did. */
function withoutPrefix(text: string): { words: string; isNegative: boolean } {
	const signed = text.replace(PREFIX, (prefix) => (prefix.endsWith('(') ? '(' : ''));
	const words = signed.replace(MINUS, '');
	return { words: words.replace(PREFIX, ''), isNegative: words !== signed };
}

/**
 * Reads an amount in capital characters: 玖仟元整, 捌佰贰拾伍圆壹角伍分, (负数)壹仟贰佰圆整, with or without ⊗ or 人民币
 * in front.
 *
 * @returns yuan, or undefined where the text is no such amount: "not checked", never "mismatch"
 */
export function parseCapitalAmount(text: string): number | undefined {
	const { words, isNegative } = withoutPrefix(withoutBlanks(text));
	const found = SHAPE.exec(words);
	if (!found) return undefined;
	const [, yuanText, jiaoText, fenText] = found;
	if (yuanText === undefined && jiaoText === undefined && fenText === undefined) return undefined;
	const [yuan, jiao, fen] = [
		parseInteger(yuanText ?? '零'),
		digits[jiaoText ?? '零'],
		digits[fenText ?? '零'],
	];
	if (yuan === undefined || jiao === undefined || fen === undefined) return undefined;
	const cents = yuan * 100 + jiao * 10 + fen;
	return cents === 0 ? 0 : (isNegative ? -cents : cents) / 100;
}
