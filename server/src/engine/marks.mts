import type { Mark } from '../page/types.mts';
import type { Peak } from './ctc.mts';

/**
 * Gives each recognised character the ink that belongs to it: the crop is cut between neighbouring
 * peaks, in the middle of the widest gap without ink there, or else where there is least ink.
 * @param ink pixels of ink in each column of the crop
 * @param pixelsPerStep columns of the crop for one time step of the peaks
 */
export function placeMarks(peaks: readonly Peak[], ink: Uint8Array, pixelsPerStep: number): Mark[] {
	const shown = peaks.flatMap(({ char, confidence, otherForm, digit, center }, i) =>
		char === ' '
			? []
			: {
					char,
					confidence,
					otherForm,
					digit,
					column: Math.min(ink.length - 1, Math.floor(center * pixelsPerStep)),
					afterBlank: i > 0 && peaks[i - 1].char === ' ',
				},
	);
	const cuts = shown.slice(1).map(({ column }, i) => cutBetween(ink, shown[i].column, column));
	return shown.map(({ column, ...mark }, i) => {
		let left = cuts[i - 1] ?? 0;
		let right = cuts[i] ?? ink.length;
		while (left < column && ink[left] === 0) left++;
		while (right > column + 1 && ink[right - 1] === 0) right--;
		return { ...mark, left, right };
	});
}

/** The middle of the longest run of columns with the least ink from `from` to `to`. */
function cutBetween(ink: Uint8Array, from: number, to: number): number {
	let best = { least: Infinity, start: from, length: 0 };
	for (let start = from; start <= to; ) {
		let end = start;
		while (end <= to && ink[end] === ink[start]) end++;
		const length = end - start;
		if (ink[start] < best.least || (ink[start] === best.least && length > best.length)) {
			best = { least: ink[start], start, length };
		}
		start = end;
	}
	return best.start + (best.length >> 1);
}
