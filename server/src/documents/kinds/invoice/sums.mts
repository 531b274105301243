import { lostSigns } from '../../invoice/capital.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { Add, Weights } from '../../score/weights.mts';
import { heldSums, unreadSums } from './proved-sums.mts';
import { lineSums, sumReadings, wordReadings, type LineSums, type Sum } from './sum-readings.mts';
import { completedWords, repairedFigures, repairedWords, sureRepair } from './sum-repairs.mts';
import type { ReadSheet } from './kind.mts';

/** The sums that the invoice API serves, by its names. */
export const sumFields = ['合计金额(小写)', '合计金额(大写)', '合计金额', '合计税额'] as const;
export type SumField = (typeof sumFields)[number];

/** What each of the sums can be, the likeliest first. */
export type SumCandidates = ReadonlyMap<SumField, ReadonlyArray<Candidate<Sum>>>;

type Chosen = Partial<Record<SumField, Candidate<Sum>>>;

/** The sums of an invoice, chosen together. */
export interface SumChoice {
	chosen: Chosen;
	score: number;
	/** The score of the best choice in which a field says something else. */
	rival: (field: SumField) => number;
	describe: (add: Add) => void;
}

/** What a choice is worth besides its features: for learning. */
export type SumReward = (field: SumField, one: Candidate<Sum> | undefined) => number;

/** Candidates of a field that are tried together with those of the others. */
const most = 5;

const distinct = (all: readonly number[]): number[] => [
	...new Set(all.filter((cents) => cents !== 0 && !isNaN(cents))),
];

/** Whether a total is printed at a place: behind its label or the words, or alone behind 合计. */
const isTotalPlace = ({ signs }: Sum): boolean =>
	signs.some((sign) => /^(?:total|capital) \d/u.test(sign)) ||
	(signs.some((sign) => /^sum \d/u.test(sign)) &&
		!signs.some((sign) => sign === 'before another' || sign === 'last of some'));

/** What each of the sums of a sheet can be. */
export function sumCandidates(read: ReadSheet, weights: Weights): SumCandidates {
	const figures = sumReadings(read);
	const words = wordReadings(read);
	const lines = lineSums(read);
	const ofWords = distinct(words.map(({ cents }) => cents));
	const ofLines = distinct([lines.amounts, lines.taxes, lines.amounts + lines.taxes]);
	const amounts = figures.filter(({ text }) => text !== '***');
	const repaired = (own: readonly Sum[]) => [
		...repairedFigures(own, ofWords, 'repaired by words'),
		...repairedFigures(own, ofLines, 'repaired by lines'),
	];
	// What is paid is served as it is printed where that was read surely.
	const totals = [
		...amounts,
		...repaired(amounts.filter(isTotalPlace)).filter(({ signs }) => !signs.includes(sureRepair)),
		...heldSums(read, ofWords),
		...unreadSums(
			read,
			ofWords.filter((cents) => ofLines.includes(cents)),
			true,
		),
	];
	const apart = [
		...repaired(amounts.filter((one) => !isTotalPlace(one))),
		...unreadSums(read, ofLines, false),
	];
	const inFigures = distinct(amounts.map(({ cents }) => cents));
	const allWords = [
		...words.filter(({ cents }) => !isNaN(cents)),
		...completedWords(
			words,
			inFigures.filter((cents) => ofLines.includes(cents)),
		),
		...repairedWords(words, distinct([...inFigures, ...ofLines]), ofLines),
	];
	return new Map(
		sumFields.map((field) => {
			const own = {
				'合计金额(大写)': allWords,
				'合计金额(小写)': totals,
				合计金额: [...amounts, ...apart],
				合计税额: [...figures, ...apart],
			}[field];
			const candidates = own.map((sum) => candidateOf(field, sum, sum.row, [], weights));
			return [field, candidates.sort((a, b) => b.score - a.score)];
		}),
	);
}

