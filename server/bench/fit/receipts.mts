import { same, type Truth } from '../../testing/accuracy/compare.mts';
import type { Candidate } from '../../src/documents/propose/candidate.mts';
import type { Line } from '../../src/documents/propose/lines.mts';
import { codeCandidates } from '../../src/documents/kinds/receipt/codes.mts';
import { momentOptions } from '../../src/documents/kinds/receipt/moments.mts';
import { chooseMoney } from '../../src/documents/kinds/receipt/money.mts';
import {
	moneyCandidates,
	moneyFields,
	type MoneyField,
} from '../../src/documents/kinds/receipt/money-candidates.mts';
import { pageSlip, readSlip, type ReadSlip } from '../../src/documents/kinds/receipt/page.mts';
import { shopCandidates } from '../../src/documents/kinds/receipt/shop.mts';
import { currencyOf, hasDayFirst } from '../../src/documents/kinds/receipt/currency.mts';
import type { Slip } from '../../src/documents/propose/slip.mts';
import type { Weights } from '../../src/documents/score/weights.mts';
import { itemOf } from '../../src/documents/serve/receipt-lines.mts';
import { TableSearch, type TableHypothesis } from '../../src/documents/solve/table.mts';
import { finish } from '../../src/documents/steps.mts';
import { isRight, learnField, type Example } from './fields.mts';
import type { Perceptron } from './perceptron.mts';

const cellNames = ['product', 'quantity', 'unit_price', 'subtotal_amount'] as const;

/** What a line is worth by its truth: all its cells right, or as many as are less half of them. */
const wholeLine = 4;
const wrongLine = -2.5;
/** How much what is right counts beside the weights when what was to be chosen is looked for. */
const pull = 6;

/** What each line of a table is worth, by the rows of the truth. */
function rewardOf(truth: Truth): (line: Line) => number {
	const rows = (truth.fields.table ?? []) as string[][];
	const known = new WeakMap<Line, number>();
	const worthOf = (line: Line): number => {
		const hasQuantities =
			line.columns?.some(({ role }) => role === 'quantity') ??
			line.reading.roles.quantity !== undefined;
		const item = itemOf(line, hasQuantities);
		const equal = rows.map(
			(row) => cellNames.filter((name, i) => same(name, row[i] ?? '', item[name])).length,
		);
		const best = Math.max(0, ...equal.filter((count) => count > 2));
		return best === cellNames.length ? wholeLine : best + wrongLine;
	};
	return (line) => {
		const worth = known.get(line) ?? worthOf(line);
		known.set(line, worth);
		return worth;
	};
}

/** Learns from one slip which table it holds. */
function learnTable(slip: Slip, truth: Truth, learner: Perceptron): void {
	const reward = rewardOf(truth);
	const worthOf = ({ lines }: TableHypothesis) =>
		lines.reduce((sum, line) => sum + reward(line), 0);
	const search = new TableSearch(slip, learner.weights);
	const [chosen] = finish(search.tables((line) => -reward(line)));
	const [wanted] = finish(search.tables((line) => pull * reward(line)));
	const margin = worthOf(wanted) - worthOf(chosen);
	if (margin > 0) learner.learn(wanted.describe, chosen.describe, margin);
}

/** The candidates of the fields that are chosen one by one. */
function candidatesOf(read: ReadSlip, weights: Weights): Map<string, Candidate[]> {
	const texts = read.slip.rows.map(({ text }) => text);
	const isDayFirst = hasDayFirst(currencyOf(texts), texts);
	const { consumption, print } = momentOptions(read, isDayFirst, weights);
	return new Map([
		...codeCandidates(read, weights),
		['shop_name', shopCandidates(read, weights)],
		['consumption_date', consumption.dates],
		['consumption_time', consumption.times],
		['print_date', print.dates],
		['print_time', print.times],
	]);
}

function learnFields(read: ReadSlip, truth: Truth, learner: Perceptron): void {
	for (const [field, candidates] of candidatesOf(read, learner.weights)) {
		learnField(field, candidates, truth, learner);
	}
}

function learnMoney(read: ReadSlip, truth: Truth, learner: Perceptron): void {
	const candidates = moneyCandidates(read, learner.weights);
	const canBeRight = new Set(
		moneyFields.filter((field) =>
			[undefined, ...(candidates.get(field) ?? [])].some((one) => isRight(truth, field, one)),
		),
	);
	const rewarded = (worth: number) => (field: MoneyField, one: Candidate | undefined) =>
		canBeRight.has(field) && isRight(truth, field, one) ? worth : 0;
	const wanted = chooseMoney(read, learner.weights, candidates, rewarded(pull));
	const chosen = chooseMoney(read, learner.weights, candidates, rewarded(-1));
	const rightIn = ({ chosen: all }: typeof wanted) =>
		moneyFields.filter((field) => isRight(truth, field, all[field])).length;
	const margin = rightIn(wanted) - rightIn(chosen);
	if (margin > 0) learner.learn(wanted.describe, chosen.describe, margin);
}

/** Learns from one receipt: which table it holds, then, with the table as it is read, its fields. */
export function learnReceipt({ page, truth }: Example, learner: Perceptron): void {
	const slip = pageSlip(page);
	if (slip.rows.length === 0) return;
	learnTable(slip, truth, learner);
	const [table] = finish(new TableSearch(slip, learner.weights).tables());
	const read = readSlip(slip, table);
	learnFields(read, truth, learner);
	learnMoney(read, truth, learner);
	learner.count();
}
