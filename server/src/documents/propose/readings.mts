import type { ColumnRole } from '../lexicon/columns.mts';
import { multiplies } from '../numbers.mts';
import type { Add, Weights } from '../score/weights.mts';
import type { Column } from '../table/header.mts';
import { productOf, type Product } from '../table/line-product.mts';
import type { Figure, Roles } from '../table/tokens.mts';
import { variants } from '../table/variants.mts';
import { eachWay, mostFree, mostPlacements, type Taken } from '../table/ways.mts';
import { describeFigure, describeWhole } from './figure-features.mts';
import { repairs } from './repairs.mts';

/** A way to read the figures of a line. */
export interface FigureReading {
	roles: Roles;
	/** The roles in the order of the figures; '-' for a figure without one. */
	order: string;
	/** Figures between the name and the first one with a role: they can belong to the name. */
	unused: Figure[];
	product: Product;
	/** Whether only a printed sum can prove it: a digit was taken for another because of the product alone. */
	needsSum: boolean;
	score: number;
	describe: (add: Add) => void;
}

function rolesOf(figures: readonly Figure[], taken: Taken): Roles {
	const roles: Roles = {};
	for (let i = 0; i < taken.length; i++) {
		const role = taken[i];
		if (role) roles[role] = figures[i];
	}
	return roles;
}

/** Ways to read the figures of a line that are kept. */
const mostReadings = 6;

/** Whether a figure without a role stands before all that have one. */
const isLead = (taken: Taken, at: number): boolean =>
	taken.findIndex((role) => role !== undefined) > at;

/** The best ways to read the figures of a line, gathered one by one. */
class BestReadings {
	readonly found: FigureReading[] = [];
	readonly #columns: readonly Column[] | undefined;
	readonly #weights: Weights;
	/** The first figure behind the name. */
	readonly #first: number;
	readonly #fits = new Map<Figure, Map<string, number>>();

	constructor(columns: readonly Column[] | undefined, weights: Weights, hasLead: boolean) {
		this.#columns = columns;
		this.#weights = weights;
		this.#first = hasLead ? 1 : 0;
	}

	add(figures: readonly Figure[], way: Taken, edits: readonly string[]): void {
		const taken = [...way];
		const roles = rolesOf(figures, taken);
		if (!roles.quantity && !roles.price && !roles.amount) return;
		const score = this.#scoreOf(figures, taken, roles, edits);
		const isFull = this.found.length >= mostReadings;
		if (isFull && score <= this.found[this.found.length - 1].score) return;
		const firstRole = taken.findIndex((role, i) => i >= this.#first && role !== undefined);
		this.found.push({
			roles,
			order: taken.map((role) => role ?? '-').join(' '),
			product: productOf(roles),
			needsSum: edits.includes('product'),
			score,
			describe: (add) => {
				taken.forEach((role, i) => {
					describeFigure(add, figures[i], role, isLead(taken, i), this.#columns);
				});
				describeWhole(add, figures, taken, roles, edits, this.#columns);
			},
			unused: figures.slice(this.#first, Math.max(this.#first, firstRole)),
		});
		this.found.sort((a, b) => b.score - a.score);
		if (this.found.length > mostReadings) this.found.pop();
	}

	#scoreOf(
		figures: readonly Figure[],
		taken: Taken,
		roles: Roles,
		edits: readonly string[],
	): number {
		const fits = taken.reduce(
			(sum, role, i) => sum + this.#fitOf(figures[i], role, isLead(taken, i)),
			0,
		);
		const describe = (add: Add) => describeWhole(add, figures, taken, roles, edits, this.#columns);
		return fits + this.#weights.score(describe);
	}

	/** What a figure is worth in a role, or without one: the same in all ways to read the others. */
	#fitOf(figure: Figure, role: ColumnRole | undefined, before: boolean): number {
		const key = role ?? (before ? 'lead' : 'other');
		let fits = this.#fits.get(figure);
		if (!fits) this.#fits.set(figure, (fits = new Map()));
		let fit = fits.get(key);
		if (fit === undefined) {
			fit = this.#weights.score((add) => describeFigure(add, figure, role, before, this.#columns));
			fits.set(key, fit);
		}
		return fit;
	}
}

/**
 * The best ways to read the figures of a line, the best first: which one is the quantity, the price and the
 * amount, as they stand, with blanks put in or taken out between them, or with a point or digit repaired where
 * the product of the line then holds.
 * @param hasLead whether the first of them stands before the name
 */
export function figureReadings(
	figures: readonly Figure[],
	columns: readonly Column[] | undefined,
	weights: Weights,
	hasLead: boolean,
): FigureReading[] {
	const best = new BestReadings(columns, weights, hasLead);
	if (figures.every(({ value }) => !isNaN(Number(value)))) {
		eachWay(figures, columns, mostPlacements, (taken) => best.add(figures, taken, []));
	}
	for (const { figures: read, edits } of figureVariants(figures)) {
		for (const taken of productsOf(read)) best.add(read, taken, edits);
	}
	return best.found;
}

/** The ways in which figures are the quantity, the price and the amount of a product that holds, and no other. */
function productsOf(figures: readonly Figure[]): Taken[] {
	if (figures.length < 3 || figures.length > mostFree) return [];
	const values = figures.map(({ value }) => Number(value));
	const ways: Taken[] = [];
	values.forEach((quantity, q) => {
		values.forEach((price, p) => {
			values.forEach((amount, a) => {
				if (q === p || p === a || q === a || amount === 0 || !multiplies(quantity, price, amount))
					return;
				const roles = { [q]: 'quantity', [p]: 'price', [a]: 'amount' } as const;
				ways.push(figures.map((_, i) => (roles as Record<number, ColumnRole | undefined>)[i]));
			});
		});
	});
	return ways;
}

interface EditedFigures {
	figures: readonly Figure[];
	edits: readonly string[];
}

/** The figures as they were if something in them was misread. */
function figureVariants(figures: readonly Figure[]): EditedFigures[] {
	const isWhole = figures.every(({ value }) => !isNaN(Number(value)));
	const cut = variants(figures)
		.filter(({ cuts }) => cuts > 0)
		.map(({ figures: read, cuts }) => ({
			figures: read,
			edits: new Array<string>(cuts).fill('blank'),
		}));
	return [...cut, ...(isWhole ? repairs(figures) : [])];
}
