import type { ColumnRole } from '../lexicon/columns.mts';
import { productFit, productWorth, worth } from './fit.mts';
import type { Column } from './header.mts';
import { productOf } from './line-product.mts';
import { Scorer } from './scorer.mts';
import type { Figure, Roles } from './tokens.mts';
import { variants } from './variants.mts';
import { eachWay, mostFree, mostPlacements, type Taken } from './ways.mts';

/** A way to read the figures of one line, and how well it fits. */
export interface Assignment {
	roles: Roles;
	/** The roles in the order of the figures; '-' for a figure without one. */
	order: string;
	/** Figures before the first one with a role: they belong to the name. */
	unused: Figure[];
	score: number;
}

const textColumns: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'name',
	'specification',
	'unit',
	'index',
	'code',
	'extra',
]);

const rolesOf = (figures: readonly Figure[], taken: Taken): Roles =>
	Object.fromEntries(taken.flatMap((role, i) => (role ? [[role, figures[i]]] : []))) as Roles;

/** Whether some of the figures are the quantity, the price, the amount and the discount of a product worth so much. */
function canMultiply(figures: readonly Figure[], least: number): boolean {
	const others = (...taken: Figure[]) => figures.filter((figure) => !taken.includes(figure));
	return figures.some((quantity) =>
		others(quantity).some((price) =>
			others(quantity, price).some((amount) =>
				[undefined, ...others(quantity, price, amount)].some(
					(discount) => productFit({ quantity, price, amount, discount }) >= least,
				),
			),
		),
	);
}

/** A way to read a line that may be the best, if other lines are read so too. */
interface Way {
	figures: readonly Figure[];
	taken: Taken;
	score: number;
}

const assignmentOf = ({ figures, taken, score }: Way): Assignment => ({
	roles: rolesOf(figures, taken),
	order: taken.map((role) => role ?? '-').join(' '),
	unused: figures.slice(
		0,
		Math.max(
			0,
			taken.findIndex((role) => role !== undefined),
		),
	),
	score,
});

function assignments(
	figures: readonly Figure[],
	columns: readonly Column[],
	usual: number,
): Assignment[] {
	let ways: Way[] = [];
	let most = -Infinity;
	let left = mostPlacements;
	const isWellFormed = figures.every(({ value }) => !isNaN(Number(value)));
	for (const variant of variants(figures)) {
		// A figure that is well formed is cut or joined only towards the usual count of figures, and
		// only where the arithmetic of the line proves it.
		const mustMultiply = variant.cuts > 0 && isWellFormed;
		if (mustMultiply && !isNearer(variant.figures.length, figures.length, usual)) continue;
		const isWhole = usual > 2 && variant.figures.length === usual;
		const least = isWhole ? productWorth['holds trivially'] : productWorth.holds;
		if (mustMultiply && variant.figures.length <= mostFree) {
			if (!canMultiply(variant.figures, least)) continue;
		}
		const scorer = new Scorer(variant.figures, columns);
		const found: Way[] = [];
		left -= eachWay(variant.figures, columns, left, (taken) => {
			if (mustMultiply && productFit(rolesOf(variant.figures, taken)) < least) return;
			const score = scorer.score(taken) + worth.cut * variant.cuts;
			if (score < most - worth.order) return;
			most = Math.max(most, score);
			found.push({ figures: variant.figures, taken: [...taken], score });
		});
		if (left < 0) break;
		ways.push(...found);
	}
	ways = ways.filter(({ score }) => score >= most - worth.order);
	// Where no reading holds, nothing is known of the figures, and nothing is invented.
	if (ways.length > 0) return ways.map(assignmentOf);
	const taken = figures.map(() => undefined);
	return [assignmentOf({ figures, taken, score: new Scorer(figures, columns).score(taken) })];
}

const isNearer = (count: number, before: number, usual: number): boolean =>
	Math.abs(count - usual) < Math.abs(before - usual);

const best = (all: readonly Assignment[]): Assignment =>
	all.reduce((one, other) => (other.score > one.score ? other : one));

/** The orders of roles that the lines with sure arithmetic agree on, with how many they are. */
function commonOrders(all: ReadonlyArray<readonly Assignment[]>): Map<string, number> {
	const orders = new Map<string, number>();
	for (const line of all) {
		const top = best(line);
		if (!top.roles.amount || productOf(top.roles) !== 'holds') continue;
		orders.set(top.order, (orders.get(top.order) ?? 0) + 1);
	}
	return orders;
}

/** How many figures a line of goods has: one for each column of figures. */
const usualCount = (columns: readonly Column[]): number =>
	columns.filter(({ role }) => !textColumns.has(role)).length;

/**
 * Decides for every line of goods which figure is the quantity, the price and the amount: by the
 * columns' heads, by quantity x price = amount, by signs around the figures, and by the order
 * that the other lines have. Figures that lost the blank between them are cut.
 */
export function assignRoles(
	lines: ReadonlyArray<readonly Figure[]>,
	columns: readonly Column[],
): Assignment[] {
	const usual = usualCount(columns);
	const all = lines.map((figures) => assignments(figures, columns, usual));
	const orders = commonOrders(all);
	const sure = Math.max(0, ...orders.values());
	return all.map((line) =>
		best(
			line.map((one) => ({
				...one,
				score: one.score + (sure > 0 ? (worth.order * (orders.get(one.order) ?? 0)) / sure : 0),
			})),
		),
	);
}
