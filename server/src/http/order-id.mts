import { randomInt } from 'node:crypto';

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const tailLength = 5;
/** China Standard Time, which has no summer time. */
const offset = 8 * 60 * 60 * 1000;

/** An order number as the receipt document shows it: `JH`, a digit, yyMMddHHmmss, five letters or digits. */
export function orderId(now: Date): string {
	const time = new Date(now.getTime() + offset).toISOString().replace(/\D/g, '').slice(2, 14);
	const tail = Array.from({ length: tailLength }, () => characters[randomInt(characters.length)]);
	return `JH${randomInt(10)}${time}${tail.join('')}`;
}
