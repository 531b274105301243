import type { ReceiptLabel } from '../../lexicon/receipt-label.mts';
import type { Candidate } from '../../propose/candidate.mts';
import type { Line } from '../../propose/lines.mts';
import { featuresOf, type Add, type Weights } from '../../score/weights.mts';
import {
	amountOf,
	moneyCandidates,
	moneyFields,
	type Amount,
	type MoneyField,
} from './money-candidates.mts';
import type { ReadSlip } from './page.mts';

/** Candidates of a field that are tried together with those of the others. */
const most = 4;

/** The sums of a slip, chosen together. */
export interface MoneyChoice {
	chosen: Partial<Record<MoneyField, Candidate<Amount>>>;
	/** By how much each is ahead of the best choice with another value for it. */
	margins: Record<MoneyField, number>;
	/** What the equations between them say. */
	signs: readonly string[];
	/** Printed fees by which the total is more than the goods come to, in cents; 0 where none are told. */
	fee: number;
	score: number;
	describe: (add: Add) => void;
}

/** What the goods and the lines around them come to, in cents. */
interface Around {
	lines: number;
	/** At the prices before what was taken off single lines. */
	full: number;
	count: number;
	fees: readonly number[];
	/** Each of the fees, and all of them together. */
	feeSums: readonly number[];
	payables: readonly number[];
	discounts: readonly number[];
}

function fullPriceOf(line: Line): number {
	const { quantity, price, listPrice = price } = line.reading.roles;
	const full = Number(quantity?.value) * Number(listPrice?.value);
	return isNaN(full) ? amountOf(line) : Math.round(full * 100) / 100;
}

function aroundOf(read: ReadSlip, all: ReadonlyArray<Candidate<Amount>>): Around {
	const of = (field: ReceiptLabel) => [
		...new Set(
			all
				.filter(({ reading }) => reading.label === field)
				.map(({ reading }) => Math.abs(reading.cents)),
		),
	];
	const { lines } = read.table;
	const fees = of('fee');
	const sumOfLines = (worth: (line: Line) => number) =>
		Math.round(lines.reduce((sum, line) => sum + worth(line), 0) * 100);
	return {
		lines: sumOfLines(amountOf),
		full: sumOfLines(fullPriceOf),
		count: lines.length,
		fees,
		feeSums: [...fees, fees.reduce((sum, fee) => sum + fee, 0)].filter((fee) => fee > 0),
		payables: of('payable'),
		discounts: of('discount'),
	};
}

type Chosen = MoneyChoice['chosen'];

const centsOf = (one: Candidate<Amount> | undefined): number | undefined =>
	one && Math.abs(one.reading.cents);

const placeOf = (one: Candidate<Amount> | undefined) => one?.reading.chars[0];

/** Whether two of the sums are read from the same characters. */
function sharesPlace({ total_amount, paid_amount, change, discount }: Chosen): boolean {
	const [total, paid] = [placeOf(total_amount), placeOf(paid_amount)];
	const [back, off] = [placeOf(change), placeOf(discount)];
	return (
		(total !== undefined && (total === paid || total === back || total === off)) ||
		(paid !== undefined && (paid === back || paid === off)) ||
		(back !== undefined && back === off)
	);
}

