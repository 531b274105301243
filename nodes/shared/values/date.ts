import { dateInFigures } from './chineseDate';
import { normaliseText } from './text';

/** Which of three figures is the year, the month and the day. ROC: the year first, counted from 1912. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY' | 'ROC';

/** A date that was read, and what a person should know of it. */
export interface DateReading {
	/** `YYYY-MM-DD`. */
	iso: string;
	/** Why it may be another; a phrase that follows the date. */
	doubt?: string;
}

interface Form {
	pattern: RegExp;
	/** The orders that the three figures can have, the usual one first. */
	orders: readonly DateOrder[];
}

/** What stands where a second figure of the day was: a letter or a mask, or something before a figure of no time or year. */
const LOST_FIGURE = String.raw`(?!T\d)[A-Z|*?!_]|\D\d(?!\d?:|\d{3})`;
/** A time may be glued to the day behind it, but no fourth figure. */
const END =
	String.raw`(?=\d{1,2}:\d{2}|(?!\d))(?![\-/.]\d{1,2}(?![\d:]))` +
	String.raw`(?<!(?<!\d)\d(?=${LOST_FIGURE}))`;
/** Where a figure begins: not behind a figure, nor behind a letter that stands for one. */
const START = String.raw`(?<!\d[A-Z]{0,2})(?<!(?<![A-Z])[A-Z|])`;
/** Nor behind another figure of the date, or a blank in the middle of a year; a time may stand there. */
const FREE_START = String.raw`${START}(?<!\d[\-/.])(?<!(?<!:\d?)\d )`;
/** 2412:30 is a 24 before 12:30. */
const LATE_YEAR = String.raw`((?:19|20)\d{2})(?!:\d{2}(?!:))`;
const dateForm = (pattern: string, ...orders: DateOrder[]): Form => ({
	pattern: new RegExp(pattern, 'i'),
	orders,
});
const MONTHS = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';

/** From the surest to the least sure; the first that gives a day of the calendar is taken. */
const forms: readonly Form[] = [
	dateForm(
		String.raw`民[国國]\s*(\d{1,3})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)`,
		'ROC',
	),
	dateForm(String.raw`${START}(1\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`, 'ROC'),
	dateForm(
		String.raw`${START}(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?:\s*日|${END})`,
		'YMD',
	),
	// Without leading zeros and with the blank before the time lost: 2024/5/69:05 is the 6th at 9:05.
	dateForm(String.raw`${START}(\d{4})[\-/.]([1-9]|1[0-2])[\-/.]([1-9])(?=\d:\d{2})`, 'YMD'),
	dateForm(
		String.raw`${START}(\d{4})\s*[月\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?:\s*日|${END})`,
		'YMD',
	),
	dateForm(String.raw`^(\d{4})(\d{2})(\d{2})(?=(?:\s*T?\d{2}:?\d{2}(?::?\d{2})?)?$)`, 'YMD'),
	dateForm(
		String.raw`${START}(\d{1,2})[\-/., ]{0,2}(${MONTHS})[A-Z]*[\-/., ]{0,2}(\d{4}|\d{2})(?!\d)`,
		'DMY',
	),
	dateForm(
		String.raw`(${MONTHS})[A-Z]*[\-/., ]{0,2}(\d{1,2})[\-/., ]{1,2}(\d{4}|\d{2})(?!\d)`,
		'MDY',
	),
	// With strokes the month is first more often than with dashes or points.
	dateForm(
		String.raw`${FREE_START}(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*${LATE_YEAR}${END}`,
		'MDY',
		'DMY',
	),
	dateForm(
		String.raw`${FREE_START}(\d{1,2})\s*[\-.]\s*(\d{1,2})\s*[\-.]\s*${LATE_YEAR}${END}`,
		'DMY',
		'MDY',
	),
	dateForm(
		String.raw`${FREE_START}(\d{1,3})\s*[\-/.]\s*(\d{1,2})\s*[\-/.]\s*(\d{1,2})${END}`,
		'YMD',
		'DMY',
		'MDY',
	),
];

const MILLISECONDS_A_DAY = 86_400_000;
const EARLIEST = '1980-01-01';
/** Bookkeeping keeps papers for ten years: an older date is less likely than another order of its figures. */
const USUAL_YEARS = 10;
const ROC_EPOCH = 1911;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** What the figures are held against. Somewhere it is tomorrow already. */
interface Calendar {
	latest: string;
	usualFrom: string;
	year: number;
}

