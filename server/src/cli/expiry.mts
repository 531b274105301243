import { UsageError } from './usage-error.mts';

const form =
	/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(?:Z|[+-](\d\d):(\d\d))?)?$/;

/** The moment in a flag's value, in milliseconds since 1970. Throws UsageError when there is no such day or time. */
export function expiry(flag: string, text: string): number {
	const [, year, month, day, ...times] = form.exec(text) ?? [];
	const [hour, minute, second, zoneHour, zoneMinute] = times.map((part) => Number(part ?? 0));
	const exists =
		year !== undefined &&
		isDay(Number(year), Number(month), Number(day)) &&
		Math.max(hour, zoneHour) < 24 &&
		Math.max(minute, second, zoneMinute) < 60;
	if (!exists) {
		throw new UsageError(
			`--${flag} ${text}: a date that exists is needed, such as 2027-01-31 or 2027-01-31T18:00:00+08:00`,
		);
	}
	return Date.parse(text);
}

/** Whether the calendar has a day; Date moves one that it has not, such as 31 February, into the next month. */
function isDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