/** How the total stands to the words, to the sums apart and to the lines. */
function describeTotal(add: Add, chosen: Chosen, { amounts, taxes }: LineSums): void {
	const total = chosen['合计金额(小写)']?.reading;
	const words = chosen['合计金额(大写)']?.reading;
	if (!total) {
		add(words ? 'words without figures' : 'no total');
		return;
	}
	if (!words) add('figures without words');
	else if (words.cents === total.cents) add('words are the figures');
	else if (lostSigns(words.text, total.cents)) add('words lack signs of the figures');
	else add('words are another amount');
	if (isNaN(amounts)) add('no sum of lines');
	else if (amounts === total.cents || amounts + taxes === total.cents) add('lines make the total');
	else add('lines make another total');
}

/** How the sums before tax and of the tax stand to one another, to the total and to the lines. */
function describeParts(add: Add, chosen: Chosen, { amounts, taxes }: LineSums): void {
	const total = chosen['合计金额(小写)']?.reading.cents;
	const before = chosen['合计金额']?.reading;
	const tax = chosen['合计税额']?.reading;
	if (before && tax) {
		add('sums apart');
		if (before.row === tax.row) add('sums apart on one row');
		if (total !== undefined) {
			const isWhole = before.cents + tax.cents === total;
			add(tax.text === '***' ? `hidden tax ${isWhole}` : `sums apart make the total ${isWhole}`);
		}
		if (tax.cents > before.cents) add('more tax than amount');
	} else if (before) add(`a sum before tax alone ${before.cents === total}`);
	else if (tax) add('a tax alone');
	if (before && !isNaN(amounts)) add(`lines make the sum before tax ${before.cents === amounts}`);
	if (tax && !isNaN(taxes)) add(`lines make the tax ${tax.cents === taxes}`);
	if (!before && !isNaN(taxes) && taxes > 0) add('no sum before tax beside taxed lines');
}

function describeSums(add: Add, chosen: Chosen, lines: LineSums): void {
	describeTotal(add, chosen, lines);
	describeParts(add, chosen, lines);
	const places = (['合计金额(小写)', '合计金额', '合计税额'] as const).flatMap(
		(field) => chosen[field]?.reading.chars[0] ?? [],
	);
	if (new Set(places).size < places.length) add('one amount for two fields');
}

interface Way {
	chosen: Chosen;
	score: number;
	rewarded: number;
}

/** Chooses the sums of an invoice together: each as likely as its place says, and so that they add up. */
export function chooseSums(
	read: ReadSheet,
	weights: Weights,
	candidates: SumCandidates = sumCandidates(read, weights),
	reward: SumReward = () => 0,
): SumChoice {
	const lines = lineSums(read);
	const options = sumFields.map((field) => {
		const worth = (one: Candidate<Sum>) => one.score + reward(field, one);
		const ranked = [...(candidates.get(field) ?? [])].sort((a, b) => worth(b) - worth(a));
		return [undefined, ...differing(ranked).slice(0, most)];
	});
	const ways: Way[] = [];
	for (const total of options[0]) {
		for (const words of options[1]) {
			for (const before of options[2]) {
				for (const tax of options[3]) {
					const chosen: Chosen = {
						'合计金额(小写)': total,
						'合计金额(大写)': words,
						合计金额: before,
						合计税额: tax,
					};
					let score = weights.score((add) => describeSums(add, chosen, lines));
					let rewarded = 0;
					for (const field of sumFields) {
						score += chosen[field]?.score ?? 0;
						rewarded += reward(field, chosen[field]);
					}
					ways.push({ chosen, score, rewarded: score + rewarded });
				}
			}
		}
	}
	ways.sort((a, b) => b.rewarded - a.rewarded);
	const [{ chosen, score }] = ways;
	return {
		chosen,
		score,
		rival: (field) => {
			const text = chosen[field]?.reading.text;
			return ways.find((way) => way.chosen[field]?.reading.text !== text)?.score ?? -Infinity;
		},
		describe: (add) => {
			for (const field of sumFields) chosen[field]?.describe(add);
			describeSums(add, chosen, lines);
		},
	};
}

/** Candidates of which no two are the same reading of the same characters, the better one of those. */
function differing(ranked: ReadonlyArray<Candidate<Sum>>): Array<Candidate<Sum>> {
	const seen = new Set<string>();
	return ranked.filter(({ reading: { text, chars, row } }) => {
		const key = `${text} ${row} ${chars[0]?.left}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
