import type { ReceiptLabel } from '../../lexicon/receipt-label.mts';
import { advert, promotion } from '../../lexicon/receipt-words.mts';
import { amountReadings } from '../../lex/amounts.mts';
import type { Reading } from '../../lex/reading.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { LabelValue } from '../../propose/labelled.mts';
import type { Weights } from '../../score/weights.mts';
import type { Line } from '../../propose/lines.mts';
import { isMisread } from '../../numbers.mts';
import { isAdded } from '../../propose/printed-sums.mts';
import { asMeant } from './label-meaning.mts';
import { partSign, type ReadSlip } from './page.mts';

/** The sums that the receipt API serves. */
export const moneyFields = ['total_amount', 'paid_amount', 'change', 'discount'] as const;
export type MoneyField = (typeof moneyFields)[number];

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
	'押',
	'统筹',
	'自付',
	'个人',
	'支付',
];
const wordsIn = (label: string): string[] =>
	words.filter((word) => label.includes(word)).map((word) => `word ${word}`);

/** A rate that is taken off: 会员88折. */
const rateOff = /[\d一二三四五六七八九]\s?折/u;
/** What was paid before the goods were known. */
const deposit = /押金|预付|预授权|[订定]金/u;
/** Words of the slip that a card reader prints. */
const cardSlip = /签购单|持卡人|CARDHOLDER/iu;
/** Numbers longer than this are no sums. */
const mostDigits = 8;

const centsOf = (text: string): number => Math.round(Number(text) * 100);

interface Found {
	amount: Amount;
	/** The label that it stands behind, and all that stands there. */
	value?: LabelValue<ReceiptLabel>;
	signs: string[];
}

/** Amounts behind the labels of sums, in all ways to read them. */
function labelled(read: ReadSlip): Found[] {
	const { slip } = read;
	const values = read.values.map(asMeant);
	const hasDeposit = slip.rows.some(({ text }) => deposit.test(text));
	const tenders = values.filter(({ label }) => label.entry?.field === 'tender').length;
	const cardSlipFrom = slip.rows.findIndex(({ text }) => cardSlip.test(text));
	return values.flatMap((value) => {
		const { label, chars, signs } = value;
		const field = label.entry?.field;
		if (!field || !sumLabels.has(field)) return [];
		if (field === 'discount' && advert.test(slip.rows[label.row].text)) return [];
		const words = wordsIn(label.text);
		const part = partSign(read, label.row);
		return amountReadings(chars)
			.filter(({ text }) => text.replace(/\D/gu, '').length <= mostDigits)
			.filter((reading) => field !== 'discount' || !isAdded(slip, label.row, centsOf(reading.text)))
			.map((reading) => ({
				amount: { ...reading, cents: centsOf(reading.text), row: label.row, label: field },
				value,
				signs: [
					...signs,
					...words,
					part,
					`${field} ${part}`,
					...rowSigns(read, label.row),
					...(hasDeposit && words.includes('word 退') ? ['back beside a deposit'] : []),
					...(tenders > 1 && field === 'tender' ? ['one tender of some'] : []),
					...(cardSlipFrom >= 0 && label.row > cardSlipFrom
						? [`on a card slip`, `${label.text.slice(-2)} on a card slip`]
						: []),
				],
			}));
	});
}

/** Rows between an amount and the next sum above it that are usual. */
const usualDistance = 2;

function rowSigns({ slip }: ReadSlip, row: number): string[] {
	const isSum = (at: number) =>
		slip.labels[at]?.some(({ entry }) => entry && sumLabels.has(entry.field)) ?? false;
	const near = Array.from({ length: usualDistance }, (_, i) => row - 1 - i);
	return near.some(isSum) ? [] : ['apart from other sums'];
}

/** Amounts in rows outside of the goods that no label of a sum tells. */
function unlabelled(read: ReadSlip): Found[] {
	const { slip, table } = read;
	return slip.rows.flatMap((row, i) => {
		const isTold = slip.labels[i].some(({ entry }) => entry && entry.field !== 'other');
		if (isTold || advert.test(row.text) || table.parts[i] === 'line' || table.parts[i] === 'head')
			return [];
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
		({ amount }, i) => found.findIndex((one) => one.amount.chars[0] === amount.chars[0]) === i,
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
	const lastOfLabel = (found: readonly Found[]) =>
		found.filter(({ value }, i) => found[i + 1]?.value !== value);
	const offs = lastOnRow([
		...of('discount'),
		...all.filter(
			({ amount, signs }) => !amount.label && signs.includes('promotion') && amount.cents < 0,
		),
	]);
	const ofLines = offs.filter(({ signs }) => !signs.some((sign) => /^discount 1$/u.test(sign)));
	return [
		...sumOf(lastOfLabel(of('tender')), 'sum of tenders'),
		...sumOf(offs, 'sum of discounts'),
		...(ofLines.length < offs.length ? sumOf(ofLines, 'sum of lines of discounts') : []),
	];
}

/** The amount of a line; NaN where it has none. */
export const amountOf = ({ reading: { roles } }: Line): number =>
	Number(roles.amount?.value ?? NaN);

/** An amount with one of its digits read as another. */
const withText = ({ amount, signs }: Found, text: string, sign: string): Found => ({
	amount: { ...amount, text, cents: centsOf(text) },
	signs: [...signs, sign],
});

/**
 * What sums were if a digit was misread: a payment in its last one, where what was due differs in nothing else; a
 * total where it is what the lines come to then.
 */
function repaired({ table }: ReadSlip, all: readonly Found[]): Found[] {
	const of = (...fields: ReceiptLabel[]) =>
		all.filter(({ amount: { label } }) => label && fields.includes(label));
	const due = of('total', 'payable');
	const lines = (table.lines.reduce((sum, line) => sum + amountOf(line), 0) || 0).toFixed(2);
	const payments = of('paid', 'tender').flatMap((found) => {
		const { text } = found.amount;
		const other = due.find(
			({ amount }) =>
				text.slice(0, -1) === amount.text.slice(0, -1) && isMisread(text, amount.text),
		);
		return other ? [withText(found, other.amount.text, 'last digit as due')] : [];
	});
	const totals = due
		.filter(({ amount }) => isMisread(amount.text, lines))
		.map((found) => withText(found, lines, 'digit as the lines'));
	return [...payments, ...totals];
}

/** What each of the sums can be, the likeliest first. */
export function moneyCandidates(
	read: ReadSlip,
	weights: Weights,
): Map<MoneyField, Array<Candidate<Amount>>> {
	const single = [...labelled(read), ...unlabelled(read)];
	const all = [...single, ...sums(single), ...repaired(read, single)];
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
