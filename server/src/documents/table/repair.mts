import type { ColumnRole } from '../lexicon/columns.mts';
import { digitLookAlikes, multiplies } from '../numbers.mts';
import type { Assignment, Roles } from './roles.mts';
import type { Figure } from './tokens.mts';

/** A digit read with more confidence than this is not taken for another one. */
const doubtful = 0.9;
/** Figures of a line that may be wrong at once. */
const mostRepairs = 2;

const factors = ['quantity', 'price', 'amount'] as const;
type Factor = (typeof factors)[number];

/** A figure with the point that it lost: the digits tell where it was. */
function withPoint({ value }: Figure, role: Factor): string[] {
	if (value.includes('.') || !/^-?\d{2,}$/u.test(value)) return [];
	const places = role === 'quantity' ? [/^-?0/u.test(value) ? value.length - 1 : 3] : [2];
	return places
		.filter((count) => value.replace('-', '').length > count)
		.map((count) => `${value.slice(0, -count)}.${value.slice(-count)}`);
}

/** A figure with another digit for one that is doubtful. */
function withDigit({ value, chars }: Figure): string[] {
	const printed = chars.map(({ char }) => char).join('');
	const from = printed.indexOf(value);
	if (from < 0) return [];
	return Array.from(value).flatMap((digit, i) =>
		chars[from + i].confidence < doubtful
			? Array.from(
					digitLookAlikes[digit] ?? '',
					(other) => value.slice(0, i) + other + value.slice(i + 1),
				)
			: [],
	);
}

const holds = (values: Readonly<Record<Factor, string>>): boolean =>
	multiplies(Number(values.quantity), Number(values.price), Number(values.amount)) &&
	Number(values.amount) !== 0;

/** The figures of a line as they were printed, where quantity x price = amount says so in one way only. */
function repairedRoles(roles: Roles): Roles {
	const { quantity, price, amount, discount } = roles;
	if (!quantity || !price || !amount || discount) return roles;
	const asRead = { quantity: quantity.value, price: price.value, amount: amount.value };
	if (holds(asRead)) return roles;
	const figures = { quantity, price, amount };
	const readings = (role: Factor) => [
		...withPoint(figures[role], role),
		...withDigit(figures[role]),
	];
	let found = [{ values: asRead, changed: [] as Factor[] }];
	for (let count = 1; count <= mostRepairs; count++) {
		found = found.flatMap(({ values, changed }) =>
			factors
				.filter((role) => !changed.includes(role))
				.flatMap((role) =>
					readings(role).map((value) => ({
						values: { ...values, [role]: value },
						changed: [...changed, role],
					})),
				),
		);
		const proved = found.filter(({ values }) => holds(values));
		const [first, ...others] = proved;
		if (first && others.every(({ values }) => isSame(values, first.values))) {
			return withValues(roles, first.values);
		}
		if (first) return roles;
	}
	return roles;
}

const isSame = (one: Record<Factor, string>, other: Record<Factor, string>): boolean =>
	factors.every((role) => one[role] === other[role]);

function withValues(roles: Roles, values: Readonly<Record<Factor, string>>): Roles {
	const figures = factors.flatMap((role): Array<[ColumnRole, Figure]> => {
		const figure = roles[role];
		return figure ? [[role, { ...figure, value: values[role] }]] : [];
	});
	return { ...roles, ...Object.fromEntries(figures) };
}

const isProduct = ({ roles: { quantity, price, amount } }: Assignment): boolean =>
	quantity !== undefined &&
	price !== undefined &&
	amount !== undefined &&
	holds({ quantity: quantity.value, price: price.value, amount: amount.value });

/** So many other amounts with cents tell that one without them was not read as a whole. */
const leastAmounts = 3;

/** Lines without prices and amounts that lack the cents which all others of their column have. */
function withoutTorn(lines: readonly Assignment[]): readonly Assignment[] {
	const hasCents = (figure: Figure | undefined) => /\.\d{2}$/u.test(figure?.value ?? '');
	const figuresOf = (role: Factor) => lines.flatMap(({ roles }) => roles[role] ?? []);
	const without = (role: Factor) => figuresOf(role).filter((figure) => !hasCents(figure));
	const odd = { price: without('price'), amount: without('amount') };
	const count = { price: figuresOf('price').length, amount: figuresOf('amount').length };
	/** Whether all others have cents, and are enough. */
	const isTorn = (role: 'price' | 'amount', line: Assignment) =>
		odd[role].length === 1 &&
		odd[role][0] === line.roles[role] &&
		count[role] > leastAmounts &&
		!isProduct(line);
	return lines.map((line) => {
		const { price, amount, ...others } = line.roles;
		return {
			...line,
			roles: {
				...others,
				...(price && !isTorn('price', line) && { price }),
				...(amount && !isTorn('amount', line) && { amount }),
			},
		};
	});
}

/**
 * Lines with figures put right that lost their point or have a doubtful digit, in a table where
 * quantity x price is the amount. What a repair gives has the digits that were read but for the doubtful.
 */
export function repaired(lines: readonly Assignment[]): readonly Assignment[] {
	const whole = lines.filter(({ roles }) => roles.quantity && roles.price && roles.amount);
	const isProved = whole.filter(isProduct).length * 2 >= whole.length;
	if (whole.length !== 1 && !isProved) return lines;
	return withoutTorn(lines.map((line) => ({ ...line, roles: repairedRoles(line.roles) })));
}
