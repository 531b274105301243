import { compact, normalize } from './text.mts';

/** Letters and signs that the recogniser puts for digits. */
const letterLookAlikes: Readonly<Record<string, string>> = {
	O: '0',
	o: '0',
	D: '0',
	Q: '0',
	l: '1',
	I: '1',
	'|': '1',
	'!': '1',
	i: '1',
	Z: '2',
	z: '2',
	S: '5',
	s: '5',
	B: '8',
	'。': '.',
	'·': '.',
	'’': '.',
	"'": '.',
	'`': '.',
};

/** The text with letters that look like digits as digits. */
export const asDigits = (text: string): string =>
	Array.from(text, (char) => letterLookAlikes[char] ?? char).join('');

/** What may stand before a figure: currency signs and words. */
const currencyBefore = /^(?:人民币|RMB|CNY|CN¥|¥|HK[$D]|MOP\$?|US[$D]|\$|Y(?=\d))+[:.]?/iu;
/** What may stand after a figure that is an amount. */
const currencyAfter = /(?:元整?|圆整?|RMB|CNY|¥|\/\p{L}{1,2}|[*#]|(?<=\d)[ACEFGHKMNPRTUVWXY])$/iu;

const plainFigure = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,15})?$/u;

/**
 * A printed amount as a plain figure: `￥1,234.50` and `1234.50元` give `1234.50`. The digits stay as
 * printed (`5.00` is not shortened), a sign stays. Undefined when the text is no amount.
 */
export function parseAmount(printed: string): string | undefined {
	let text = compact(normalize(printed)).replace(/^[:=]+/u, '');
	const negative = /^(?:\(|[¥]?\()(.*)\)$/u.exec(text);
	if (negative) text = `-${negative[1]}`;
	const sign = /^([-+])/u.exec(text)?.[1] ?? '';
	text = text.slice(sign.length).replace(currencyBefore, '');
	const innerSign = /^([-+])/u.exec(text)?.[1] ?? '';
	text = text.slice(innerSign.length).replace(currencyBefore, '').replace(currencyAfter, '');
	if (/^[*x×]+$/iu.test(text)) return undefined;
	return figure((sign === '-' || innerSign === '-' ? '-' : '') + text);
}

/** A figure without currency: look-alikes repaired, thousands commas dropped. Undefined when it is none. */
export function figure(printed: string): string | undefined {
	const text = compact(printed);
	const digits = (text.match(/\d/gu) ?? []).length;
	if (digits === 0 && !/^[lI|]$/u.test(text)) return undefined;
	const repaired = repairSeparators(asDigits(text));
	if (!plainFigure.test(repaired)) return undefined;
	return repaired.replaceAll(',', '').replace(/^\+/u, '');
}

/** `12,50` was `12.50`, `1.234.50` was `1,234.50`, `12:50` and `12..50` were `12.50`. */
function repairSeparators(text: string): string {
	return text
		.replace(/[.,]{2,}/gu, '.')
		.replace(/,(\d{1,2})$/u, '.$1')
		.replace(/^([-+]?\d{1,3})[.,](?=\d{3}[.]\d{1,2}$)/u, '$1,')
		.replace(/^([-+]?)\./u, '$10.')
		.replace(/[.,]$/u, '');
}

/** A figure as a number, NaN when there is none. */
export const toNumber = (figure: string | undefined): number =>
	figure === undefined || figure === '' ? NaN : Number(figure);

/** Units in which goods are counted or weighed. */
const units =
	'公斤|千克|kg|克|g|斤|市斤|两|磅|lb|升|L|ml|毫升|米|m|个|只|件|份|盒|瓶|袋|包|支|条|张|杯|碗|盘|片|块|根|套|双|把|罐|听|桶|箱|提|卷|粒|板|贴|次|人|位|天|晚|间|串|枚|台|辆|本|册|组|对|打|PCS|pcs|EA|ea|点|项|笔|场|扎|壶|锅|例|打|吨|t|平方米|m2|小时|月|年';
const quantityForm = new RegExp(String.raw`^[xX×*]?([-+]?\d+(?:\.\d+)?)(?:${units})?[xX×*]?$`, 'u');

/** A printed quantity (`x2`, `2份`, `0.368kg`) as a plain figure. Undefined when it is none. */
export function parseQuantity(printed: string): string | undefined {
	const text = compact(normalize(printed));
	const match = quantityForm.exec(text) ?? quantityForm.exec(asDigits(text));
	return match ? match[1].replace(/^\+/u, '') : undefined;
}

/**
 * Whether a times b is c, up to the rounding of a printed subtotal and of its factors: of a price to the
 * cent, of a weight to the gram.
 */
export function multiplies(quantity: number, price: number, subtotal: number): boolean {
	const ofWeight = Number.isInteger(quantity) ? 0 : Math.abs(price) * 0.0005;
	const ofFactors = Math.abs(quantity) * 0.005 + ofWeight;
	const tolerance = 0.0101 + Math.min(ofFactors, Math.abs(subtotal) * 0.0002);
	return Math.abs(quantity * price - subtotal) <= tolerance;
}

/** Whether two amounts are the same to the cent. */
export const sameAmount = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/** What each digit is misread for; where dots of a print head are missing, 0, 6, 8 and 9 are read as 3. */
export const digitLookAlikes: Readonly<Record<string, string>> = {
	'0': '869',
	'1': '74',
	'2': '7',
	'3': '8690',
	'4': '1',
	'5': '6',
	'6': '058',
	'7': '12',
	'8': '036',
	'9': '0',
};

/** Whether a figure is another one with a single digit misread. */
export function isMisread(read: string, printed: string): boolean {
	if (read.length !== printed.length) return false;
	const [at, ...more] = Array.from(read).flatMap((char, i) => (char === printed[i] ? [] : [i]));
	return (
		at !== undefined && more.length === 0 && !!digitLookAlikes[read[at]]?.includes(printed[at])
	);
}
