import { multiplies } from '../numbers.mts';
import type { GoodsRow } from './goods-row.mts';
import type { Figure } from './tokens.mts';

const isProductOf = (factors: readonly Figure[], goods: GoodsRow | undefined): boolean => {
	if (factors.length !== 2 || goods?.figures.length !== 1 || goods.name.length === 0) return false;
	const [a, b, amount] = [...factors, ...goods.figures].map(({ value }) => Number(value));
	return multiplies(a, b, amount);
};

/**
 * Rows of goods with count and price from the rows of their own above them, where more such rows
 * multiply to the amount below them than to the one above them.
 */
export function withFactorsAbove(rows: readonly GoodsRow[]): GoodsRow[] {
	const isFactors = (row: GoodsRow) => row.name.length === 0 && row.figures.length === 2;
	const count = (step: number) =>
		rows.filter((row, i) => isFactors(row) && isProductOf(row.figures, rows[i + step])).length;
	if (count(1) <= count(-1)) return [...rows];
	const isAbove = (i: number) =>
		rows[i] !== undefined && isFactors(rows[i]) && isProductOf(rows[i].figures, rows[i + 1]);
	return rows.flatMap((row, i) => {
		if (isAbove(i)) return [];
		return [isAbove(i - 1) ? { ...row, figures: [...rows[i - 1].figures, ...row.figures] } : row];
	});
}
