import { findLabels, valueChars } from './find.mts';
import { spelling, type Row } from './layout/rows.mts';
import { invoiceLexicon } from './lexicon/invoice-labels.mts';
import { receiptLexicon } from './lexicon/receipt-labels.mts';
import { courtesy, title } from './lexicon/receipt-words.mts';
import { isInvoiceHeading, plainText, type Paper } from './paper.mts';
import { severalWeights } from './score/learned.mts';
import { likelihood, type Add, type Weights } from './score/weights.mts';

/** Rows of a page that are looked at. */
const mostRows = 400;

const lexicons = { invoice: invoiceLexicon, receipt: receiptLexicon };
/** What a document calls itself, on a row of its own. */
const headings: Readonly<Record<Paper, (text: string) => boolean>> = {
	invoice: isInvoiceHeading,
	receipt: (text) => title.test(text),
};

/** The values of a page that stand behind labels of one meaning. */
class Values {
	readonly #byLabel = new Map<string, Set<string>>();

	add(label: string, value: string): void {
		this.#byLabel.set(label, (this.#byLabel.get(label) ?? new Set()).add(value));
	}

	get count(): number {
		return new Set([...this.#byLabel.values()].flatMap((values) => [...values])).size;
	}

	/** How many values the same label has at most. */
	get most(): number {
		return Math.max(...[...this.#byLabel.values()].map(({ size }) => size));
	}
}

/**
 * Tells the features by which a page of several documents is told from that of one, each once: what a document has
 * once comes again with another value, also behind the words with which a slip takes its leave.
 */
export function describeSeveral(add: Add, page: readonly Row[], asked: Paper): void {
	const fields = new Map<string, Values>();
	const behind = new Set<string>();
	let headed = 0;
	let isOver = false;
	const rows = page.slice(0, mostRows);
	rows.forEach((row, i) => {
		const text = plainText(row.text);
		if (headings[asked](text)) headed++;
		for (const label of findLabels(row, i, lexicons[asked])) {
			const value = plainText(spelling(valueChars(rows, label)));
			if (!label.entry || !/[\p{L}\p{N}]/u.test(value)) continue;
			const { field } = label.entry;
			if (isOver && fields.has(field)) behind.add(field);
			const values = fields.get(field) ?? new Values();
			fields.set(field, values);
			values.add(label.text, value);
		}
		isOver ||= courtesy.test(text);
	});
	add(`${asked} page`);
	if (headed > 1) add(`${asked} second heading`);
	for (const [field, values] of fields) {
		if (values.count > 1) add(`${asked} second ${field}`);
		if (values.most > 1) add(`${asked} ${field} again`);
		if (behind.has(field)) add(`${asked} ${field} behind the farewell`);
	}
}

/** A page is said to hold several documents where that is likelier than this: a false alarm costs a person's time. */
const leastSure = 0.95;

/** Whether a page seems, by its rows, to hold more documents than the one that was read of it. */
export const seemsSeveral = (
	rows: readonly Row[],
	asked: Paper,
	weights: Weights = severalWeights,
): boolean => likelihood(weights.score((add) => describeSeveral(add, rows, asked))) > leastSure;
