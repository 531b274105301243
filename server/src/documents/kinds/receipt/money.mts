import type { ReceiptLabel } from '../../lexicon/receipt-labels.mts';
import { advert, promotion } from '../../lexicon/receipt-words.mts';
import { amountReadings } from '../../lex/amounts.mts';
import type { Reading } from '../../lex/reading.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { Add, Weights } from '../../score/weights.mts';
import { partSign, type ReadSlip } from './page.mts';

/** The sums that the receipt API serves. */
export const moneyFields = ['total_amount', 'paid_amount', 'change', 'discount'] as const;
export type MoneyField = (typeof moneyFields)[number];

/** The sums of a slip, chosen together. */
export interface MoneyChoice {
	chosen: Partial<Record<MoneyField, Candidate<Amount>>>;
	score: number;
	describe: (add: Add) => void;
}

/** An amount outside of the goods. */
export interface Amount extends Reading {
	cents: number;
	row: number;
	/** What the label before it is about. */
	label: ReceiptLabel | undefined;
}

/** Labels behind which sums stand. */
const sumLabels: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'total',
	'subtotal',
	'payable',
	'paid',
	'tender',
	'paymentMethod',
	'change',
	'discount',
	'fee',
	'capital',
]);

/** Words in a label that say what its amount is. */
const words = [
	'付',
	'收',
	'应',
	'实',
	'退',
	'找',
	'原',
	'优',
	'减',
	'元',
	'费',
	'卡',
	'金额',
	'合计',
	'总',
	'小计',
	'写',
];
const wordsIn = (label: string): string[] =>
	words.filter((word) => label.includes(word)).map((word) => `word ${word}`);

/** A rate that is taken off: 会员88折. */
const rateOff = /[\d一二三四五六七八九]\s?折/u;
/** Words of the slip that a card reader prints. */
const cardSlip = /签购单|持卡人|CARDHOLDER/iu;
/** Numbers longer than this are no sums. */
const mostDigits = 8;

const centsOf = (text: string): number => Math.round(Number(text) * 100);

interface Found {
	amount: Amount;
	signs: string[];
}

/** Amounts behind the labels of sums, in all ways to read them. */
function labelled(read: ReadSlip): Found[] {
	return read.values.flatMap(({ label, chars, signs }) => {
		const field = label.entry?.field;
		if (!field || !sumLabels.has(field)) return [];
		return amountReadings(chars)
			.filter(({ text }) => text.replace(/\D/gu, '').length <= mostDigits)
			.map((reading) => ({
				amount: { ...reading, cents: centsOf(reading.text), row: label.row, label: field },
				signs: [
					...signs,
					...wordsIn(label.text),
					partSign(read, label.row),
					...rowSigns(read, label.row),
				],
			}));
	});
}

function rowSigns({ slip }: ReadSlip, row: number): string[] {
	const { text } = slip.rows[row];
	return [...(advert.test(text) ? ['advert'] : []), ...(cardSlip.test(text) ? ['card slip'] : [])];
}

/** Amounts in rows outside of the goods that no label of a sum tells. */
function unlabelled(read: ReadSlip): Found[] {
	const { slip, table } = read;
	return slip.rows.flatMap((row, i) => {
		const isTold = slip.labels[i].some(({ entry }) => entry && entry.field !== 'other');
		if (isTold || table.parts[i] === 'line' || table.parts[i] === 'head') return [];
		const all = amountReadings(row.chars);
		const reading = all.at(-1);
		if (!reading || reading.text.replace(/\D/gu, '').length > mostDigits) return [];
		const isOff = promotion.test(row.text) || rateOff.test(row.text);
		return [
			{
				amount: { ...reading, cents: centsOf(reading.text), row: i, label: undefined },
				signs: [
					'without a label',
					partSign(read, i),
					...(isOff ? ['promotion'] : []),
					...rowSigns(read, i),
				],
			},
		];
	});
}

function sumOf(found: readonly Found[], sign: string): Found[] {
	const distinct = found.filter(
		({ amount }, i) => found.findIndex((one) => one.amount.row === amount.row) === i,
	);
	if (distinct.length < 2) return [];
	const cents = distinct.reduce((sum, { amount }) => sum + Math.abs(amount.cents), 0);
	const [{ amount }] = distinct;
	return [
		{
			amount: {
				...amount,
				text: (cents / 100).toFixed(2),
				cents,
				chars: distinct.flatMap((one) => one.amount.chars),
				signs: [],
			},
			signs: [sign, `${sign} of ${Math.min(distinct.length, 4)}`],
		},
	];
}

