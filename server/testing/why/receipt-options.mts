import { codeCandidates } from '../../src/documents/kinds/receipt/codes.mts';
import { moneyCandidates } from '../../src/documents/kinds/receipt/money-candidates.mts';
import { momentOptions } from '../../src/documents/kinds/receipt/moments.mts';
import { pageSlip, readSlip } from '../../src/documents/kinds/receipt/page.mts';
import { shopCandidates } from '../../src/documents/kinds/receipt/shop.mts';
import type { Candidate } from '../../src/documents/propose/candidate.mts';
import { currencyOf, hasDayFirst } from '../../src/documents/kinds/receipt/currency.mts';
import type { Weights } from '../../src/documents/score/weights.mts';
import { TableSearch } from '../../src/documents/solve/table.mts';
import { finish } from '../../src/documents/steps.mts';
import type { Page } from '../../src/page/types.mts';
import type { Option } from './print.mts';

/** What a field of a receipt outside its table can be, with the likeliest table. */
export function receiptOptions(page: Page, field: string, weights: Weights): Option[] {
	const slip = pageSlip(page);
	const [table] = finish(new TableSearch(slip, weights).tables());
	const read = readSlip(slip, table);
	const texts = slip.rows.map(({ text }) => text);
	const isDayFirst = hasDayFirst(currencyOf(texts), texts);
	const { consumption, print } = momentOptions(read, isDayFirst, weights);
	const all = new Map<string, readonly Candidate[]>([
		...codeCandidates(read, weights),
		...moneyCandidates(read, weights),
		['shop_name', shopCandidates(read, weights)],
		['consumption_date', consumption.dates],
		['consumption_time', consumption.times],
		['print_date', print.dates],
		['print_time', print.times],
	]);
	return (all.get(field) ?? []).map(({ reading, row, describe }) => ({
		text: reading.text,
		row,
		describe,
	}));
}
