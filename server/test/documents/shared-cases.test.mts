import fc from 'fast-check';
import nzh from 'nzh';

import { caseTables, readOn } from '../../../test/support/case-tables.mts';
import { findDate } from '../../src/documents/dates.mts';
import { findCapital, formatCapital, parseCapital } from '../../src/documents/invoice/capital.mts';
import { hasValidCheckDigit, readTaxId } from '../../src/documents/invoice/tax-id.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import type { Char } from '../../src/documents/layout/rows.mts';
import { multiplies } from '../../src/documents/numbers.mts';
import { currencyOf, hasDayFirst } from '../../src/documents/kinds/receipt/currency.mts';
import { pageOf } from '../../testing/documents/page.mts';

const charsOf = (text: string): Char[] =>
	Array.from(text, (char, i) => ({
		char,
		confidence: 0.99,
		left: i,
		right: i + 1,
		gap: 0,
		area: { left: i, top: 0, right: i + 1, bottom: 1 },
	}));

/** The tables that the nodes are tested with too: what both know, both know alike. */
describe('what node and server both know', () => {
	const whole = caseTables.taxIds.filter(({ id }) => !id.includes('*'));

	test.each(whole.filter(({ problem }) => problem === null))(
		'$what: $id is read as printed',
		({ id }) => expect(readTaxId(charsOf(id))).toBe(id),
	);

	test.each(whole.filter(({ id }) => id.length === 18))('$what: $id', ({ id, problem }) => {
		expect(hasValidCheckDigit(id)).toBe(problem === null);
	});

	test.each(caseTables.capitalAmounts)('$words is $cents cents', ({ words, cents, usual }) => {
		const found = findCapital(words);
		expect(found === undefined ? null : (parseCapital(found) ?? null)).toBe(cents);
		if (usual && cents !== null) expect(formatCapital(cents)).toBe(words);
	});

	test('amounts are written in capitals so that they read back, 10,000 values', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e13, max: 1e13 })),
				(cents) => {
					const words = formatCapital(cents);
					expect([words, parseCapital(words)]).toEqual([words, cents]);
					if (cents <= 0) return;
					const others = nzh.cn.toMoney(cents / 100, { outSymbol: false });
					expect([others, parseCapital(others)]).toEqual([others, cents]);
				},
			),
			{ numRuns: 10_000 },
		);
	});

	test.each(caseTables.currencies)('$printed is $served', ({ printed, served, order }) => {
		expect(currencyOf([`合计 ${printed}`])).toBe(served);
		if (served) expect(hasDayFirst(served, [])).toBe(order === 'DMY');
	});

	describe('dates', () => {
		beforeAll(() => jest.useFakeTimers({ now: readOn }));
		afterAll(() => jest.useRealTimers());

		test.each(caseTables.dates)('$printed is $iso', ({ printed, iso }) => {
			expect(findDate(printed)?.iso ?? null).toBe(iso);
		});
	});

	test.each(caseTables.products)(
		'$quantity x $unitPrice = $amount fits: $fits',
		({ quantity, unitPrice, amount, fits }) =>
			expect(multiplies(quantity, unitPrice, amount)).toBe(fits),
	);

	test.each(caseTables.codes.filter(({ fits }) => fits))(
		'$what is served as printed',
		({ code, number, check }) => {
			const labelled = Object.entries({ 发票代码: code, 发票号码: number, 校验码: check })
				.filter(([, value]) => value !== '')
				.map(([label, value]) => `${label}:${value}`);
			const read = readInvoice(pageOf(['电子普通发票', ...labelled].join('\n')));
			expect(Object.fromEntries(read.map(({ name, value }) => [name, value]))).toMatchObject({
				发票代码: code,
				发票号码: number,
				校验码: check.replaceAll(' ', ''),
			});
		},
	);
});
