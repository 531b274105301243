import { toNumber } from '../numbers.mts';
import type { Found } from './fields.mts';

/** Amounts of a slip with their places. */
export type Amounts = Array<Found<string>>;

/** An amount as a number; NaN where there is none. */
export const number = (found: Found<string> | undefined): number => toNumber(found?.value);

/** The sum of amounts whatever their signs. */
export const sum = (amounts: Amounts): number =>
	amounts.reduce((total, found) => total + Math.abs(number(found)), 0);
