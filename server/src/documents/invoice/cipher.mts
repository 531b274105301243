import { wordsOf } from '../find.mts';
import { withChars, spelling, type Char, type Row } from '../layout/rows.mts';

/** What stands in a column at the side of a sheet, and the characters that it was read from. */
export interface SideText {
	text: string;
	chars: readonly Char[];
}

/** Rows without the cipher text of a VAT invoice, and that text. */
export interface Deciphered {
	rows: Row[];
	/** Its lines from top to bottom, without breaks; undefined where fewer than two were read. */
	cipher?: SideText;
}

/** What a word of it is of; a star can be read as a point. */
const cipherWord = /^[\d<>*·/+-]+$/u;
/** The number of a card or a person, of which the middle is hidden. */
const hiddenNumber = /^\d+\*{3,}\d*$/u;
const cipherSigns = /[<>*/+]/gu;
/** The least of a line of cipher text: signs that no number has, and signs in all. */
const least = { signs: 4, length: 12 };
/** A gap narrower than this (in full-width characters) within a line is the recogniser's. */
const innerGap = 1.2;
/** A number before a line is a part of it only without any room between them. */
const numberGap = 0.5;
/** The word 密码区, written downwards beside the lines, or a part of it. */
const areaWord = /^[密码区]{1,3}$/u;
/** A sign of it glued to the telephone or account before it. */
const gluedToNumber = /\d[密码区]$/u;
const gluedAreaWord = /^[密码区]{1,3}(?=[\d<>*/+-]{4})/u;

/** The words of a row, the word 密码区 parted from the line that it is glued to. */
function wordsIn(chars: readonly Char[]): Char[][] {
	return wordsOf(chars).flatMap((word) => {
		const [area] = gluedAreaWord.exec(spelling(word)) ?? [];
		return area ? [word.slice(0, area.length), word.slice(area.length)] : [word];
	});
}

/** Whether a word is a part of the line of cipher text that begins with the word at `from`. */
function goesOn(words: readonly Char[][], from: number, at: number): boolean {
	if (!cipherWord.test(spelling(words[at])) || hiddenNumber.test(spelling(words[at]))) return false;
	if (at === from) return true;
	const isNumber = !/[<>*/+]/u.test(spelling(words[at - 1]));
	return words[at][0].gap < (isNumber ? numberGap : innerGap);
}

/** From which of the words on they are a line of cipher text, and up to which. */
function cipherRun(words: readonly Char[][]): { from: number; to: number } | undefined {
	for (let from = 0; from < words.length; from++) {
		let to = from;
		while (to < words.length && goesOn(words, from, to)) to++;
		const text = words.slice(from, to).map(spelling).join('');
		const signs = text.match(cipherSigns)?.length ?? 0;
		if (signs >= least.signs && text.length >= least.length) return { from, to };
	}
	return undefined;
}

/**
 * Takes the cipher text (four lines of digits and signs beside the buyer's lines) and the word 密码区
 * from the rows of a sheet: it stands beside the buyer and is no part of him.
 */
export function withoutCipher(page: readonly Row[]): Deciphered {
	const lines: Char[][] = [];
	const runs = page.map(({ chars }) => cipherRun(wordsIn(chars)));
	const rows = page.map((row, i) => {
		const words = wordsIn(row.chars);
		const run = runs[i];
		if (run) lines.push(words.slice(run.from, run.to).flat());
		let end = run?.from ?? words.length;
		const isBeside = run ?? runs[i - 1] ?? runs[i + 1];
		while (isBeside && end > 1 && areaWord.test(spelling(words[end - 1]))) end--;
		const before = words[end - 1] ?? [];
		if (isBeside && gluedToNumber.test(spelling(before))) words[end - 1] = before.slice(0, -1);
		const kept = [...words.slice(0, end), ...words.slice(run?.to ?? words.length)];
		return end === words.length && words[end - 1] === before ? row : withChars(row, kept.flat());
	});
	return {
		rows: rows.filter(({ chars }) => chars.length > 0),
		cipher:
			lines.length > 1 ? { text: lines.map(spelling).join(''), chars: lines.flat() } : undefined,
	};
}
