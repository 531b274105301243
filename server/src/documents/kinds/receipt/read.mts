import { currencyOf, hasDayFirst } from './currency.mts';
import type { Slip } from '../../propose/slip.mts';
import { textReadings } from '../../lex/texts.mts';
import { bestOf, marginOf, type Candidate } from '../../propose/candidate.mts';
import type { Weights } from '../../score/weights.mts';
import { withNameColumn } from '../../solve/name-column.mts';
import { TableSearch, type TableHypothesis } from '../../solve/table.mts';
import type { Steps } from '../../steps.mts';
import { codeCandidates } from './codes.mts';
import { chooseMoments, type MomentChoice } from './moments.mts';
import { chooseMoney } from './money.mts';
import { moneyFields } from './money-candidates.mts';
import { readSlip } from './page.mts';
import { shopCandidates } from './shop.mts';

/** What was chosen for a field. */
export interface Chosen {
	candidate: Candidate;
	/** By how much it is ahead of the next best other value. */
	margin: number;
	/** What other fields say of it. */
	signs: readonly string[];
}

/** A receipt: its table and what was chosen for each of its fields. */
export interface ReceiptDocument {
	table: TableHypothesis;
	fields: ReadonlyMap<string, Chosen>;
	currency: string;
	score: number;
}

/** A receipt, and what else its page can be taken for, with other lines. */
export interface SolvedReceipt {
	document: ReceiptDocument;
	rivals: readonly ReceiptDocument[];
}

/** Chooses the fields of a slip for one of the tables that it can hold. */
function documentOf(slip: Slip, table: TableHypothesis, weights: Weights): ReceiptDocument {
	const read = readSlip(slip, table);
	const printed = read.values.find(
		({ label, chars }) => label.entry?.field === 'currency' && textReadings(chars).length > 0,
	);
	const currency = printed
		? textReadings(printed.chars)[0].text
		: currencyOf(slip.rows.map(({ text }) => text));
	const fields = new Map<string, Chosen>();
	const choose = (name: string, candidates: readonly Candidate[]) => {
		const candidate = bestOf(candidates);
		if (candidate)
			fields.set(name, { candidate, margin: marginOf(candidates, candidate), signs: [] });
	};
	choose('shop_name', shopCandidates(read, weights));
	for (const [name, candidates] of codeCandidates(read, weights)) choose(name, candidates);
	const moments = chooseMoments(read, hasDayFirst(currency), weights);
	const moment = (name: string, { margin, ...choice }: MomentChoice) => {
		for (const part of ['date', 'time'] as const) {
			const candidate = choice[part];
			if (candidate) fields.set(`${name}_${part}`, { candidate, margin, signs: [] });
		}
	};
	moment('consumption', moments.consumption);
	moment('print', moments.print);
	const money = chooseMoney(read, weights);
	for (const name of moneyFields) {
		const candidate = money.chosen[name];
		if (candidate) fields.set(name, { candidate, margin: money.margins[name], signs: money.signs });
	}
	return { table, fields, currency, score: table.score + money.score };
}

/** The table with names of the goods alone where other words stand beside them in columns without heads. */
const inOneColumn = (table: TableHypothesis): TableHypothesis =>
	table.heads.length > 0 ? table : { ...table, lines: withNameColumn(table.lines) };

/** Reads a slip: the table and the fields that fit one another best. */
export function* receiptDocument(slip: Slip, weights: Weights): Steps<SolvedReceipt> {
	const documents: ReceiptDocument[] = [];
	for (const table of yield* new TableSearch(slip, weights).tables()) {
		yield;
		documents.push(documentOf(slip, inOneColumn(table), weights));
	}
	const [document, ...rivals] = documents.sort((a, b) => b.score - a.score);
	return { document, rivals };
}