/** What the equations between the sums say. */
function describeSums(add: Add, chosen: Chosen, around: Around): void {
	const [total, paid] = [centsOf(chosen.total_amount), centsOf(chosen.paid_amount)];
	const [back, off] = [centsOf(chosen.change), centsOf(chosen.discount)];
	const { lines, full, count, fees, feeSums, payables } = around;
	const isWithFee = (amount: number, whole: number) => feeSums.includes(amount - whole);
	if (total !== undefined && count > 0 && !isNaN(lines)) {
		const sum = Math.abs(lines);
		if (total === sum) add('total is the sum of the lines');
		else if (total === Math.abs(full)) add('total is the sum of the lines at full prices');
		else if (fees.some((fee) => sum + fee === total))
			add('total is the sum of the lines with a fee');
		else if (off !== undefined && sum - off === total)
			add('total is the sum of the lines less the discount');
		else add('total is another sum than that of the lines');
	}
	if (total !== undefined && off !== undefined) {
		if (off > total) add('discount above the total');
		if (payables.includes(total - off)) add('total less discount is payable');
		else if (payables.includes(total)) add('total is payable beside a discount');
		else if (payables.some((payable) => isWithFee(payable, total - off)))
			add('total less discount with a fee is payable');
		else if (payables.length > 0) add('total less discount is not payable');
	}
	if (paid !== undefined) {
		const kept = paid - (back ?? 0);
		if (total !== undefined) {
			if (kept === total) add(back ? 'paid less change is the total' : 'paid is the total');
			else if (off !== undefined && kept === total - off)
				add('paid less change is the total less the discount');
			else if (off !== undefined && kept === total + off)
				add('paid less change is the total and the discount');
			else if (isWithFee(kept, total - (off ?? 0))) add('paid less change is the total with a fee');
			else if (paid < total && off === undefined) add('paid below the total');
			else add('paid is another sum');
		}
		if (payables.includes(kept)) add('paid less change is payable');
		if (back !== undefined && back >= paid) add('change above what was paid');
	} else if (back) add('change without payment');
	if (sharesPlace(chosen)) add('one amount for two fields');
}

/** The fee, or all of them, by which a total is more than the goods come to, be it after the discount. */
function feeIn({ total_amount, discount }: Chosen, { lines, count, feeSums }: Around): number {
	if (!total_amount || count === 0 || isNaN(lines)) return 0;
	const more = Math.abs(total_amount.reading.cents) - Math.abs(lines);
	const off = Math.abs(discount?.reading.cents ?? 0);
	return feeSums.find((fee) => fee === more || fee === more + off) ?? 0;
}

/** Chooses the sums of a slip together: each as likely as its place says, and so that they add up. */
export function chooseMoney(
	read: ReadSlip,
	weights: Weights,
	candidates = moneyCandidates(read, weights),
	reward: (field: MoneyField, one: Candidate<Amount> | undefined) => number = () => 0,
): MoneyChoice {
	const around = aroundOf(read, candidates.get('total_amount') ?? []);
	const options = moneyFields.map((field) => {
		const all = candidates.get(field) ?? [];
		const ranked = [...all].sort((a, b) => b.score + reward(field, b) - a.score - reward(field, a));
		return [undefined, ...ranked.slice(0, most)];
	});
	const choices: Array<{ chosen: Chosen; score: number; rewarded: number }> = [];
	for (const total_amount of options[0]) {
		for (const paid_amount of options[1]) {
			for (const change of options[2]) {
				for (const discount of options[3]) {
					const chosen = { total_amount, paid_amount, change, discount };
					let score = weights.score((add) => describeSums(add, chosen, around));
					let rewarded = 0;
					for (const field of moneyFields) {
						score += chosen[field]?.score ?? 0;
						rewarded += reward(field, chosen[field]);
					}
					choices.push({ chosen, score, rewarded: score + rewarded });
				}
			}
		}
	}
	const best = choices.reduce((one, other) => (other.rewarded > one.rewarded ? other : one));
	const { chosen, score } = best;
	const marginOf = (field: MoneyField) =>
		choices.reduce(
			(least, other) =>
				other.chosen[field]?.reading.text === chosen[field]?.reading.text
					? least
					: Math.min(least, score - other.score),
			Infinity,
		);
	return {
		chosen,
		margins: Object.fromEntries(moneyFields.map((field) => [field, marginOf(field)])) as Record<
			MoneyField,
			number
		>,
		signs: [...featuresOf((add) => describeSums(add, chosen, around)).keys()],
		fee: feeIn(chosen, around),
		score,
		describe: (add) => {
			for (const field of moneyFields) chosen[field]?.describe(add);
			describeSums(add, chosen, around);
		},
	};
}
