import { dayFirstDate, findDate } from '../dates.mts';
import type { Char, Row } from '../layout/rows.mts';
import { remembered } from '../remembered.mts';
import { compact, normalize } from '../text.mts';

/** How surely the characters of a value were read. */
export interface Evidence {
	/** The least confidence of the characters that the value stands in, 0 to 1. */
	least: number;
	/** The mean of their confidences. */
	mean: number;
	/** The share of the value that stands nowhere as it is: repaired, or put together. */
	repaired: number;
	/** In how many pieces it stands on the page. */
	pieces: number;
}

/** Pieces of a value that broke over rows are at least this long. */
const leastPiece = 2;

const nothing: Evidence = { least: 0, mean: 0, repaired: 1, pieces: 0 };

/** A row as it is searched: upper case, without the commas of thousands. */
interface Line {
	text: string;
	chars: readonly Char[];
}

const lineOf = remembered(({ chars }: Row): Line => {
	const kept = chars.filter(
		({ char }, i) =>
			char !== ',' ||
			!/\d/u.test(chars[i - 1]?.char ?? '') ||
			!/\d/u.test(chars[i + 1]?.char ?? ''),
	);
	return { text: kept.map(({ char }) => char.toUpperCase().slice(0, 1)).join(''), chars: kept };
});

const leastOf = (chars: readonly Char[]): number =>
	Math.min(...chars.map(({ confidence }) => confidence));

/** Characters of a PDF's own text; a single one of them may be a piece. */
const isCertain = (chars: readonly Char[]): boolean => leastOf(chars) === 1;

/** The characters of the surest place of a piece. */
function surest(lines: readonly Line[], piece: string): readonly Char[] | undefined {
	let best: readonly Char[] | undefined;
	for (const { text, chars } of lines) {
		for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
			const found = chars.slice(at, at + piece.length);
			if (!best || leastOf(found) > leastOf(best)) best = found;
		}
	}
	return best;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/u;

/** The row whose date a value is, by its digits. */
function dateChars(rows: readonly Row[], value: string): readonly Char[] | undefined {
	if (!isoDate.test(value)) return undefined;
	for (const { chars, text } of rows) {
		const date = findDate(text);
		if (!date || (date.iso !== value && dayFirstDate(date.text) !== value)) continue;
		const blanks = (part: string) => part.match(/ /gu)?.length ?? 0;
		const from = date.index - blanks(text.slice(0, date.index));
		return chars.slice(from, from + date.text.length - blanks(date.text));
	}
	return undefined;
}

/** A date that is served, as the page has it. */
export const printedDate = (rows: readonly Row[], served: string): string | undefined =>
	dateChars(rows, served)
		?.map(({ char }) => char)
		.join('');

/** How much of the beginning of a text stands in some line. */
function longestPart(lines: readonly Line[], value: string): number {
	const stands = (length: number) => {
		const part = value.slice(0, length);
		return lines.some(({ text }) => text.includes(part));
	};
	if (stands(value.length)) return value.length;
	// What begins a part that stands somewhere stands there too.
	let [found, missed] = [0, value.length];
	while (missed - found > 1) {
		const length = (found + missed) >> 1;
		if (stands(length)) found = length;
		else missed = length;
	}
	return found;
}

/** The pieces that a value stands in, longest first from its beginning, and how much of it they miss. */
function piecesOf(
	lines: readonly Line[],
	value: string,
): { chars: Char[]; missed: number; pieces: number } {
	const chars: Char[] = [];
	let pieces = 0;
	let missed = 0;
	let at = 0;
	while (at < value.length) {
		const length = longestPart(lines, value.slice(at));
		const found = length > 0 ? surest(lines, value.slice(at, at + length)) : undefined;
		if (found && (length >= leastPiece || length === value.length || isCertain(found))) {
			chars.push(...found);
			pieces++;
		} else missed += Math.max(1, length);
		at += Math.max(1, length);
	}
	return { chars, missed, pieces };
}

/** A value longer than this is judged by its beginning: a text of remarks. */
const longestSought = 500;

/**
 * Where a value stands on a page, found again by its text: what the rules repaired or put together is
 * told by what does not stand there.
 * @param rows where to look
 */
export function evidenceOf(rows: readonly Row[], served: string): Evidence {
	const known = evidenceIn(rows);
	const evidence = known.get(served) ?? lookFor(rows, served);
	known.set(served, evidence);
	return evidence;
}

/** What was found of values in the same rows: many lines of a table have the same. */
const evidenceIn = remembered((_: readonly Row[]) => new Map<string, Evidence>());

function lookFor(rows: readonly Row[], served: string): Evidence {
	const value = compact(normalize(served)).toUpperCase().slice(0, longestSought);
	if (value === '') return nothing;
	const date = dateChars(rows, served);
	const { chars, missed, pieces } = date
		? { chars: [...date], missed: 0, pieces: 1 }
		: piecesOf(rows.map(lineOf), value);
	if (chars.length === 0) return nothing;
	// Which colon, dash or bracket stands there is often unsure, and the same to every reader.
	const signs = chars.filter(({ char }) => /[\p{L}\p{N}]/u.test(char));
	const told = signs.length > 0 ? signs : chars;
	return {
		least: leastOf(told),
		mean: told.reduce((sum, { confidence }) => sum + confidence, 0) / told.length,
		repaired: missed / value.length,
		pieces,
	};
}
