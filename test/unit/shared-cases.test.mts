import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { rowProductProblems } from '../../nodes/shared/checks/arithmetic.ts';
import { parseCapitalAmount } from '../../nodes/shared/checks/capitalAmount.ts';
import { taxIdProblem } from '../../nodes/shared/checks/taxId.ts';
import { dateOrderOf, parseCurrency } from '../../nodes/shared/values/currency.ts';
import { readDate } from '../../nodes/shared/values/date.ts';
import { caseTables, readOn } from '../support/case-tables.mts';
import { origin } from '../support/results.mts';

/** The tables that the server is tested with too: what both know, both know alike. */
describe('what node and server both know', () => {
	test.each(caseTables.taxIds)('$what: $id', ({ id, problem }) => {
		expect(taxIdProblem(id) ?? null).toBe(problem);
	});

	test.each(caseTables.capitalAmounts)('$words is $cents cents', ({ words, cents }) => {
		const yuan = parseCapitalAmount(words);
		expect(yuan === undefined ? null : Math.round(yuan * 100)).toBe(cents);
	});

	test.each(caseTables.currencies)('$printed is $code', ({ printed, code, served, order }) => {
		expect([parseCurrency(printed), dateOrderOf(printed)]).toEqual([code, order]);
		if (served) expect([parseCurrency(served), dateOrderOf(served)]).toEqual([code, order]);
	});

	test.each(caseTables.dates)('$printed is $iso', ({ printed, iso }) => {
		expect(readDate(printed, undefined, readOn)?.iso ?? null).toBe(iso);
	});

	test.each(caseTables.products)(
		'$quantity x $unitPrice = $amount fits: $fits',
		({ fits, ...row }) => expect(rowProductProblems(row, 'amount').length === 0).toBe(fits),
	);

	test.each(caseTables.codes)('$what fits: $fits', ({ code, number, check, fits }) => {
		const [item] = invoiceItems(
			{
				invoice_general_infos: [
					{ name: '发票代码', value: code },
					{ name: '发票号码', value: number },
					{ name: '校验码', value: check },
					{ name: '合计金额(小写)', value: '1.00' },
				],
			},
			{ output: 'invoice', fieldNames: 'english', reviewChecks: true },
			origin,
		);
		expect(item.reviewReasons === null).toBe(fits);
	});
});
