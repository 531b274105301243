import { dayFirstDate, dayPart } from '../../dates.mts';
import type { ReceiptLabel } from '../../lexicon/receipt-label.mts';
import { textOf, type Char } from '../../layout/rows.mts';
import { valueChars } from '../../find.mts';
import type { Reading } from '../../lex/reading.mts';
import { charsIn, runOf } from '../../lex/run.mts';
import { labelledMomentReading, momentReading, type MomentReading } from '../../lex/texts.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { Add, Weights } from '../../score/weights.mts';
import { partSign, type ReadSlip } from './page.mts';

/** Labels of a table, a branch, guests: a moment can stand apart behind their value. */
const placeFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>(['shop', 'other']);
const onlyMoment = new RegExp(String.raw`^(?:[\d\s:/年月日.-]|${dayPart})+$`, 'iu');

/** Whether a text is a time of day, be it with a date. */
const isMoment = (text: string): boolean => onlyMoment.test(text) && /\d:\d{2}/u.test(text);

/** The words behind the first one, where they are nothing but a date or a time: `人数:3  12:33`. */
function momentApart(chars: readonly Char[]): Char[] {
	const rest = chars.slice(chars.findIndex(({ gap }, i) => i > 0 && gap > 0));
	return rest.length < chars.length && isMoment(textOf(rest)) ? rest : [];
}

/** From one time of day to another, or up to it: opening hours, or from when to when a table was taken. */
const timeRange = /\d{1,2}:\d{2}(?::\d{2})?\s?[-~至到]\s?(?=\d{1,2}:\d{2})/u;

/** Labels behind whose value, or instead of it, a date can stand: 收银 小王 2024-05-06, 付款 12:30. */
const besideMoments: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'receiptNumber',
	'machine',
	'employee',
	'paid',
	'tender',
	'paymentMethod',
]);

/** The date and the time of something. */
export interface MomentChoice {
	date: Candidate | undefined;
	time: Candidate | undefined;
	/** By how much they are ahead of the next best other ones. */
	margin: number;
	score: number;
	describe: (add: Add) => void;
}

interface Source {
	moment: MomentReading;
	row: number;
	signs: readonly string[];
}

/** The characters behind the time at which something began, where its end stands there. */
function endOf(chars: readonly Char[]): Char[] | undefined {
	const run = runOf(chars);
	const range = timeRange.exec(run.text);
	return range ? charsIn(run, range.index + range[0].length, run.text.length) : undefined;
}

/** A moment whose date has separators or a time: eight digits alone are part of some number. */
function plainMoment(chars: readonly Char[]): MomentReading {
	const text = textOf(chars);
	const moment = momentReading(chars);
	const end = endOf(chars);
	if (end) return moment.date ? { ...moment, time: momentReading(end).time } : {};
	const isRun = moment.date !== undefined && !/[-/.年\s]/u.test(moment.date.printed);
	const isBeforeTime = /(?<!\d)20\d{6}\s?\d{2}:\d{2}/u.test(text);
	return isRun && !isBeforeTime ? {} : moment;
}

function unlabelled({ slip, table }: ReadSlip): Source[] {
	return slip.rows.flatMap((row, i) => {
		if (table.parts[i] === 'line' && !isMoment(row.text)) return [];
		const labels = slip.labels[i];
		const pieces: Array<readonly [Char[], string]> = [
			[row.chars.slice(0, labels[0]?.start ?? row.chars.length), 'without a label'],
		];
		for (const label of labels) {
			const field = label.entry?.field;
			if (field && besideMoments.has(field))
				pieces.push([valueChars(slip.rows, label), `behind ${field}`]);
			else if (field && placeFields.has(field))
				pieces.push([momentApart(valueChars(slip.rows, label)), `apart behind ${field}`]);
		}
		return pieces.map(([chars, sign]) => ({ moment: plainMoment(chars), row: i, signs: [sign] }));
	});
}

function labelled({ values }: ReadSlip, field: ReceiptLabel | undefined): Source[] {
	return values
		.filter(({ label }) => label.entry?.field === field)
		.map(({ label, chars, signs }) => ({
			moment: field ? labelledMomentReading(chars) : plainMoment(chars),
			row: label.row,
			signs,
		}));
}

interface Options {
	dates: Candidate[];
	times: Candidate[];
}

/** The dates and times of some sources as candidates of two fields. */
function optionsOf(
	read: ReadSlip,
	name: 'consumption' | 'print',
	sources: readonly Source[],
	hasDayFirst: boolean,
	weights: Weights,
): Options {
	const options: Options = { dates: [], times: [] };
	let before = 0;
	for (const { moment, row, signs } of sources) {
		if (!moment.date && !moment.time) continue;
		const kind = moment.date && moment.time ? 'both' : 'alone';
		const shared = [
			...signs,
			partSign(read, row),
			kind,
			before === 0 ? 'first moment' : 'later moment',
		];
		before++;
		if (moment.date) {
			const text = (hasDayFirst && dayFirstDate(moment.date.printed)) || moment.date.text;
			const reading: Reading = { ...moment.date, text };
			options.dates.push(candidateOf(`${name}_date`, reading, row, shared, weights));
		}
		if (moment.time)
			options.times.push(candidateOf(`${name}_time`, moment.time, row, shared, weights));
	}
	return options;
}

/** Dates and times that are paired with one another at most. */
const most = 8;

function pairOf(name: string, { dates, times }: Options, weights: Weights): MomentChoice {
	const top = (all: readonly Candidate[]) => [
		undefined,
		...[...all].sort((a, b) => b.score - a.score).slice(0, most),
	];
	let best: Omit<MomentChoice, 'margin'> | undefined;
	let next = -Infinity;
	for (const date of top(dates)) {
		for (const time of top(times)) {
			const describe = (add: Add) => {
				date?.describe(add);
				time?.describe(add);
				if (!date || !time) return;
				const distance = Math.abs(date.row - time.row);
				add(
					`${name} date and time ${distance === 0 ? 'on one row' : distance === 1 ? 'on rows beside' : 'apart'}`,
				);
			};
			const score = weights.score(describe);
			if (!best || score > best.score) {
				if (best) next = best.score;
				best = { date, time, score, describe };
			} else next = Math.max(next, score);
		}
	}
	const nothing = { date: undefined, time: undefined, score: 0, describe: () => undefined };
	return best ? { ...best, margin: best.score - next } : { ...nothing, margin: 0 };
}

/** What can be said of when the purchase was made and when the slip was printed. */
export function momentOptions(
	read: ReadSlip,
	hasDayFirst: boolean,
	weights: Weights,
): { consumption: Options; print: Options } {
	const all = [...labelled(read, 'moment'), ...unlabelled(read), ...labelled(read, undefined)];
	return {
		consumption: optionsOf(read, 'consumption', all, hasDayFirst, weights),
		print: optionsOf(read, 'print', labelled(read, 'printed'), hasDayFirst, weights),
	};
}

/** When the purchase was made, and when the slip was printed. */
export function chooseMoments(
	read: ReadSlip,
	hasDayFirst: boolean,
	weights: Weights,
): { consumption: MomentChoice; print: MomentChoice } {
	const { consumption, print } = momentOptions(read, hasDayFirst, weights);
	return {
		consumption: pairOf('consumption', consumption, weights),
		print: pairOf('print', print, weights),
	};
}
