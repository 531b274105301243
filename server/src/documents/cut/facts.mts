/** What tells a document from another one, as it was read; empty where it was not. */
export interface Facts {
	number: string;
	/** Of an invoice that has one beside its number. */
	code: string;
	date: string;
	total: string;
	/** What was paid, where that is printed too. */
	paid: string;
	/** Its title, its shop or its seller. */
	name: string;
	/** How many rows of goods. */
	rows: number;
}

/** Whether what was read of a page is that of a document: a letter or terms of business show no more than a date. */
export const isShown = ({ number, total, rows }: Facts): boolean =>
	number !== '' || total !== '' || rows > 0;

/** A name that is a row of goods or of sums tells no document. */
const isName = (text: string): boolean => text !== '' && !/\d\.\d/u.test(text);

/** Whether a part of a page is a document of its own: a sum, and two of what tells it from others. */
export const isOwn = ({ number, date, total, name }: Facts): boolean =>
	total !== '' && [number !== '', date !== '', isName(name)].filter(Boolean).length >= 2;

/**
 * Whether two parts are two documents and not one: each has a number, or each has a date; they bear different numbers;
 * and neither is a slip without goods (a bank card's, a deposit's) over what the other one comes to.
 */
export function areTwo(a: Facts, b: Facts): boolean {
	const areNumbered = a.number !== '' && b.number !== '';
	const areDated = a.date !== '' && b.date !== '';
	if (!areNumbered && !areDated) return false;
	if (areNumbered && a.number === b.number && a.code === b.code) return false;
	const isOfOneSum = [a.total, a.paid].includes(b.total) || [b.total, b.paid].includes(a.total);
	if (!isOfOneSum || (areDated && a.date !== b.date)) return true;
	return a.rows === 0 && b.rows === 0 ? areNumbered : a.rows > 0 && b.rows > 0;
}
