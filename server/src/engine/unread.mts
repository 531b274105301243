import { median } from '../page/statistics.mts';
import type { Mark } from '../page/types.mts';

const han = /\p{Script=Han}/u;
/** Before an amount in words stands a sign that no model knows: ⊗. */
const numeral = /[零壹贰貳叁肆伍陆陸柒捌玖拾佰仟万圆元角分整]/u;
/** How wide a Chinese character is where its line shows no other ones, in heights of the crop. */
const usualWidth = 0.62;
/** Lines of fewer Chinese characters do not show how wide they are. */
const leastShown = 3;
/** From this many widths of a character on, ink that goes with one is that of several. */
const severalWide = 1.9;
/** A longer stretch without ink, in widths, parts it from something else: a rule, a speck, a sign. */
const mostGap = 0.3;
/** What a character is worth beside which one was not read: the name that it stands in is not what is printed. */
const worth = 0.45;

/**
 * Takes their sureness from Chinese characters in whose place more of them stand: the model does not know every one, and
 * says nothing of those that it leaves out.
 * @param ink pixels of ink in each column of the crop
 * @param height of the crop
 */
export function doubtBesideUnread(marks: readonly Mark[], ink: Uint8Array, height: number): Mark[] {
	const chinese = marks.filter(({ char }) => han.test(char));
	const widths = chinese.map(({ left, right }) => right - left);
	const width = chinese.length < leastShown ? usualWidth * height : (median(widths) ?? 0);
	const isSeveral = ({ char, left, right }: Mark) =>
		han.test(char) &&
		!numeral.test(char) &&
		right - left >= severalWide * width &&
		longestGap(ink.subarray(left, right)) <= mostGap * width;
	return marks.map((mark) =>
		isSeveral(mark) ? { ...mark, confidence: Math.min(mark.confidence, worth) } : mark,
	);
}

/** The longest stretch of columns without ink. */
function longestGap(ink: Uint8Array): number {
	let longest = 0;
	let gap = 0;
	for (const pixels of ink) {
		gap = pixels === 0 ? gap + 1 : 0;
		longest = Math.max(longest, gap);
	}
	return longest;
}
