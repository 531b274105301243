/** What a person should look at. */
export interface Reason {
	/** The column that it is about, by its key. */
	about: string;
	text: string;
}

/** A value that the server was not sure of. */
export interface Doubt extends Reason {
	/** How sure it was, from 0 to 1: the share of such values that are right. */
	confidence: number;
}

/** The reasons that concern a whole document, and those that concern each of its rows. */
export interface Reasons<T extends Reason = Reason> {
	document: readonly T[];
	rows: ReadonlyArray<readonly T[]>;
}

/** The two columns that say whether a person should look at a row, and why. */
export interface ReviewColumns {
	needsReview: boolean | null;
	reviewReasons: string | null;
}

/**
 * Columns by the harm that a wrong value does, and what concerns the whole paper: what is paid, which paper it is, who is
 * on it. The rest follows.
 */
const harm = [
	[
		'kind',
		'documents',
		'totalAmount',
		'totalAmountInWords',
		'paidAmount',
		'changeAmount',
		'discountAmount',
	],
	['amountBeforeTax', 'totalTax', 'itemCount', 'items'],
	['invoiceNumber', 'receiptNumber', 'invoiceCode', 'checkCode', 'invoiceDate', 'purchaseDate'],
	['buyerName', 'buyerTaxId', 'sellerName', 'sellerTaxId', 'shopName'],
].flat();

const rankOf = ({ about }: Reason) => (harm.includes(about) ? harm.indexOf(about) : harm.length);

/** What of the whole paper each of its rows is booked by. */
const bookedBy: ReadonlySet<string> = new Set([
	...['totalAmount', 'totalAmountInWords', 'amountBeforeTax', 'totalTax', 'currency'],
	...['paidAmount', 'changeAmount', 'discountAmount', 'purchaseDate', 'shopName'],
	...['invoiceNumber', 'invoiceCode', 'checkCode', 'invoiceDate'],
	...['buyerName', 'buyerTaxId', 'sellerName', 'sellerTaxId'],
]);

/** A value that is less sure than this is more likely wrong than right. */
const LIKELY_WRONG_BELOW = 0.5;

const concernsEachRow = ({ about, confidence }: Doubt): boolean =>
	bookedBy.has(about) || confidence < LIKELY_WRONG_BELOW;

/** What a cell of a spreadsheet can show and a person reads; every row repeats those of its document. */
const MAX_REASONS = 20;
const MAX_CHARACTERS = 600;

const isDoubt = (reason: Reason | undefined): boolean =>
	reason !== undefined && 'confidence' in reason;

/** The first reasons as sentences, doubts that follow one another in one, and how many more there are. */
function sentences(reasons: readonly Reason[]): string[] {
	const shown: string[] = [];
	let room = MAX_CHARACTERS;
	let count = 0;
	for (const reason of reasons.slice(0, MAX_REASONS)) {
		room -= reason.text.length;
		if (room < 0 && count > 0) break;
		if (!isDoubt(reason)) shown.push(reason.text);
		else if (isDoubt(reasons[count - 1])) shown.push(`${shown.pop()}, ${reason.text}`);
		else shown.push(`Doubtful: ${reason.text}`);
		count++;
	}
	const more = reasons.length - count;
	return more > 0 ? [...shown, `and ${more} more`] : shown;
}

/** Puts the reasons that do the most harm first. */
function byHarm(reasons: readonly Reason[]): Reason[] {
	return [...reasons].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Reasons of a row, with its number in front of each. */
export function inRow<T extends Reason>(
	index: number,
	reasons: readonly T[],
	separator = ': ',
): T[] {
	return reasons.map((reason) => ({
		...reason,
		text: `row ${index + 1}${separator}${reason.text}`,
	}));
}

/** What was found wrong, and behind it the doubts in values that no other reason is about. */
const withDoubts = (found: readonly Reason[], doubts: readonly Doubt[]): Reason[] => [
	...found,
	...doubts.filter(({ about }) => !found.some((reason) => reason.about === about)),
];

/**
 * The reasons for one item by the harm they do, those of the document before those of rows, and doubts in rows last, capped in number and length.
 *
 * @param found what was found wrong
 * @param doubts values that the server was not sure of; one that something is wrong with is not named again
 * @param row the index of the item's row; without it the item is the whole document. A row carries no other row's
 *   reasons: a long receipt with one doubtful name has one item to look at, not all. Nor has one with a doubtful value
 *   that no row is booked by: it stands in the first row.
 */
export function reasonsFor(found: Reasons, doubts: Reasons<Doubt>, row?: number): string[] {
	const ofRow = (index: number) => withDoubts(found.rows[index] ?? [], doubts.rows[index] ?? []);
	const count = Math.max(found.rows.length, doubts.rows.length);
	const ofRows =
		row === undefined ? Array.from({ length: count }, (_, i) => ofRow(i)).flat() : ofRow(row);
	const ofDocument = row ? doubts.document.filter(concernsEachRow) : doubts.document;
	return sentences([
		...byHarm(withDoubts(found.document, ofDocument)),
		...ofRows.filter((reason) => !isDoubt(reason)),
		...ofRows.filter(isDoubt),
	]);
}

/**
 * Puts the reasons into columns.
 *
 * @param reasons undefined where Review Checks are off: then nothing was checked and both columns are empty
 */
export function reviewColumns(reasons: readonly string[] | undefined): ReviewColumns {
	if (!reasons) return { needsReview: null, reviewReasons: null };
	return {
		needsReview: reasons.length > 0,
		reviewReasons: reasons.length > 0 ? reasons.join('; ') : null,
	};
}