function calendarAt(now: number): Calendar {
	const latest = dayOf(now + MILLISECONDS_A_DAY);
	const year = Number(latest.slice(0, 4));
	return { latest, usualFrom: `${year - USUAL_YEARS}${latest.slice(4)}`, year };
}

/** A year of two figures is of this century, unless that lies ahead. */
function fullYear(figures: string, { year }: Calendar): number {
	const value = Number(figures);
	if (figures.length > 2) return value;
	return 2000 + value <= year + 1 ? 2000 + value : 1900 + value;
}

function isoOf(year: number, month: number, day: number): string | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	// A day that the month has not lies in another one.
	const isReal = year >= 1900 && date.getUTCMonth() === month - 1;
	return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function monthOf(printed: string): number {
	const named = MONTHS.split('|').indexOf(printed.toUpperCase());
	return named === -1 ? Number(printed) : named + 1;
}

function readIn(order: DateOrder, figures: readonly string[], calendar: Calendar) {
	const [first, second, third] = figures;
	if (order === 'ROC') return isoOf(Number(first) + ROC_EPOCH, monthOf(second), Number(third));
	const [year, month, day] = {
		YMD: [first, second, third],
		DMY: [third, second, first],
		MDY: [third, first, second],
	}[order];
	const isDate = (year.length === 2 || year.length === 4) && day.length <= 2;
	return isDate ? isoOf(fullYear(year, calendar), monthOf(month), Number(day)) : undefined;
}

interface Candidate {
	order: DateOrder;
	iso: string;
}

const isPossible = ({ iso }: Candidate, { latest }: Calendar) => iso <= latest && iso >= EARLIEST;

/** Those of the last years, where there are none the possible ones, where there are none all. */
function likeliest(candidates: readonly Candidate[], calendar: Calendar): readonly Candidate[] {
	const possible = candidates.filter((one) => isPossible(one, calendar));
	const usual = possible.filter(({ iso }) => iso >= calendar.usualFrom);
	return [usual, possible, candidates].find((group) => group.length > 0) ?? [];
}

function choose(
	candidates: readonly Candidate[],
	convention: DateOrder | undefined,
	calendar: Calendar,
): DateReading | undefined {
	const likely = likeliest(candidates, calendar);
	const usual = candidates.find(({ order }) => order === convention);
	const chosen = likely.find((one) => one === usual) ?? likely[0];
	if (!chosen) return undefined;
	if (chosen.iso > calendar.latest) return { iso: chosen.iso, doubt: 'is in the future' };
	if (chosen.iso < EARLIEST) return { iso: chosen.iso, doubt: 'is before 1980' };
	const rivals = usual && isPossible(usual, calendar) ? [...likely, usual] : likely;
	const rival = chosen === usual ? undefined : rivals.find(({ iso }) => iso !== chosen.iso);
	return rival
		? { iso: chosen.iso, doubt: `may also be ${rival.iso}: which figure is the day is not clear` }
		: { iso: chosen.iso };
}

/**
 * Reads a date as printed: `2018年1月22日`, `2018.03.16`, `2020/11/19`, `20-11-19`, `20201119`, `05/11/24`,
 * `22-JAN-2018`, `民國113年5月11日`, also with a time behind it. The order of the figures is that of the currency where
 * it gives a likely day; else any that does.
 *
 * @param convention the usual order where the paper comes from; undefined where that is not known
 * @param now milliseconds since 1970
 * @returns undefined where there is no date or an impossible one
 */
export function readDate(
	text: string,
	convention: DateOrder | undefined,
	now: number,
): DateReading | undefined {
	const normal = dateInFigures(normaliseText(text));
	const calendar = calendarAt(now);
	for (const { pattern, orders } of forms) {
		const figures = pattern.exec(normal)?.slice(1);
		if (!figures) continue;
		const local = convention === 'ROC' && figures[0].length < 4 ? ([convention] as const) : [];
		const candidates = [...local, ...orders].flatMap((order) => {
			const iso = readIn(order, figures, calendar);
			return iso ? [{ order, iso }] : [];
		});
		if (candidates.length > 0) return choose(candidates, convention, calendar);
	}
	return undefined;
}
