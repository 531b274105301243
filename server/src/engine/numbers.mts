import type { Mark } from '../page/types.mts';

/** What digits are taken for where dots of them are missing, or where they are small. */
const lookalikes: Readonly<Record<string, string>> = {
	0: 'CODQUcoa',
	1: 'IlLiTt|!:',
	2: 'Zz',
	5: 'Ss',
	6: 'Gb',
	7: `T?"'”“`,
	8: 'B&',
	9: 'gq',
};
/** How probable the digit must be at least: between digits of a number, in an amount, and alone. */
const leastInside = 0.01;
const leastAlone = 0.05;
/** The same for letters that stand in codes: a clean G may be a 6 with nearly 0.1. */
const inCodes = /^[BGSZ]$/u;
const leastInCodes = 0.2;
/** Letters of other shapes stand alone as sizes and grades do. */
const aloneLikeOne = /^[Il|!i]$/u;
/** A letter that is read as surely as this, and the yuan sign is not, is no yuan sign. */
const sure = 0.95;

const inNumber = /^[\d.,]$/u;
const amount = /^\d+(?:,\d{3})*\.\d\d$/u;

/**
 * Puts back digits that a model took for letters like them in a number, `2C02`, or alone, as quantities stand, where the
 * model gives the digit some probability, and the yuan sign before an amount. A letter at the end of a number stays, as
 * those of codes do.
 */
export function settleNumbers(marks: readonly Mark[]): Mark[] {
	const settled: Mark[] = [];
	for (const run of runsOf(marks)) {
		const [first, ...rest] = run;
		if (isYuan(first, rest)) settled.push({ ...first, char: '¥' }, ...rest);
		else settled.push(...withDigits(run, marks.length === 1));
	}
	return settled;
}

/** Runs of characters that may be a number, and all other characters alone. */
function runsOf(marks: readonly Mark[]): Mark[][] {
	const runs: Mark[][] = [];
	let isOpen = false;
	for (const mark of marks) {
		const isPart = inNumber.test(mark.char) || /^[A-Za-z|!"'”“?&]$/u.test(mark.char);
		if (isPart && isOpen && !mark.afterBlank) runs[runs.length - 1].push(mark);
		else runs.push([mark]);
		isOpen = isPart;
	}
	return runs;
}

const textOf = (marks: readonly Mark[]) => marks.map(({ char }) => char).join('');

const isYuan = ({ char, confidence }: Mark, rest: readonly Mark[]) =>
	/^[YV]$/u.test(char) && confidence < sure && amount.test(textOf(rest));

function withDigits(run: Mark[], isAlone: boolean): Mark[] {
	const odd = run.filter(({ char }) => !inNumber.test(char));
	if (odd.length === 0) return run;
	const digits = run.length - odd.length;
	if (!isAlone && (digits < 2 || odd.length > digits)) return run;
	const settled = run.map((mark) => (inNumber.test(mark.char) ? mark : asDigit(mark)));
	const isAmount = amount.test(textOf(settled));
	const isProbable = (mark: Mark, i: number) => {
		if (isAlone) return aloneLikeOne.test(mark.char) && digitOf(mark) >= leastAlone;
		const isInside = i > 0 && i < run.length - 1;
		const least = !isAmount && inCodes.test(mark.char) ? leastInCodes : leastInside;
		return (isInside || isAmount) && digitOf(mark) >= least;
	};
	return run.every((mark, i) => inNumber.test(mark.char) || isProbable(mark, i)) ? settled : run;
}

/** How probable it is that a character is a digit like it. */
const digitOf = ({ char, digit }: Mark) =>
	digit && lookalikes[digit.char]?.includes(char) ? digit.confidence : 0;

/** As sure as that it is either: where it stands, there are digits. */
function asDigit(mark: Mark): Mark {
	if (!mark.digit) return mark;
	const { char, confidence } = mark.digit;
	return { ...mark, char, confidence: Math.min(1, mark.confidence + confidence) };
}
