import { productOf } from '../../src/documents/table/line-product.mts';
import { figureOf } from '../../testing/documents/table-line.mts';

/** Quantity, price, amount and discount; a dash for one that is not printed. */
const product = (figures: string) => {
	const [quantity, price, amount, discount] = figures
		.split(' ')
		.map((value) => (value === '-' ? undefined : figureOf(value)));
	return productOf({ quantity, price, amount, discount });
};

test.each([
	['2 3.00 6.00', 'holds'],
	['2 3.00 6.01', 'holds'],
	['2 3.00 6.03', 'is wrong'],
	['-2 3.00 -6.00', 'holds'],
	['2 3.00 -6.00', 'holds'],
	['1 3.00 3.00', 'holds trivially'],
	['3 1 3.00', 'holds trivially'],
	['-1 3.00 -3.00', 'holds'],
	['2 0 0', 'holds trivially'],
	['0 0 0', 'is nothing'],
	['0 3.00 0', 'is nothing'],
	['0 3.00 3.00', 'is nothing'],
	['2 3.00 0', 'is nothing'],
	['2 0 3.00', 'is wrong'],
	['2 3.00 -', 'lacks the amount'],
	['- 3.00 -', 'lacks the amount'],
	['2 - -', 'lacks a figure'],
	['2 - 6.00', 'lacks a figure'],
	['- 3.00 6.00', 'lacks a figure'],
	['2 3.00 5.00 1.00', 'holds after discount'],
	['2 3.00 5.00 -1.00', 'holds after discount'],
	['2 3.00 5.00 1.03', 'is wrong'],
	['2 3.00 7.00 1.00', 'is wrong'],
	['2 3.00 4.80 0.8', 'holds after discount'],
	['2 3.00 4.80 8', 'holds after discount'],
	['2 3.00 4.80 80', 'holds after discount'],
	['2 3.00 4.80 800', 'is wrong'],
])('%s: %s', (figures, expected) => expect(product(figures)).toBe(expected));
