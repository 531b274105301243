import { assertAtMost, mostInValue } from '../bounds.mts';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** `2023-02-23 10:08:05` and `20230223` as invoices print a date; anything else stays. */
function dateOf(text: string): string {
	const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/u.exec(text.trim()) ?? [];
	return year ? `${year}年${month}月${day}日` : text.trim();
}

/** A figure without its currency sign, with at least so many decimals, and no zeros behind those. */
function figureOf(text: string, decimals: number): string {
	const [, whole, fraction = ''] = /^¥?(-?\d+)(?:\.(\d+))?$/u.exec(plain(text)) ?? [];
	if (whole === undefined) return plain(text).replace(/^¥(?=[-\d])/u, '');
	const kept = fraction.replace(/0+$/u, '').padEnd(decimals, '0');
	return kept === '' ? whole : `${whole}.${kept}`;
}

const amountOf = (text: string): string => figureOf(text, 2);

/** A price with the decimals that it has, but no row of zeros behind them. */
const priceOf = (text: string): string =>
	/\.\d{1,2}$/u.test(plain(text)) ? plain(text) : figureOf(text, 0);

/** `0.060000` and `6.00%` as `6%`; a word such as 免税 stays. */
function rateOf(text: string): string {
	const [, figure, percent] = /^(\d+(?:\.\d+)?)(%?)$/u.exec(plain(text)) ?? [];
	if (figure === undefined) return plain(text);
	const rate = Number(figure) * (percent || Number(figure) >= 1 ? 1 : 100);
	return `${Number(rate.toFixed(4))}%`;
}

/** The title that the form of a digital invoice prints, from the word that its data have for it. */
function titleOf(text: string): string {
	const kind = plain(text);
	return /发票$/u.test(kind) && !kind.startsWith('电子发票') ? `电子发票(${kind})` : kind;
}

/** Signs in the widths in which values of pages are served, blanks as one. */
const wordsOf = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ');

const forms: Readonly<Record<string, (text: string) => string>> = {
	日期: dateOf,
	发票代码: plain,
	发票号码: plain,
	校验码: plain,
	购买方识别号: plain,
	销售方识别号: plain,
	密码区: plain,
	'合计金额(小写)': amountOf,
	// ⊗ stands before them on paper, so that nothing can be written there.
	'合计金额(大写)': (text) => plain(text).replace(/^[⊗ⓧ]/u, ''),
	合计金额: amountOf,
	合计税额: amountOf,
	发票名称: titleOf,
	数量: (text) => figureOf(text, 0),
	单价: priceOf,
	金额: amountOf,
	税率: rateOf,
	税额: amountOf,
};

/** A value of structured data as invoices print it, by its name of the API. Throws PictureError where it is endless. */
export function formed(name: string, text: string): string {
	assertAtMost(mostInValue, text.length, 'a value of the invoice has too many characters');
	return text.trim() === '' ? '' : (forms[name] ?? wordsOf)(text);
}

/** Whether two values of one name are the same: whatever their blanks, widths of signs and brackets. */
export const sameValue = (one: string, two: string): boolean => plain(one) === plain(two);
