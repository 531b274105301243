import { sameAmount, toNumber } from '../numbers.mts';
import type { Column } from './header.mts';
import type { Assignment } from './roles.mts';

/**
 * A table whose last column is headed 价格 or 实价 can hold the amounts of the lines under it. That is
 * so when they add up to the goods' sum as they stand; a list price beside them is the unit price then.
 */
export function pricesAsAmounts(
	lines: readonly Assignment[],
	columns: readonly Column[] | undefined,
	sums: readonly number[],
): readonly Assignment[] {
	const has = (role: Column['role']) => columns?.some((column) => column.role === role) === true;
	if (!has('price') || has('amount')) return lines;
	const last = ({ roles }: Assignment) => roles.amount ?? roles.price;
	const total = lines.reduce((sum, line) => sum + (toNumber(last(line)?.value) || 0), 0);
	if (!sums.some((sum) => sameAmount(sum, total))) return lines;
	return lines.map((line) => {
		const { price, listPrice, amount = price, ...others } = line.roles;
		const unitPrice = line.roles.amount && price ? price : listPrice;
		return {
			...line,
			roles: { ...others, ...(unitPrice && { price: unitPrice }), ...(amount && { amount }) },
		};
	});
}
