import type { Roles } from './roles.mts';

/** The largest whole number that a lost quantity is restored as. */
const mostPieces = 99;

/**
 * A quantity that the page prints and detection overlooked (most often a lone 1), from the amount and
 * the price. Empty where that gives no whole number.
 */
export function lostQuantity({ price, amount }: Roles): string {
	if (!price || !amount) return '';
	const quantity = Number(amount.value) / Number(price.value);
	const isWhole = Math.abs(quantity - Math.round(quantity)) < 1e-6;
	return isWhole && quantity >= 1 && quantity <= mostPieces ? String(Math.round(quantity)) : '';
}
