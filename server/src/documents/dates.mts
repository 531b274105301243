import { asDigits } from './numbers.mts';
import { normalize } from './text.mts';

/** A date found in a text, with its place in it. */
export interface FoundDate {
	/** As printed. */
	text: string;
	/** YYYY-MM-DD. */
	iso: string;
	index: number;
}

/** A time of day found in a text, with its place in it. */
export interface FoundTime {
	/** As printed, without inner blanks. */
	text: string;
	index: number;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const monthName = months.join('|');

/** Which group holds which part. */
type Parts = readonly [year: number, month: number, day: number];

interface DateForm {
	pattern: RegExp;
	/** The orders that its figures can have, the usual one first. */
	orders: readonly Parts[];
}

/** 22/01/2018, also with the blank before the time lost. */
const yearLast = (separator: string): RegExp =>
	new RegExp(
		String.raw`(?<!\d)(\d{1,2})${separator}(\d{1,2})${separator}((?:19|20)\d{2})(?=\d{1,2}:\d{2}|(?!\d))`,
		'u',
	);

/** From the surest to the least sure; the first that gives a real day wins. */
const dateForms: readonly DateForm[] = [
	{
		pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/u,
		orders: [[1, 2, 3]],
	},
	// Without leading zeros and with the blank before the time lost: 2024/5/69:05 is the 6th at 9:05.
	{
		pattern: /(?<!\d)((?:19|20)\d{2})([-/.])([1-9]|1[0-2])\2([1-9])(?=\d:\d{2})/u,
		orders: [[1, 3, 4]],
	},
	{
		pattern:
			/(?<!\d)((?:19|20)\d{2})\s?([-/.])[-/.]?\s?(\d{1,2})\s?[-/.]{1,2}\s?(\d{2}(?=\d{1,2}:)|\d{1,2}(?!\d)|\d{2})/u,
		orders: [[1, 3, 4]],
	},
	{ pattern: /(?<!\d)((?:19|20)\d{2})\s(\d{2})[-/.\s](\d{2})(?!\d)/u, orders: [[1, 2, 3]] },
	{ pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{2})\s(\d{2})(?!\d)/u, orders: [[1, 2, 3]] },
	{ pattern: /(?<![\d.])(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u, orders: [[1, 2, 3]] },
	// With dashes or points the day comes first, with strokes the month.
	{
		pattern: yearLast('[-.]'),
		orders: [
			[3, 2, 1],
			[3, 1, 2],
		],
	},
	{
		pattern: yearLast('/'),
		orders: [
			[3, 1, 2],
			[3, 2, 1],
		],
	},
	{
		pattern: yearLast('[-/.]'),
		orders: [
			[3, 1, 2],
			[3, 2, 1],
		],
	},
	{
		pattern: new RegExp(
			String.raw`(?<!\d)(\d{1,2})[-/ ]?(${monthName})[A-Z]*[-/., ]{0,2}((?:20)?\d{2})(?!\d)`,
			'iu',
		),
		orders: [[3, 2, 1]],
	},
	{
		pattern: new RegExp(
			String.raw`(${monthName})[A-Z]*[-/. ]{0,2}(\d{1,2})[-/., ]{1,2}(20\d{2})(?!\d)`,
			'iu',
		),
		orders: [[3, 1, 2]],
	},
	{
		pattern: /(?<![\d.])(\d{2})([-/.])(\d{2})\2(\d{2})(?=\d{1,2}:\d{2}|(?![\d.]))/u,
		orders: [
			[1, 3, 4],
			[4, 3, 1],
			[4, 1, 3],
		],
	},
	{
		pattern: /(?<![\d./])(\d{1,2})\/(\d{1,2})\/(\d{2})(?=\d{1,2}:\d{2}|(?![\d./]))/u,
		orders: [
			[3, 2, 1],
			[3, 1, 2],
		],
	},
	{ pattern: /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/u, orders: [[1, 2, 3]] },
	// Date and time in one run of fourteen digits.
	{
		pattern: /(?<!\d)(20\d{2})(\d{2})(\d{2})(?=(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d))/u,
		orders: [[1, 2, 3]],
	},
	// Eight digits that lost the blank before the time.
	{ pattern: /(?<!\d)(20\d{2})(\d{2})(\d{2})(?=\d{2}:\d{2})/u, orders: [[1, 2, 3]] },
	// A number that lost the blank before the date behind it.
	{ pattern: /(20\d{2})([-/])(\d{2})\2(\d{2})/u, orders: [[1, 3, 4]] },
];

const century = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const millisecondsADay = 86_400_000;
/** Papers are kept for ten years: an older date is less likely than another order of its figures. */
const usualYears = 10;

/** How likely a day is: of the last years, of the past, or yet to come. Somewhere it is tomorrow already. */
function likelihood(iso: string): number {
	const latest = new Date(Date.now() + millisecondsADay).toISOString().slice(0, 10);
	if (iso > latest) return 0;
	return iso >= `${Number(latest.slice(0, 4)) - usualYears}${latest.slice(4)}` ? 2 : 1;
}

/** The likeliest day that the figures of a form give; of several alike, that of the usual order. */
function likeliestDay(figures: RegExpExecArray, orders: readonly Parts[]): string | undefined {
	const days = orders.flatMap((parts) => {
		const [year, month, day] = parts.map((part) => figures[part]);
		return isoDate(century(year), monthOf(month), Number(day)) ?? [];
	});
	return days.sort((a, b) => likelihood(b) - likelihood(a))[0];
}

function monthOf(printed: string): number {
	const named = months.indexOf(printed.slice(0, 3).toUpperCase());
	return named < 0 ? Number(printed) : named + 1;
}

function isoDate(year: number, month: number, day: number): string | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return real && year >= 1990 && year <= 2099 ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * The first date in a text: 2018年1月22日, 2018.03.16, 2020/11/19, 20-11-19, 20201119, 22-JAN-2018,
 * 05/11/24, also with the blank before the time lost (`2024-04-1019:09`). Where the order of the figures
 * is not told, it is the usual one that gives a likely day.
 */
export function findDate(printed: string): FoundDate | undefined {
	const text = normalize(printed);
	for (const { pattern, orders } of dateForms) {
		const match = pattern.exec(text);
		const iso = match && likeliestDay(match, orders);
		if (iso) return { text: match[0].trim(), iso, index: match.index };
	}
	return undefined;
}

/** Figures of a date whose year stands last. */
const yearLastFigures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/u;

/** A printed date whose day stands first, as in Hong Kong; undefined where that gives no day, or one to come. */
export function dayFirstDate(printed: string): string | undefined {
	const figures = yearLastFigures.exec(printed);
	const iso = figures && likeliestDay(figures, [[3, 2, 1]]);
	return iso && likelihood(iso) > 0 ? iso : undefined;
}

/** Whether either of the two figures before the year of a printed date can be its day. */
export function hasUnclearOrder(printed: string): boolean {
	const [, one, other] = yearLastFigures.exec(printed) ?? [];
	return one !== other && Number(one) <= 12 && Number(other) <= 12;
}

/** Words before a time of day that say which half of the day it is in, as a pattern. */
export const dayPart =
	'(?:上午|早上|早晨|清晨|凌晨|淩晨|中午|正午|下午|傍晚|晚上|晚[间間]|夜[间間里裡]|夜晚|深夜|半夜|午夜|[早晚夜]|(?<![A-Z])[AP](?:M|\\.M\\.))';
/** The same in letters behind it. */
const halfBehind = String.raw`(?:\s?[AP]\.?M(?![A-Z])\.?)?`;

const timeForms: readonly RegExp[] = [
	new RegExp(
		String.raw`(?:${dayPart}\s?)?(?<!\d)([01]?\d|2[0-3])\s?:\s?([0-5]\d)(?:\s?:\s?([0-5]\d))?(?!\d)${halfBehind}`,
		'iu',
	),
	new RegExp(
		String.raw`(?:${dayPart}\s?)?(?<!\d)([01]?\d|2[0-3])[时時点點]([0-5]?\d)分(?:([0-5]?\d)秒)?`,
		'iu',
	),
];

/** Hours, minutes and seconds with the separators of dates, behind a date. */
const dottedTime = /(?<![\d.-])(?:[01]\d|2[0-3])([-.])[0-5]\d\1[0-5]\d(?![\d.-])/u;

/** A date without a year that lost the blank before its time. */
const gluedDay =
	/(?<!\d)(?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?=(?:[01]\d|2[0-3]):[0-5]\d)/u;

/** The first time of day in a text: 17:23, 13:26:03, 下午5:23, 5:23 PM, 18时42分. */
export function findTime(printed: string): FoundTime | undefined {
	const text = normalize(printed);
	const date = findDate(text);
	const run =
		date && /^(\d{2})(\d{2})(\d{2})(?!\d)/u.exec(text.slice(date.index + date.text.length));
	if (date && run && /^\d{8}$/u.test(date.text))
		return { text: run.slice(1).join(':'), index: date.index + date.text.length };
	// A date glued to its time must not lend the time its digits.
	const masked = date
		? text.slice(0, date.index) +
			' '.repeat(date.text.length) +
			text.slice(date.index + date.text.length)
		: text.replace(gluedDay, (day) => ' '.repeat(day.length));
	for (const form of timeForms) {
		const match = form.exec(masked) ?? form.exec(asDigits(masked));
		if (match) return { text: match[0].replace(/\s+/gu, ''), index: match.index };
	}
	const dotted = date && dottedTime.exec(masked);
	if (dotted) return { text: dotted[0], index: dotted.index };
	return undefined;
}
