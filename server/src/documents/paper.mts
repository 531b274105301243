import { findLabels } from './find.mts';
import { findCapital } from './invoice/capital.mts';
import { hasValidCheckDigit } from './invoice/tax-id.mts';
import type { Row } from './layout/rows.mts';
import { invoiceLexicon } from './lexicon/invoice-labels.mts';
import { receiptLexicon } from './lexicon/receipt-labels.mts';
import { courtesy, title } from './lexicon/receipt-words.mts';
import { paperWeights } from './score/learned.mts';
import { likelihood, type Add, type Weights } from './score/weights.mts';
import { compact, normalize } from './text.mts';

/** What the two APIs are for. */
export type Paper = 'invoice' | 'receipt';

/** Rows of a page that are looked at: the heading and the labels of a document are among them. */
const mostRows = 120;
/** Characters of a row that are looked at. */
const longest = 200;
const taxId = /[0-9A-HJ-NP-RTUW-Y]{18}/gu;
/** The number of a digital invoice: year and province, then how it was issued and a count. */
const digitalNumber = /(?<!\d)2\d[1-6]\d{17}(?!\d)/u;

/** A text of a page as its words are looked for in it. */
export const plainText = (text: string): string => compact(normalize(text)).slice(0, longest);

/** Whether a row is what an invoice calls itself. */
export const isInvoiceHeading = (text: string): boolean =>
	/^[^:\d]{2,30}[发發]票(?:\(.{2,12}\))?$/u.test(text);

/** Signs of a text that no label tells. */
const textSigns: ReadonlyArray<readonly [sign: string, has: (text: string) => boolean]> = [
	['invoice', (text) => /[发發]票/u.test(text) && !courtesy.test(text)],
	['how to get an invoice', (text) => /[发發]票/u.test(text) && courtesy.test(text)],
	['heading of an invoice', isInvoiceHeading],
	['bureau', (text) => /税务|監制|监制/u.test(text)],
	['courtesy', (text) => courtesy.test(text)],
	['title of a slip', (text) => title.test(text)],
	['number of a digital invoice', (text) => digitalNumber.test(text)],
	['tax id', (text) => (text.match(taxId) ?? []).some(hasValidCheckDigit)],
	['words', (text) => findCapital(text) !== undefined],
	['class of goods', (text) => /^\*\p{Script=Han}{2,12}\*\p{L}/u.test(text)],
	['rate of tax', (text) => /(?<!\d)(?:1|3|5|6|9|13)%/u.test(text)],
];

function describeRow(add: Add, row: Row, index: number): void {
	const text = plainText(row.text);
	for (const [sign, has] of textSigns) if (has(text)) add(sign);
	for (const { entry } of findLabels(row, index, invoiceLexicon))
		if (entry) add(`invoice ${entry.field}`);
	for (const { entry } of findLabels(row, index, receiptLexicon))
		if (entry) add(`receipt ${entry.field}`);
}

/** Tells the features by which an invoice is told from a receipt, each once. */
export function describePaper(add: Add, rows: readonly Row[]): void {
	const signs = new Set<string>(['paper']);
	rows.slice(0, mostRows).forEach((row, i) => describeRow((sign) => signs.add(sign), row, i));
	for (const sign of signs) add(sign);
}

/** A page is said to be of another kind where that is likelier than this: a false alarm costs a person's time. */
const leastSure = 0.9;

/** The kind of a page by its rows, where it is another one than was asked for. */
export function otherPaper(
	rows: readonly Row[],
	asked: Paper,
	weights: Weights = paperWeights,
): Paper | undefined {
	const isInvoice = likelihood(weights.score((add) => describePaper(add, rows)));
	const [other, likely]: [Paper, number] =
		asked === 'receipt' ? ['invoice', isInvoice] : ['receipt', 1 - isInvoice];
	return likely > leastSure ? other : undefined;
}
