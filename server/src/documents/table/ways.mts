import type { ColumnRole } from '../lexicon/columns.mts';
import { columnReach } from './fit.mts';
import { misalignment, type Column } from './header.mts';
import type { Figure } from './tokens.mts';

/** The roles of figures in their order; undefined for a figure without one. */
export type Taken = ReadonlyArray<ColumnRole | undefined>;

const core: readonly ColumnRole[] = ['quantity', 'price', 'amount'];

/** Whether one of the figures can be a discount that no head tells: there are more than the usual three. */
export const canDiscount = (
	figures: readonly Figure[],
	columns: readonly Column[] | undefined,
): boolean => figures.length > core.length && !columns?.some(({ role }) => role === 'discount');

/** In lines of more figures than this not every role is tried for every figure: the ways would be millions. */
export const mostFree = 7;

/**
 * The roles that a figure can have whatever the others are; undefined stands for none. In long lines it is
 * one in line with the head of its column; without heads the last figures alone have roles.
 */
function rolesFor(
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

/** Roles given to figures, in all ways to do so: those of a line of goods take fewer. */
export const mostPlacements = 400_000;

/**
 * Tries all ways to give roles to the figures.
 * @param most how many roles may be given in all of them
 * @returns how many were, more than `most` where not all ways were tried
 */
export function eachWay(
	figures: readonly Figure[],
	columns: readonly Column[] | undefined,
	most: number,
	attempt: (taken: Taken) => void,
): number {
	const roles = figures.map((_, at) => rolesFor(figures, at, columns));
	const taken: Array<ColumnRole | undefined> = [];
	const used = new Set<ColumnRole>();
	let placements = 0;
	const goOn = (): void => {
		if (taken.length === figures.length) {
			placements += figures.length;
			if (placements <= most) attempt(taken);
			return;
		}
		for (const role of roles[taken.length]) {
			if (role && used.has(role)) continue;
			if (role && role !== 'extra') used.add(role);
			taken.push(role);
			goOn();
			taken.pop();
			if (role) used.delete(role);
			if (placements > most) return;
		}
	};
	goOn();
	return placements;
}
