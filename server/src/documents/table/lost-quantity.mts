import { multiplies } from '../numbers.mts';
import type { Roles } from './tokens.mts';

/** The largest whole number that a lost quantity is restored as. */
const mostPieces = 99;

const cents = (amount: number): number => Math.round(amount * 100);

/**
 * A quantity that the page prints and detection overlooked (most often a lone 1), from the amount and
 * the price, which can have more decimals. Empty where that gives no whole number.
 */
export function lostQuantity({ price, amount }: Roles): string {
	if (!price || !amount) return '';
	const quantity = Math.round(Number(amount.value) / Number(price.value));
	const isProduct = cents(quantity * Number(price.value)) === cents(Number(amount.value));
	return isProduct && quantity >= 1 && quantity <= mostPieces ? String(quantity) : '';
}

/** A count or a weight at the end of a name, with its unit or without. */
const trailingFigure = /^(.*[^\d.])(\d{1,4}(?:\.\d{1,3})?)(?:kg|斤|公斤|千克|\p{Script=Han})?$/u;

/** A quantity glued to the name before it, where it is what the amount says. */
export function gluedQuantity(
	name: string,
	{ price, amount }: Roles,
): { name: string; quantity: string } | undefined {
	const [, rest, quantity] = trailingFigure.exec(name) ?? [];
	if (!price || !amount || quantity === undefined) return undefined;
	const isProved = multiplies(Number(quantity), Number(price.value), Number(amount.value));
	return isProved ? { name: rest.trimEnd(), quantity } : undefined;
}
