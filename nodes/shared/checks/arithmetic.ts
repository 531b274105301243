import type { CellValue } from '../values/convert';

/** Half a cent on each of two rounded values, in yuan. */
const ROUNDING = 0.011;

/** True where two amounts (yuan) are the same but for rounding. */
export const sameAmount = (a: number, b: number, tolerance = ROUNDING): boolean =>
	Math.abs(a - b) <= tolerance;

/** Adds amounts (yuan) to the cent. */
export const sum = (amounts: readonly number[]): number =>
	Math.round(amounts.reduce((total, amount) => total + amount, 0) * 100) / 100;

/** All values as numbers, or undefined where one is missing: then there is nothing to check. */
export function allNumbers(values: readonly CellValue[]): number[] | undefined {
	return values.every((value): value is number => typeof value === 'number') && values.length > 0
		? [...values]
		: undefined;
}

type Row = Readonly<Record<string, CellValue>>;

/**
 * Checks quantity x unit price against the row's amount. A printed unit price is rounded to the cent, so the
 * product may be off by half a cent for each piece.
 *
 * @returns a phrase for each row that does not fit
 */
export function rowProductProblems(rows: readonly Row[], amountKey: string): string[] {
	return rows.flatMap((row, index) => {
		const numbers = allNumbers([row.quantity, row.unitPrice, row[amountKey]]);
		if (!numbers) return [];
		const [quantity, unitPrice, amount] = numbers;
		const tolerance = ROUNDING + Math.abs(quantity) * 0.005;
		// Returns print a minus on either factor or on the amount only.
		return sameAmount(Math.abs(quantity * unitPrice), Math.abs(amount), tolerance)
			? []
			: [
					`row ${index + 1}: quantity ${quantity} x unitPrice ${unitPrice} is not ${amountKey} ${amount}`,
				];
	});
}
