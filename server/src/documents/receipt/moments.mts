import { dayFirstDate } from '../dates.mts';
import { valueChars } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import { textOf } from '../layout/rows.mts';
import type { ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { readLabelledMoment, readMoment, type Moment } from '../values.mts';
import type { SlipFields } from './fields.mts';
import type { SlipTable } from './region.mts';

/** The dates and times that the receipt API serves. */
export interface ReceiptMoments {
	consumption_date: string;
	consumption_time: string;
	print_date: string;
	print_time: string;
}

interface Candidate extends Moment {
	rank: number;
	row: number;
}

/** Labels of a table, a branch, guests: a moment can stand apart behind their value. */
export const placeFields: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>(['shop', 'other']);
const onlyMoment = /^[\d\s:/年月日.-]+$/u;

/** Whether a text is a time of day, be it with a date. */
export const isMoment = (text: string): boolean => onlyMoment.test(text) && /\d:\d{2}/u.test(text);

/** The words behind the first one, where they are nothing but a date or a time: `人数:3  12:33`. */
export function momentApart(chars: readonly Char[]): Char[] {
	const rest = chars.slice(chars.findIndex(({ gap }, i) => i > 0 && gap > 0));
	return rest.length < chars.length && isMoment(textOf(rest)) ? rest : [];
}

/** A moment without a label counts less than 日期, more than the day an order was opened. */
const unlabelledRank = 2.5;
/** A moment behind a label that nobody knows. */
const unknownRank = 5;
/** From one time of day to another: opening hours. */
export const timeRange = /\d{1,2}:\d{2}\s?[-~至到]\s?\d{1,2}:\d{2}/u;

/** A moment whose date has separators or a time: eight digits alone are part of some number. */
function plainMoment(chars: readonly Char[]): Moment | undefined {
	if (timeRange.test(textOf(chars))) return undefined;
	const moment = readMoment(chars);
	const isRun = moment?.printedDate !== undefined && !/[-/.年\s]/u.test(moment.printedDate);
	const isBeforeTime = /(?<!\d)20\d{6}\s?\d{2}:\d{2}/u.test(textOf(chars));
	return isRun && !isBeforeTime ? undefined : moment;
}

/** Labels behind whose value, or instead of it, a date can stand: 收银 小王 2024-05-06, 付款 12:30. */
export const besideMoments: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'receiptNumber',
	'machine',
	'employee',
	'paid',
	'tender',
	'paymentMethod',
]);

function unlabelled(fields: SlipFields, region: SlipTable | undefined): Candidate[] {
	const found: Candidate[] = [];
	fields.slip.rows.forEach((row, i) => {
		if (region && i >= region.from && i < region.to && !isMoment(row.text)) return;
		const labels = fields.slip.labels[i];
		const start = labels[0]?.start ?? row.chars.length;
		const pieces = [row.chars.slice(0, start)];
		for (const label of labels) {
			if (label.entry && besideMoments.has(label.entry.field)) {
				pieces.push(valueChars(fields.slip.rows, label));
			} else if (label.entry && placeFields.has(label.entry.field)) {
				pieces.push(momentApart(valueChars(fields.slip.rows, label)));
			}
		}
		for (const piece of pieces) {
			const moment = plainMoment(piece);
			if (moment) found.push({ ...moment, rank: unlabelledRank, row: i });
		}
	});
	return found;
}

/** The surest date, and the time printed with it or, failing that, the surest time alone. */
function pick(candidates: readonly Candidate[]): { date: string; time: string } {
	const sorted = [...candidates].sort((a, b) => a.rank - b.rank || a.row - b.row);
	const dated = sorted.find(({ date, time }) => date && time) ?? sorted.find(({ date }) => date);
	const surest = sorted.find(({ date }) => date);
	const chosen = surest && dated && surest.rank < Math.floor(dated.rank) ? surest : dated;
	const time =
		chosen?.time ??
		sorted.find((one) => one.time && (!one.date || one.date === chosen?.date))?.time;
	return { date: chosen?.date ?? '', time: time ?? '' };
}

/** A moment of a place where the day stands first in a date: 08/03/2024 in Hong Kong. */
const dayFirst = (moment: Candidate): Candidate => ({
	...moment,
	date: dayFirstDate(moment.printedDate ?? '') ?? moment.date,
});

/**
 * Reads when the purchase was made and when the slip was printed.
 * @param hasDayFirst whether dates are those of Hong Kong and Macau
 */
export function readMoments(
	fields: SlipFields,
	region: SlipTable | undefined,
	hasDayFirst: boolean,
): ReceiptMoments {
	const local = (moment: Candidate) => (hasDayFirst ? dayFirst(moment) : moment);
	const labelled = fields
		.all('moment', readLabelledMoment)
		.map(({ value, rank, row }) => ({ ...value, rank, row }));
	const unknown = fields.unknown().flatMap((label) => {
		const moment = plainMoment(valueChars(fields.slip.rows, label));
		return moment ? [{ ...moment, rank: unknownRank, row: label.row }] : [];
	});
	const printed = fields
		.all('printed', readLabelledMoment)
		.map(({ value, rank, row }) => ({ ...value, rank, row }));
	const consumption = pick([...labelled, ...unlabelled(fields, region), ...unknown].map(local));
	const print = pick(printed.map(local));
	return {
		consumption_date: consumption.date,
		consumption_time: consumption.time,
		print_date: print.date,
		print_time: print.time,
	};
}
