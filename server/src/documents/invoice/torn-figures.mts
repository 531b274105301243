import { figure, multiplies, toNumber } from '../numbers.mts';
import type { Column } from '../table/header.mts';
import { assignRoles, type Assignment } from '../table/roles.mts';
import type { Figure, Roles } from '../table/tokens.mts';
import { spelling } from '../layout/rows.mts';

/** A gap narrower than this (in full-width characters) can be one within a figure. */
const tornGap = 1;
/** So many lines of a table are looked at; on a page that was read well none needs it. */
const mostLines = 40;
/** Taxes are rounded to the cent, line by line. */
const taxTolerance = 0.015;

/** How many of the equations of a line hold: quantity x price = amount, amount x rate = tax. */
function held({ quantity, price, amount, taxRate, taxAmount }: Roles): number {
	const [q, p, a, rate, tax] = [quantity, price, amount, taxRate, taxAmount].map((one) =>
		toNumber(one?.value),
	);
	const isTaxed = Math.abs((a * rate) / 100 - tax) < taxTolerance;
	return Number(multiplies(q, p, a)) + Number(isTaxed);
}

/** Two neighbours as one figure, or with the point between them that was read as a blank; undefined where they make none. */
function joined(left: Figure, right: Figure, point: '' | '.'): Figure | undefined {
	if (right.chars[0].gap >= tornGap || left.isRate) return undefined;
	const chars = [...left.chars, ...right.chars];
	const value = figure([left, right].map((one) => spelling(one.chars)).join(point));
	return value === undefined
		? undefined
		: {
				...right,
				value,
				left: left.left,
				confidence: Math.min(left.confidence, right.confidence),
				isMoney: left.isMoney,
				chars,
			};
}

/** The figures of a line with two of them put together, in all ways. */
const ways = (figures: readonly Figure[]): Figure[][] =>
	figures.slice(1).flatMap((right, i) => {
		return (['', '.'] as const).flatMap((point) => {
			const whole = joined(figures[i], right, point);
			return whole ? [[...figures.slice(0, i), whole, ...figures.slice(i + 2)]] : [];
		});
	});

const equations = 2;

/**
 * Decides for every line which figure is what, as `assignRoles` does; where two neighbours were one figure that was
 * torn (64 .22, 11 22.94), more of the equations of the line hold with them together.
 */
export function assignWhole(
	lines: ReadonlyArray<readonly Figure[]>,
	columns: readonly Column[],
): Assignment[] {
	let looked = 0;
	const whole = assignRoles(lines, columns).map(({ roles }, i) => {
		const own = held(roles);
		if (own === equations || looked === mostLines) return lines[i];
		const others = ways(lines[i]);
		if (others.length > 0) looked++;
		const better = others
			.map((figures) => ({ figures, count: held(assignRoles([figures], columns)[0].roles) }))
			.filter(({ count }) => count > own)
			.sort((a, b) => b.count - a.count);
		return better[0]?.figures ?? lines[i];
	});
	return assignRoles(whole, columns);
}
