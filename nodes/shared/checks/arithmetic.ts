import type { Reason } from '../review';
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
 * Checks quantity x unit price against the row's amount. A printed unit price is rounded to the cent and a weight to
 * the gram, so the product may be off by half a cent for each piece and half the price of a gram.
 *
 * @param amountKey the column of the row's amount
 * @param discount what a server says was taken off the row, yuan
 */
export function rowProductProblems(row: Row, amountKey: string, discount = 0): Reason[] {
	const numbers = allNumbers([row.quantity, row.unitPrice, row[amountKey]]);
	if (!numbers) return [];
	const [quantity, unitPrice, amount] = numbers;
	const ofWeight = Number.isInteger(quantity) ? 0 : Math.abs(unitPrice) * 0.0005;
	const tolerance = ROUNDING + Math.abs(quantity) * 0.005 + ofWeight;
	// Returns print a minus on either factor or on the amount only.
	const product = quantity * unitPrice;
	const full = Math.abs(product);
	return [full, full - discount].some((due) => sameAmount(due, Math.abs(amount), tolerance))
		? []
		: [
				{
					about: amountKey,
					text: `quantity ${quantity} x unitPrice ${unitPrice} is ${sum([product])}, not ${amountKey} ${amount}`,
				},
			];
}

/** An equation between amounts of a document. */
export interface Equation {
	holds: boolean;
	/** What is said where it does not. */
	problem: string;
	/** The header's values in it, by column key. */
	keys: readonly string[];
}

/** The values of a document that others prove, by column key: a figure that is misread hardly makes up a sum. */
export interface Proven {
	header: ReadonlySet<string>;
	rows: ReadonlyArray<ReadonlySet<string>>;
}

type Equations = ReadonlyArray<Equation | undefined>;

/** What is said of the equations that do not hold; one that lacks a value is undefined. */
export const unequal = (equations: Equations): string[] =>
	equations.flatMap((equation) => (equation && !equation.holds ? [equation.problem] : []));

/** The header's values that equations prove. */
export const provenKeys = (equations: Equations): Set<string> =>
	new Set(equations.flatMap((equation) => (equation?.holds ? equation.keys : [])));

/**
 * The keys of a row's values that its own arithmetic proves: quantity x unit price is its amount to the cent.
 *
 * @param amountKey the column of the row's amount
 */
export function provenByProduct(row: Row, amountKey: string): string[] {
	const keys = ['quantity', 'unitPrice', amountKey];
	const numbers = allNumbers(keys.map((key) => row[key]));
	return numbers && sameAmount(numbers[0] * numbers[1], numbers[2]) ? keys : [];
}
