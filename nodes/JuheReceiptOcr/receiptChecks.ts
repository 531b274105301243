import { allNumbers, rowProductProblems, sameAmount, sum } from '../shared/checks/arithmetic';
import type { CellValue } from '../shared/values/convert';

type Cells = Readonly<Record<string, CellValue>>;

const numberOrZero = (value: CellValue) => (typeof value === 'number' ? value : 0);

function missing({ totalAmount }: Cells): string[] {
	return totalAmount === null ? ['totalAmount was not read'] : [];
}

/** The discount can be in the total, in the rows, or in both, and is printed with or without its sign. */
function rowsAgainstTotal(
	{ totalAmount, discountAmount }: Cells,
	rows: readonly Cells[],
): string[] {
	const subtotals = allNumbers(rows.map((row) => row.subtotal));
	if (typeof totalAmount !== 'number' || !subtotals) return [];
	const total = sum(subtotals);
	const discount = Math.abs(numberOrZero(discountAmount));
	return [total, sum([total, -discount]), sum([total, discount])].some((amount) =>
		sameAmount(amount, totalAmount),
	)
		? []
		: [`the rows add up to ${total}, not to totalAmount ${totalAmount}`];
}

function paymentAgainstTotal({
	totalAmount,
	discountAmount,
	paidAmount,
	changeAmount,
}: Cells): string[] {
	const numbers = allNumbers([totalAmount, paidAmount, changeAmount]);
	if (!numbers) return [];
	const [total, paid, change] = numbers;
	const kept = sum([paid, -Math.abs(change)]);
	const payable = sum([total, -Math.abs(numberOrZero(discountAmount))]);
	return [total, payable].some((amount) => sameAmount(amount, kept))
		? []
		: [`paidAmount ${paid} less changeAmount ${change} is not totalAmount ${total}`];
}

/**
 * Looks for contradictions inside one receipt. What cannot be checked, because a value is missing, is not
 * reported as wrong.
 *
 * @returns a sentence for each contradiction
 */
export function checkReceipt(header: Cells, rows: readonly Cells[]): string[] {
	return [
		...missing(header),
		...rowProductProblems(rows, 'subtotal'),
		...rowsAgainstTotal(header, rows),
		...paymentAgainstTotal(header),
	];
}
