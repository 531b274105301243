import { normaliseText } from './text';

const SEPARATED =
	/(?<!\d)(\d{4}|\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?:\s*日|(?!\d)|(?=\d{1,2}:))/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const CENTURY = 2000;

const pad = (value: number) => String(value).padStart(2, '0');

function isCalendarDate(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
}

/**
 * Reads a date as printed: `2018年1月22日`, `2018.03.16`, `2020/11/19`, `20-11-19`, `20201119`, also with a time
 * behind it. Two-figure years are of this century.
 *
 * @returns `YYYY-MM-DD`, or undefined where there is no date or an impossible one
 */
export function parseDate(text: string): string | undefined {
	const normal = normaliseText(text);
	const found = SEPARATED.exec(normal) ?? COMPACT.exec(normal);
	if (!found) return undefined;
	const [year, month, day] = found.slice(1, 4).map(Number);
	const fullYear = year < 100 ? CENTURY + year : year;
	return isCalendarDate(fullYear, month, day) ? `${fullYear}-${pad(month)}-${pad(day)}` : undefined;
}
