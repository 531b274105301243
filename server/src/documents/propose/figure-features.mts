import type { ColumnRole } from '../lexicon/columns.mts';
import type { Add } from '../score/weights.mts';
import { columnReach, decimals } from '../table/fit.mts';
import { misalignment, type Column } from '../table/header.mts';
import { productOf } from '../table/line-product.mts';
import type { Figure, Roles } from '../table/tokens.mts';
import { canDiscount, type Taken } from '../table/ways.mts';
import { spelling } from '../layout/rows.mts';

/** A size of one piece rather than a weight that was sold: 100g, 250ml. */
export const isSize = ({ chars }: Figure): boolean =>
	/^\d{2,4}(?:g|克|ml|毫升)$/iu.test(spelling(chars));

function describeRole(
	add: Add,
	figure: Figure,
	role: ColumnRole,
	columns: readonly Column[] | undefined,
): void {
	const { value, isMoney, isRate, hint } = figure;
	if (columns) {
		const distances = columns
			.filter((column) => column.role === role)
			.map((column) => (column.isUnknown ? columnReach / 2 : misalignment(figure, column)));
		if (distances.length > 0) {
			const fit = 1 - (2 * Math.min(...distances)) / columnReach;
			add(`in column of ${role}`, Math.max(-1, fit));
		} else {
			const isUnder = columns.some((column) => misalignment(figure, column) < columnReach / 3);
			add(isUnder ? `${role} below another head` : `${role} without column`);
		}
	}
	if (isRate) add(role === 'taxRate' || role === 'discount' ? 'rate as such' : 'rate as another');
	else if (role === 'taxRate') add('no sign of a rate');
	if (hint && !isSize(figure))
		add(hint === role ? `sign of ${role}` : `sign of ${hint} on another`);
	const places = decimals(value);
	if (role === 'quantity') {
		if (places === 2) add('quantity with cents');
		if (isSize(figure)) add('quantity as small as a size');
		if (Math.abs(Number(value)) >= 1000) add('quantity above 1000');
		else if (Math.abs(Number(value)) >= 100) add('quantity above 100');
		if (isMoney) add('quantity with currency');
		if (Number(value) === 0) add('quantity of nothing');
	} else if (role === 'price' || role === 'amount') {
		if (places === 0 && !isMoney) add(`whole ${role}`);
		if (places > 2) add(`${role} with many decimals`);
		if (isMoney) add(`${role} with currency`);
		if (Math.abs(Number(value)) > 1e6) add(`huge ${role}`);
	}
	if (role === 'price' && value.startsWith('-')) add('negative price');
}

function inversions(taken: Taken, columns: readonly Column[]): number {
	let count = 0;
	let before = -1;
	for (const role of taken) {
		const at = role ? columns.findIndex((column) => column.role === role) : -1;
		if (at < 0) continue;
		if (at < before) count++;
		before = at;
	}
	return count;
}

/** Tells the features of one figure in a role, or without one, whatever the others are. */
export function describeFigure(
	add: Add,
	figure: Figure,
	role: ColumnRole | undefined,
	isLead: boolean,
	columns: readonly Column[] | undefined,
): void {
	if (role) describeRole(add, figure, role, columns);
	else {
		const isMoney = !figure.isRate && (figure.isMoney || decimals(figure.value) === 2);
		const place = isMoney ? 'money' : isLead ? 'lead' : 'figure';
		add(isSize(figure) ? `unused size as ${place}` : `unused ${place}`);
	}
	if (figure.factor)
		add(role === 'quantity' || role === 'price' ? 'factor as such' : 'factor as another');
}

/** Tells the features of all figures of a line together. */
export function describeWhole(
	add: Add,
	figures: readonly Figure[],
	taken: Taken,
	roles: Roles,
	edits: readonly string[],
	columns: readonly Column[] | undefined,
): void {
	const table = columns ? 'with heads' : 'without heads';
	const product = productOf(roles);
	add(`product ${product}`);
	add(`product ${product} ${table}`);
	if (canDiscount(figures, columns) && roles.discount && product !== 'holds after discount') {
		add('discount without effect');
	}
	if (columns) {
		const turned = inversions(taken, columns);
		if (turned > 0) add('order other than heads', turned);
	}
	if (figures.length > 1 && taken[taken.length - 1] === 'amount') add('amount last');
	const has = (role: ColumnRole) => (roles[role] ? role[0] : '');
	add(`has ${has('quantity')}${has('price')}${has('amount')} ${table}`);
	for (const edit of edits) add(`edit ${edit}`);
}
