import type { ColumnRole } from '../lexicon/columns.mts';
import { multiplies } from '../numbers.mts';
import type { Add, Weights } from '../score/weights.mts';
import { columnReach, decimals } from '../table/fit.mts';
import { misalignment, type Column } from '../table/header.mts';
import { productOf, type Product } from '../table/line-product.mts';
import type { Figure, Roles } from '../table/tokens.mts';
import { variants } from '../table/variants.mts';
import { canDiscount, eachWay, mostFree, mostPlacements, type Taken } from '../table/ways.mts';
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

/** A size of one piece rather than a weight that was sold: 100g, 250ml. */
export const isSize = ({ chars }: Figure): boolean =>
	/^\d{2,4}(?:g|克|ml|毫升)$/iu.test(chars.map(({ char }) => char).join(''));

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

/** What is told by one figure in a role, or without one, whatever the others are. */
function describeFigure(
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

/** What is told by all figures of a line together. */
function describeWhole(
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