/** What several lines of the same kind come to together. */
function sums(all: readonly Found[]): Found[] {
	const of = (field: ReceiptLabel) => all.filter(({ amount }) => amount.label === field);
	const lastOnRow = (found: readonly Found[]) =>
		found.filter(({ amount }, i) => found[i + 1]?.amount.row !== amount.row);
	const offs = lastOnRow([
		...of('discount'),
		...all.filter(
			({ amount, signs }) => !amount.label && signs.includes('promotion') && amount.cents < 0,
		),
	]);
	const ofLines = offs.filter(({ signs }) => !signs.some((sign) => /^discount 1$/u.test(sign)));
	return [
		...sumOf(lastOnRow(of('tender')), 'sum of tenders'),
		...sumOf(offs, 'sum of discounts'),
		...(ofLines.length < offs.length ? sumOf(ofLines, 'sum of lines of discounts') : []),
	];
}

/** Candidates of a field that are tried together with those of the others. */
const most = 4;

/** What each of the sums can be, the likeliest first. */
export function moneyCandidates(
	read: ReadSlip,
	weights: Weights,
): Map<MoneyField, Array<Candidate<Amount>>> {
	const single = [...labelled(read), ...unlabelled(read)];
	const all = [...single, ...sums(single)];
	return new Map(
		moneyFields.map((field) => {
			const candidates = all.map(({ amount, signs }) => {
				const reading =
					field === 'discount' ? { ...amount, text: amount.text.replace(/^-/u, '') } : amount;
				return candidateOf(field, reading, amount.row, signs, weights);
			});
			return [field, candidates.sort((a, b) => b.score - a.score)];
		}),
	);
}

/** What the goods and the lines around them come to, in cents. */
interface Around {
	lines: number;
	count: number;
	fees: readonly number[];
	payables: readonly number[];
	discounts: readonly number[];
}

function aroundOf(read: ReadSlip, all: ReadonlyArray<Candidate<Amount>>): Around {
	const of = (field: ReceiptLabel) => [
		...new Set(
			all
				.filter(({ reading }) => reading.label === field)
				.map(({ reading }) => Math.abs(reading.cents)),
		),
	];
	const lines = read.table.lines.map(({ reading }) => Number(reading.roles.amount?.value ?? NaN));
	return {
		lines: Math.round(lines.reduce((sum, one) => sum + one, 0) * 100),
		count: lines.length,
		fees: of('fee'),
		payables: of('payable'),
		discounts: of('discount'),
	};
}

type Chosen = MoneyChoice['chosen'];

/** What the equations between the sums say. */
function describeSums(
	add: Add,
	{ total_amount, paid_amount, change, discount }: Chosen,
	around: Around,
): void {
	const [total, paid, back, off] = [total_amount, paid_amount, change, discount].map(
		(one) => one && Math.abs(one.reading.cents),
	);
	const { lines, count, fees, payables } = around;
	if (total !== undefined && count > 0 && !isNaN(lines)) {
		const sum = Math.abs(lines);
		if (total === sum) add('total is the sum of the lines');
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
			else if (paid < total && off === undefined) add('paid below the total');
			else add('paid is another sum');
		}
		if (payables.includes(kept)) add('paid less change is payable');
		if (back !== undefined && back >= paid) add('change above what was paid');
	} else if (back) add('change without payment');
	const rows = [total_amount, paid_amount, change, discount].flatMap((one) =>
		one ? [one.reading.chars[0]] : [],
	);
	if (new Set(rows).size < rows.length) add('one amount for two fields');
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
	let best: { chosen: Chosen; score: number; rewarded: number } | undefined;
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
					if (!best || score + rewarded > best.rewarded)
						best = { chosen, score, rewarded: score + rewarded };
				}
			}
		}
	}
	const { chosen, score } = best!;
	return {
		chosen,
		score,
		describe: (add) => {
			for (const field of moneyFields) chosen[field]?.describe(add);
			describeSums(add, chosen, around);
		},
	};
}
