import { saidSeveralProblems, severalDocuments } from '../shared/checks/several';
import type { Reason } from '../shared/review';
import type { CellValue } from '../shared/values/convert';
import { withoutBlanks } from '../shared/values/text';
import type { ReceiptResult } from './receiptResult';

type Values = Readonly<Record<string, unknown>>;
type Cells = Readonly<Record<string, CellValue>>;

/** The line below the goods, where it was returned as one of them. */
const TOTAL_LINE = /^(?:合计|总计|总额|应付|应收|实收|total)(?:金额)?[:：]?$/i;
const AMOUNT = /\d[.,]\d\d(?!\d)/g;
const sums = ['total_amount', 'paid_amount'];
/** Characters of a value that is shown. */
const SHOWN = 40;

/** Values that hold an amount behind an amount. */
const twoInOne = (header: Values): string[] =>
	sums.flatMap((name) => {
		const value = header[name];
		return typeof value === 'string' && (value.slice(0, SHOWN).match(AMOUNT) ?? []).length > 1
			? [`${name} "${value.slice(0, SHOWN)}" holds more than one amount`]
			: [];
	});

function totalLines(rows: readonly Cells[]): string[] {
	const totals = rows.filter(({ name }) => TOTAL_LINE.test(withoutBlanks(String(name ?? ''))));
	return new Set(totals.map(({ subtotal }) => subtotal)).size > 1
		? [`the rows hold ${totals.length} totals`]
		: [];
}

/**
 * Looks whether an answer shows more than one receipt.
 *
 * @param receipt its header as returned, and what the server says
 * @param rows cells by column key
 */
export function severalReceipts(
	{ header, saidSeveral }: Pick<ReceiptResult, 'header' | 'saidSeveral'>,
	rows: readonly Cells[],
): Reason[] {
	const shown = [...twoInOne(header), ...totalLines(rows)].map(severalDocuments);
	return [...saidSeveralProblems(saidSeveral), ...shown].slice(0, 1);
}
