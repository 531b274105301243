import { currencyOf, hasDayFirst } from '../../receipt/currency.mts';
import type { Slip } from '../../receipt/slip.mts';
import { textReadings } from '../../lex/texts.mts';
import { bestOf, type Candidate } from '../../propose/candidate.mts';
import type { Weights } from '../../score/weights.mts';
import { TableSearch, type TableHypothesis } from '../../solve/table.mts';
import type { Steps } from '../../steps.mts';
import { codeCandidates } from './codes.mts';
import { chooseMoments } from './moments.mts';
import { chooseMoney } from './money.mts';
import { readSlip } from './page.mts';
import { shopCandidates } from './shop.mts';

/** A receipt: its table and what was chosen for each of its fields. */
export interface ReceiptDocument {
	table: TableHypothesis;
	fields: ReadonlyMap<string, Candidate>;
	currency: string;
	score: number;
}

/** Chooses the fields of a slip for one of the tables that it can hold. */
export function documentOf(slip: Slip, table: TableHypothesis, weights: Weights): ReceiptDocument {
	const read = readSlip(slip, table);
	const printed = read.values.find(
		({ label, chars }) => label.entry?.field === 'currency' && textReadings(chars).length > 0,
	);
	const currency = printed
		? textReadings(printed.chars)[0].text
		: currencyOf(slip.rows.map(({ text }) => text));
	const fields = new Map<string, Candidate>();
	let { score } = table;
	const choose = (name: string, one: Candidate | undefined) => {
		if (!one) return;
		fields.set(name, one);
	};
	const shop = bestOf(shopCandidates(read, weights));
	choose('shop_name', shop);
	for (const [name, candidates] of codeCandidates(read, weights)) choose(name, bestOf(candidates));
	const { consumption, print } = chooseMoments(read, hasDayFirst(currency), weights);
	choose('consumption_date', consumption.date);
	choose('consumption_time', consumption.time);
	choose('print_date', print.date);
	choose('print_time', print.time);
	const money = chooseMoney(read, weights);
	for (const [name, one] of Object.entries(money.chosen)) choose(name, one);
	score += money.score;
	return { table, fields, currency, score };
}

/** Reads a slip: the table and the fields that fit one another best. */
export function* receiptDocument(slip: Slip, weights: Weights): Steps<ReceiptDocument> {
	const tables = yield* new TableSearch(slip, weights).tables();
	let best: ReceiptDocument | undefined;
	for (const table of tables) {
		yield;
		const document = documentOf(slip, table, weights);
		if (!best || document.score > best.score) best = document;
	}
	return best!;
}
