import { currencyOf, hasDayFirst } from './currency.mts';
import type { Slip } from '../../propose/slip.mts';
import { textReadings } from '../../lex/texts.mts';
import { bestOf, marginOf, type Candidate } from '../../propose/candidate.mts';
import { labelValues } from '../../propose/labelled.mts';
import type { Weights } from '../../score/weights.mts';
import { withNameColumn } from '../../solve/name-column.mts';
import { TableSearch, type TableHypothesis } from '../../solve/table.mts';
import type { Steps } from '../../steps.mts';
import { codeCandidates } from './codes.mts';
import { chooseMoments, type MomentChoice } from './moments.mts';
import { chooseMoney, type MoneyChoice } from './money.mts';
import { moneyFields } from './money-candidates.mts';
import { readSlip, type ReadSlip } from './page.mts';
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
	/** Whether dates have the day first where it is printed. */
	isDayFirst: boolean;
	/** Printed fees by which the total is more than the goods come to, in cents. */
	fee: number;
}

/** A table that a slip can hold. */
export interface Rival {
	table: TableHypothesis;
	/** By how much its table and sums are worth less than those that were chosen. */
	behind: number;
}

/** A receipt, and what else its page can be taken for, with other lines. */
export interface SolvedReceipt {
	document: ReceiptDocument;
	rivals: readonly Rival[];
}

/** Chooses the other fields of a slip with a table and the sums that fit it. */
function documentOf(read: ReadSlip, money: MoneyChoice, weights: Weights): ReceiptDocument {
	const { slip, table, values } = read;
	const printed = values.find(
		({ label, chars }) => label.entry?.field === 'currency' && textReadings(chars).length > 0,
	);
	const texts = slip.rows.map(({ text }) => text);
	const currency = printed ? textReadings(printed.chars)[0].text : currencyOf(texts);
	const fields = new Map<string, Chosen>();
	const choose = (name: string, candidates: readonly Candidate[]) => {
		const candidate = bestOf(candidates);
		if (candidate)
			fields.set(name, { candidate, margin: marginOf(candidates, candidate), signs: [] });
	};
	choose('shop_name', shopCandidates(read, weights));
	for (const [name, candidates] of codeCandidates(read, weights)) choose(name, candidates);
	const isDayFirst = hasDayFirst(currency, texts);
	const moments = chooseMoments(read, isDayFirst, weights);
	const moment = (name: string, { margin, ...choice }: MomentChoice) => {
		for (const part of ['date', 'time'] as const) {
			const candidate = choice[part];
			if (candidate) fields.set(`${name}_${part}`, { candidate, margin, signs: [] });
		}
	};
	moment('consumption', moments.consumption);
	moment('print', moments.print);
	for (const name of moneyFields) {
		const candidate = money.chosen[name];
		if (candidate) fields.set(name, { candidate, margin: money.margins[name], signs: money.signs });
	}
	return { table, fields, currency, isDayFirst, fee: money.fee };
}

/** The table with names of the goods alone where other words stand beside them in columns without heads. */
const inOneColumn = (table: TableHypothesis): TableHypothesis =>
	table.heads.length > 0 ? table : { ...table, lines: withNameColumn(table.lines) };

/** Reads a slip: the table and the fields that fit one another best. */
export function* receiptDocument(slip: Slip, weights: Weights): Steps<SolvedReceipt> {
	const values = labelValues(slip);
	const ways: Array<{ read: ReadSlip; money: MoneyChoice; score: number }> = [];
	for (const table of yield* new TableSearch(slip, weights).tables()) {
		yield;
		const read = readSlip(slip, inOneColumn(table), values);
		const money = chooseMoney(read, weights);
		ways.push({ read, money, score: table.score + money.score });
	}
	const [best, ...others] = ways.sort((a, b) => b.score - a.score);
	return {
		document: documentOf(best.read, best.money, weights),
		rivals: others.map(({ read: { table }, score }) => ({ table, behind: best.score - score })),
	};
}
