import type { ColumnRole } from '../lexicon/columns.mts';
import { columnFit, columnReach, decimals, productFit, shapeFit, worth } from './fit.mts';
import { joined, readings } from './glue.mts';
import { misalignment, type Column } from './header.mts';
import type { Figure } from './tokens.mts';

/** Which figure of a line of goods is what. */
export type Roles = Partial<Record<ColumnRole, Figure>>;

/** A way to read the figures of one line, and how well it fits. */
export interface Assignment {
	roles: Roles;
	/** The roles in the order of the figures; '-' for a figure without one. */
	order: string;
	/** Figures before the first one with a role: they belong to the name. */
	unused: Figure[];
	score: number;
}

/** The roles of figures in their order; undefined for a figure without one. */
type Taken = ReadonlyArray<ColumnRole | undefined>;

const textColumns: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
	'name',
	'specification',
	'unit',
	'index',
	'code',
	'extra',
]);
const core: readonly ColumnRole[] = ['quantity', 'price', 'amount'];

function factorFit(figures: readonly Figure[], taken: Taken): number {
	return figures.reduce((fit, { factor }, i) => {
		if (!factor) return fit;
		return fit + (taken[i] === 'quantity' || taken[i] === 'price' ? 1.5 : -2);
	}, 0);
}

function unusedFit(figures: readonly Figure[], taken: Taken): number {
	const first = taken.findIndex((role) => role !== undefined);
	return figures.reduce((fit, { isMoney, isRate, value }, i) => {
		if (taken[i]) return fit;
		if (!isRate && (isMoney || decimals(value) === 2)) return fit + worth.unusedMoney;
		return fit + (i < first ? worth.unusedLead : worth.unused);
	}, 0);
}

/** How many neighbouring figures stand in the other order than the heads of their columns. */
function inversions(taken: Taken, columns: readonly Column[]): number {
	const order = taken
		.map((role) => columns.findIndex((column) => column.role === role))
		.filter((at) => at >= 0);
	return order.filter((at, i) => i > 0 && at < order[i - 1]).length;
}

function assignment(
	figures: readonly Figure[],
	taken: Taken,
	columns: readonly Column[] | undefined,
): Assignment {
	const roles: Roles = {};
	let score = factorFit(figures, taken) + unusedFit(figures, taken);
	figures.forEach((figure, i) => {
		const role = taken[i];
		if (!role) return;
		roles[role] = figure;
		score += columnFit(figure, role, columns) + shapeFit(figure, role);
	});
	const product = productFit(roles, columns);
	// A discount that no head tells must be what makes the difference.
	if (canDiscount(figures, columns) && roles.discount && product !== worth.discountedProduct) {
		score += worth.wrongProduct;
	}
	score += product + worth.inversion * inversions(taken, columns ?? []);
	if (figures.length > 1 && taken[taken.length - 1] === 'amount') score += worth.lastAmount;
	const first = taken.findIndex((role) => role !== undefined);
	return {
		roles,
		order: taken.map((role) => role ?? '-').join(' '),
		unused: figures.slice(0, Math.max(0, first)),
		score,
	};
}

/** Whether one of the figures can be a discount that no head tells: there are more than the usual three. */
const canDiscount = (figures: readonly Figure[], columns: readonly Column[] | undefined): boolean =>
	figures.length > core.length && !columns?.some(({ role }) => role === 'discount');

/** In lines of more figures than this not every role is tried for every figure: the ways would be millions. */
const mostFree = 7;

/**
 * The roles that a figure can have whatever the others are; undefined stands for none. In long lines it is
 * one in line with the head of its column; without heads the last figures alone have roles.
 */
function rolesOf(
	figures: readonly Figure[],
	at: number,
	columns: readonly Column[] | undefined,
): Taken {
	const isNear = (role: ColumnRole) =>
		columns?.some(
			(column) => column.role === role && misalignment(figures[at], column) < columnReach,
		);
	const others = (columns ?? []).flatMap(({ role }) =>
		!core.includes(role) && role !== 'name' && isNear(role) ? [role] : [],
	);
	const further: readonly ColumnRole[] = canDiscount(figures, columns) ? ['discount'] : [];
	const all = [...new Set([...core, ...others, ...further])];
	if (figures.length <= mostFree) return [...all, undefined];
	if (!columns) return figures.length - at <= mostFree ? [...all, undefined] : [undefined];
	const near = all.filter(isNear);
	return near.includes('extra') ? near : [...near, undefined];
}

