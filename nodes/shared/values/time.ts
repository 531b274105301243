import { normaliseText } from './text';

const TIME =
	/(上午|下午|晚上|中午|早上|凌晨)?\s*(?<!\d)(\d{1,2})\s*[:时点]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2}))?(?!\d)\s*秒?\s*([AP]M)?/i;
const AFTERNOON = /^(下午|晚上|中午|PM)$/i;
const BEFORE_NOON = /^(上午|早上|凌晨|AM)$/i;

function hourOfDay(hour: number, half: string | undefined): number {
	if (half && AFTERNOON.test(half) && hour < 12)
		return half === '中午' && hour > 9 ? hour : hour + 12;
	return half && BEFORE_NOON.test(half) && hour === 12 ? 0 : hour;
}

/**
 * Reads a time as printed: `17:23`, `13:26:03`, `下午5:23`, `17时23分`, `5:23 PM`.
 *
 * @returns `HH:mm` or `HH:mm:ss`, or undefined where there is no time or an impossible one
 */
export function parseTime(text: string): string | undefined {
	const found = TIME.exec(normaliseText(text));
	if (!found) return undefined;
	const [, chineseHalf, hour, minute, second, englishHalf] = found;
	const parts = [hourOfDay(Number(hour), chineseHalf ?? englishHalf), Number(minute)];
	if (second !== undefined) parts.push(Number(second));
	const isPossible = parts[0] < 24 && parts.slice(1).every((part) => part < 60);
	return isPossible ? parts.map((part) => String(part).padStart(2, '0')).join(':') : undefined;
}
