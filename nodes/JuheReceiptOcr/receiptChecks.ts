import {
	allNumbers,
	provenByProduct,
	provenKeys,
	sameAmount,
	sum,
	unequal,
} from '../shared/checks/arithmetic';
import type { Equation, Proven } from '../shared/checks/arithmetic';
import type { Reason } from '../shared/review';
import type { CellValue } from '../shared/values/convert';

type Cells = Readonly<Record<string, CellValue>>;

/** How many rows an answer has, and how many of its entries are none. */
export interface RowCounts {
	returned: number;
	unread: number;
}

const numberOrZero = (value: CellValue) => (typeof value === 'number' ? value : 0);

const aboutTotal = (text: string): Reason => ({ about: 'totalAmount', text });

function missing({ totalAmount }: Cells): Reason[] {
	return totalAmount === null ? [aboutTotal('totalAmount was not read')] : [];
}

/**
 * The discount can be in the total, in the rows, or in both, and is printed with either sign.
 *
 * @param fee what a server says is in the total and in no row, yuan
 */
function rowsAgainstTotal(
	{ totalAmount, discountAmount }: Cells,
	rows: readonly Cells[],
	fee: number,
): Equation | undefined {
	const subtotals = allNumbers(rows.map((row) => row.subtotal));
	if (typeof totalAmount !== 'number' || !subtotals) return undefined;
	const total = sum(subtotals);
	const discount = numberOrZero(discountAmount);
	const offs = [0, -discount, discount];
	return {
		holds: [0, fee].some((more) =>
			offs.some((off) => sameAmount(sum([total, off, more]), totalAmount)),
		),
		problem: `the rows add up to ${total}, not to totalAmount ${totalAmount}`,
		keys: ['totalAmount'],
	};
}

function paymentAgainstTotal({
	totalAmount,
	discountAmount,
	paidAmount,
	changeAmount,
}: Cells): Equation | undefined {
	const numbers = allNumbers([totalAmount, paidAmount, changeAmount]);
	if (!numbers) return undefined;
	const [total, paid, change] = numbers;
	const kept = sum([paid, -Math.abs(change)]);
	const payable = sum([total, -Math.abs(numberOrZero(discountAmount))]);
	return {
		holds: [total, payable].some((amount) => sameAmount(amount, kept)),
		problem: `paidAmount ${paid} less changeAmount ${change} is ${kept}, not totalAmount ${total}`,
		keys: ['totalAmount', 'paidAmount', 'changeAmount'],
	};
}

/** Rows that the answer lost, by its own account. */
function rowsAgainstCount({ itemCount }: Cells, { returned, unread }: RowCounts): Reason[] {
	const about = 'itemCount';
	if (unread > 0)
		return [{ about, text: `${unread} row(s) of the table are not readable as returned` }];
	return typeof itemCount === 'number' && itemCount > returned
		? [{ about, text: `itemCount ${itemCount}, but ${returned} row(s) were returned` }]
		: [];
}

/**
 * Looks for contradictions inside one receipt, but for those inside one row. What cannot be checked, because a value is missing, is not
 * reported as wrong.
 *
 * @param counts of the rows as they were returned
 * @param fee what a self-hosted server says is in the total and in no row, yuan
 * @returns a reason for each contradiction
 */
export function checkReceipt(
	header: Cells,
	rows: readonly Cells[],
	counts: RowCounts,
	fee = 0,
): Reason[] {
	const equations = [rowsAgainstTotal(header, rows, fee), paymentAgainstTotal(header)];
	return [
		...missing(header),
		...unequal(equations).map(aboutTotal),
		...rowsAgainstCount(header, counts),
	];
}

/**
 * Looks which values the sums of a receipt prove.
 *
 * @param fee what a self-hosted server says is in the total and in no row, yuan
 */
export function provenOfReceipt(header: Cells, rows: readonly Cells[], fee: number): Proven {
	const ofRows = rowsAgainstTotal(header, rows, fee);
	return {
		header: provenKeys([ofRows, paymentAgainstTotal(header)]),
		rows: rows.map(
			(row) =>
				new Set([...(ofRows?.holds ? ['subtotal'] : []), ...provenByProduct(row, 'subtotal')]),
		),
	};
}