/** All ways to give roles to the figures. */
function choices(figures: readonly Figure[], columns: readonly Column[] | undefined): Taken[] {
	let all: Taken[] = [[]];
	for (const at of figures.keys()) {
		const roles = rolesOf(figures, at, columns);
		all = all.flatMap((taken) =>
			roles
				.filter((role) => !role || role === 'extra' || !taken.includes(role))
				.map((role) => [...taken, role]),
		);
	}
	return all;
}

/** More figures than this in one line are read as they stand, none of them cut. */
const mostFigures = 6;

interface Variant {
	figures: Figure[];
	/** How many blanks were put in or taken out. */
	cuts: number;
}

function joinedVariants(figures: readonly Figure[]): Variant[] {
	return figures.slice(1).flatMap((right, i) => {
		const whole = joined(figures[i], right);
		return whole
			? [{ figures: [...figures.slice(0, i), whole, ...figures.slice(i + 2)], cuts: 1 }]
			: [];
	});
}

function variants(figures: readonly Figure[]): Variant[] {
	let all: Variant[] = [{ figures: [], cuts: 0 }];
	for (const figure of figures) {
		const ways = figures.length > mostFigures ? [[figure]] : readings(figure);
		all = all.flatMap((variant) =>
			(ways.length > 0 ? ways : [[figure]]).map((pieces) => ({
				figures: [...variant.figures, ...pieces],
				cuts: variant.cuts + pieces.length - 1,
			})),
		);
	}
	const few = all.filter((one) => one.figures.length <= Math.max(mostFigures, figures.length));
	const asRead = few.length > 0 ? few : [{ figures: [...figures], cuts: 0 }];
	return [...asRead, ...joinedVariants(figures)];
}

function assignments(
	figures: readonly Figure[],
	columns: readonly Column[] | undefined,
	usual: number,
): Assignment[] {
	const all: Assignment[] = [];
	const isWellFormed = figures.every(({ value }) => !isNaN(Number(value)));
	for (const variant of variants(figures)) {
		// A figure that is well formed is cut or joined only towards the usual count of figures, and
		// only where the arithmetic of the line proves it.
		const mustMultiply = variant.cuts > 0 && isWellFormed;
		if (mustMultiply && !isNearer(variant.figures.length, figures.length, usual)) continue;
		for (const taken of choices(variant.figures, columns)) {
			const one = assignment(variant.figures, taken, columns);
			const isWhole = columns !== undefined && usual > 2 && variant.figures.length === usual;
			const least = isWhole ? worth.trivialProduct : worth.product;
			if (mustMultiply && productFit(one.roles) < least) continue;
			all.push({ ...one, score: one.score + worth.cut * variant.cuts });
		}
	}
	// Where no reading holds, nothing is known of the figures, and nothing is invented.
	return all.length > 0
		? all
		: [
				assignment(
					figures,
					figures.map(() => undefined),
					columns,
				),
			];
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
		if (!top.roles.amount || productFit(top.roles) < worth.product) continue;
		orders.set(top.order, (orders.get(top.order) ?? 0) + 1);
	}
	return orders;
}

/** How many figures a line of goods has: one for each column of figures, else the most frequent count. */
function usualCount(
	lines: ReadonlyArray<readonly Figure[]>,
	columns: readonly Column[] | undefined,
): number {
	if (columns) return columns.filter(({ role }) => !textColumns.has(role)).length;
	const counts = lines.map(({ length }) => length);
	const times = (count: number) => counts.filter((other) => other === count).length;
	return counts.reduce(
		(most, count) => (times(count) > times(most) ? count : most),
		counts[0] ?? 0,
	);
}

/**
 * Decides for every line of goods which figure is the quantity, the price and the amount: by the
 * columns' heads where there are any, by quantity x price = amount, by signs around the figures, and
 * by the order that the other lines have. Figures that lost the blank between them are cut.
 */
export function assignRoles(
	lines: ReadonlyArray<readonly Figure[]>,
	columns: readonly Column[] | undefined,
): Assignment[] {
	const usual = usualCount(lines, columns);
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
