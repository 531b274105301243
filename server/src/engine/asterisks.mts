import { mean } from '../page/statistics.mts';
import type { Mark } from '../page/types.mts';

/** What models take asterisks for, beside themselves: `***` becomes 水水水, a rule of them 大火大火. */
const lookalikes = new Set('*＊★※水火冰景米木卡大太女次');
/** Text with these characters is read far more surely: 水火 and 大米 with 0.95 and more. */
const leastSure = 0.75;

/** Puts asterisks back where a model read several of them in a row as characters that it was not sure of. */
export function settleAsterisks(marks: readonly Mark[]): Mark[] {
	const settled = [...marks];
	for (let start = 0; start < marks.length; ) {
		let end = start;
		while (end < marks.length && lookalikes.has(marks[end].char)) end++;
		const run = marks.slice(start, end);
		if (run.length > 1 && mean(run.map(({ confidence }) => confidence)) < leastSure) {
			run.forEach((mark, i) => (settled[start + i] = { ...mark, char: '*' }));
		}
		start = Math.max(end, start + 1);
	}
	return settled;
}
