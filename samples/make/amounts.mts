const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const sections = ['', '万', '亿'];

/** A row of a receipt: product, quantity, unit price, subtotal; '' where nothing is printed. */
export type Row = [product: string, quantity: string, unitPrice: string, subtotal: string];

/** Cents of a printed amount such as `1,234.50` or `-8.00`. */
export function cents(amount: string): number {
	return Math.round(Number(amount.replaceAll(',', '')) * 100);
}

/** An amount in yuan with two decimals. */
export function yuan(amountInCents: number): string {
	return (amountInCents / 100).toFixed(2);
}

/** quantity (up to three decimals) x unit price, rounded half up to the cent. */
export function product(quantity: string, unitPrice: string): string {
	const thousandths = Math.round(Number(quantity) * 1000);
	return yuan(Math.round((thousandths * cents(unitPrice)) / 1000));
}

/** A receipt row whose subtotal is quantity x unit price. */
export function row(name: string, quantity: string, unitPrice: string): Row {
	return [name, quantity, unitPrice, product(quantity, unitPrice)];
}

/** The sum of printed amounts. */
export function sum(amounts: string[]): string {
	return yuan(amounts.reduce((total, amount) => total + cents(amount), 0));
}

/** The sum of the rows' subtotals. */
export function rowSum(rows: Row[]): string {
	return sum(rows.map(([, , , subtotal]) => subtotal));
}

function sectionInWords(section: number): string {
	let words = '';
	for (let place = 3; place >= 0; place--) {
		const digit = Math.floor(section / 10 ** place) % 10;
		if (digit > 0) words += digits[digit] + places[place];
		else if (!words.endsWith('零')) words += '零';
	}
	return words.replace(/零$/, '');
}

function integerInWords(integer: number): string {
	let words = '';
	for (let index = sections.length - 1; index >= 0; index--) {
		const section = Math.floor(integer / 10000 ** index) % 10000;
		if (section > 0) words += sectionInWords(section) + sections[index];
		else if (words !== '') words += '零';
	}
	return words.replaceAll(/零+/g, '零').replace(/^零|零$/g, '');
}

/**
 * An amount in capital characters, as the rules for filling in bills and settlement vouchers
 * (正确填写票据和结算凭证的基本规定) ask: 整 after whole yuan or jiao, 零 between yuan and fen.
 * `unit` is 元 or 圆.
 */
export function inWords(amount: string, unit: '元' | '圆' = '元'): string {
	const total = cents(amount);
	const jiao = Math.floor(total / 10) % 10;
	const fen = total % 10;
	const whole = `${integerInWords(Math.floor(total / 100))}${unit}`;
	if (jiao === 0 && fen === 0) return `${whole}整`;
	const jiaoInWords = jiao > 0 ? `${digits[jiao]}角` : '零';
	return whole + jiaoInWords + (fen > 0 ? `${digits[fen]}分` : '整');
}
