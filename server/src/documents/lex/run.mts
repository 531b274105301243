import type { Char } from '../layout/rows.mts';

/** Characters as a text in which patterns are looked for, with the way back to them. */
export interface Run {
	/** The characters with a blank at each gap. */
	text: string;
	/** For each place of the text its character; undefined for a blank. */
	chars: ReadonlyArray<Char | undefined>;
}

/** The run of some characters, each of which stands for one place of the text. */
export function runOf(chars: readonly Char[]): Run {
	const places: Array<Char | undefined> = [];
	let text = '';
	chars.forEach((char, i) => {
		if (i > 0 && char.gap > 0) {
			text += ' ';
			places.push(undefined);
		}
		text += char.char;
		for (let k = 0; k < char.char.length; k++) places.push(char);
	});
	return { text, chars: places };
}

/** The characters of a part of a run. */
export const charsIn = (run: Run, from: number, to: number): Char[] => [
	...new Set(run.chars.slice(from, to).filter((char) => char !== undefined)),
];
