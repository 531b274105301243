import type { ColumnRole } from '../lexicon/columns.mts';
import { columnFit, decimals, productFit, shapeFit, taxFit, worth } from './fit.mts';
import type { Column } from './header.mts';
import { productOf } from './line-product.mts';
import type { Figure, Roles } from './tokens.mts';
import { canDiscount, type Taken } from './ways.mts';

/** What it costs that a figure has no role. */
function unusedFit({ isMoney, isRate, value }: Figure, isLead: boolean): number {
	if (!isRate && (isMoney || decimals(value) === 2)) return worth.unusedMoney;
	return isLead ? worth.unusedLead : worth.unused;
}

/** How many neighbouring figures stand in the other order than the heads of their columns. */
function inversions(taken: Taken, places: ReadonlyMap<ColumnRole, number>): number {
	let count = 0;
	let before = -1;
	for (const role of taken) {
		const at = role && places.get(role);
		if (at === undefined) continue;
		if (at < before) count++;
		before = at;
	}
	return count;
}

/** Tells how well each way to give roles to the figures of a line fits. */
export class Scorer {
	readonly #figures: readonly Figure[];
	readonly #columns: readonly Column[];
	readonly #places: ReadonlyMap<ColumnRole, number>;
	readonly #fits: Array<Map<ColumnRole, number>>;
	/** What it costs that a figure has no role, before the first one with a role and behind it. */
	readonly #unused: ReadonlyArray<{ lead: number; other: number }>;
	readonly #canDiscount: boolean;

	constructor(figures: readonly Figure[], columns: readonly Column[]) {
		this.#figures = figures;
		this.#columns = columns;
		this.#places = new Map(columns.map(({ role }, i): [ColumnRole, number] => [role, i]).reverse());
		this.#fits = figures.map(() => new Map());
		this.#unused = figures.map((figure) => ({
			lead: unusedFit(figure, true),
			other: unusedFit(figure, false),
		}));
		this.#canDiscount = canDiscount(figures, columns);
	}

	score(taken: Taken): number {
		const figures = this.#figures;
		const first = taken.findIndex((role) => role !== undefined);
		let unused = 0;
		taken.forEach((role, i) => {
			if (!role) unused += this.#unused[i][i < first ? 'lead' : 'other'];
		});
		let score = unused;
		const roles: Roles = {};
		taken.forEach((role, i) => {
			if (!role) return;
			roles[role] = figures[i];
			score += this.#fit(i, role);
		});
		// A discount that no head tells must be what makes the difference.
		if (this.#canDiscount && roles.discount && productOf(roles) !== 'holds after discount') {
			score += worth.vainDiscount;
		}
		score +=
			productFit(roles, this.#columns) +
			taxFit(roles) +
			worth.inversion * inversions(taken, this.#places);
		if (figures.length > 1 && taken[taken.length - 1] === 'amount') score += worth.lastAmount;
		return score;
	}

	#fit(i: number, role: ColumnRole): number {
		const known = this.#fits[i].get(role);
		if (known !== undefined) return known;
		const figure = this.#figures[i];
		const fit = columnFit(figure, role, this.#columns) + shapeFit(figure, role);
		this.#fits[i].set(role, fit);
		return fit;
	}
}
