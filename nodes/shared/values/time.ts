import { normaliseText } from './text';

const DAY_PARTS =
	'上午|早上|早晨|清晨|凌晨|淩晨|中午|正午|下午|傍晚|晚上|晚间|晚間|夜间|夜間|夜里|夜裡|夜晚|深夜|半夜|午夜|早|晚|夜|AM|PM|A\\.M\\.|P\\.M\\.';
/**
 * A date may be glued to the hour: its month and day before it, parted by a stroke, a dash or a point. A letter or a
 * blank in front of the only figure of an hour is in the place of another.
 */
const START = '(?:(?<!\\d)|(?<=\\d[\\-/.]\\d{1,2}[\\-/.]\\d{2}))(?<!(?<![A-Z])[A-SU-Z|])(?<!^\\d )';
/** The same behind the only figure of a minute or second. */
const SIXTIETH = '(\\d{2}|\\d(?![A-Z|]))';
const TIME = new RegExp(
	`(${DAY_PARTS})?\\s*${START}(\\d{1,2})\\s*[:∶时時点點]\\s*${SIXTIETH}` +
		`(?:\\s*[:∶分]\\s*${SIXTIETH})?(?!\\d)\\s*秒?\\s*(A\\.?M|P\\.?M)?`,
	'i',
);
const NOON = /^[中正]午$/;
const AFTERNOON = /^(下午|傍晚|P\.?M\.?)$/i;
const EVENING = /^夜?晚/;
const NIGHT = /夜/;
const BEFORE_NOON = /^(上午|早[上晨]?|清晨|[凌淩]晨|A\.?M\.?)$/i;

/** Of the hours from 1 to 12 in a part of the day; what counts to 24 says by itself which half it is. */
function hourOfDay(hour: number, part: string): number {
	if (hour < 1 || hour > 12) return hour;
	if (NOON.test(part)) return hour < 10 ? hour + 12 : hour;
	if (EVENING.test(part) || NIGHT.test(part)) {
		const firstHour = EVENING.test(part) ? 5 : 6;
		return hour === 12 ? 0 : hour + (hour < firstHour ? 0 : 12);
	}
	if (AFTERNOON.test(part)) return hour === 12 ? 12 : hour + 12;
	return BEFORE_NOON.test(part) && hour === 12 ? 0 : hour;
}

/**
 * Reads a time as printed: `17:23`, `13:26:03`, `下午5:23`, `晚8点30分`, `17時23分`, `5:23 PM`, `PM 5:23`.
 *
 * @returns `HH:mm` or `HH:mm:ss`, or undefined where there is no time or an impossible one
 */
export function parseTime(text: string): string | undefined {
	const found = TIME.exec(normaliseText(text));
	if (!found) return undefined;
	const [, before, hour, minute, second, behind] = found;
	const parts = [hourOfDay(Number(hour), before ?? behind ?? ''), Number(minute)];
	if (second !== undefined) parts.push(Number(second));
	const isPossible = parts[0] < 24 && parts.slice(1).every((part) => part < 60);
	return isPossible ? parts.map((part) => String(part).padStart(2, '0')).join(':') : undefined;
}
