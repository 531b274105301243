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
	/** The characters that show where it stands; none where the page does not tell. */
	place: readonly Char[];
}

/** Pieces of a value that broke over rows are at least this long. */
const leastPiece = 2;

const nothing: Evidence = { least: 0, mean: 0, repaired: 1, pieces: 0, place: [] };

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

/** A place of a piece in a line. */
interface Found {
	chars: readonly Char[];
	/** Whether it stands there by itself: 12 does not in 2012. */
	isWhole: boolean;
}

const wordSign = /[\p{L}\p{N}.]/u;

/** Whether the characters from one to before another are no part of a longer figure or word. */
function standsAlone(chars: readonly Char[], from: number, to: number): boolean {
	const joins = (i: number) =>
		chars[i]?.gap === 0 && wordSign.test(chars[i - 1]?.char ?? '') && wordSign.test(chars[i].char);
	return !joins(from) && !joins(to);
}

/** All places of a piece. */
const placesOf = (lines: readonly Line[], piece: string): Found[] =>
	lines.flatMap(({ text, chars }) => {
		const found: Found[] = [];
		for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
			const end = at + piece.length;
			found.push({ chars: chars.slice(at, end), isWhole: standsAlone(chars, at, end) });
		}
		return found;
	});

/** The characters of the surest of some places. */
const surest = (places: readonly Found[]): readonly Char[] | undefined =>
	places.reduce<readonly Char[] | undefined>(
		(best, { chars }) => (best && leastOf(best) >= leastOf(chars) ? best : chars),
		undefined,
	);

/** The place to show of a piece: the surest one where it stands alone, or else the surest. */
const shown = (places: readonly Found[]): readonly Char[] | undefined =>
	surest(places.filter(({ isWhole }) => isWhole)) ?? surest(places);

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

/** What was found of a value: its characters where they are surest, and where it is shown. */
interface Pieces {
	chars: Char[];
	place: Char[];
	missed: number;
	pieces: number;
}

/** A value of which more than this share stands nowhere is shown nowhere. */
const mostMissed = 0.5;
/** A piece farther than this below the one before it, in its heights, is a place of something else. */
const rowReach = 3;

/** Whether a piece goes on where another one ends. */
function follows(before: Char | undefined, next: Char): boolean {
	if (!before) return true;
	const height = next.area.bottom - next.area.top;
	return Math.abs(next.area.top - before.area.top) <= rowReach * height;
}

/** The pieces that a value stands in, longest first from its beginning, and how much of it they miss. */
function piecesOf(lines: readonly Line[], value: string): Pieces {
	const found: Pieces = { chars: [], place: [], missed: 0, pieces: 0 };
	let at = 0;
	while (at < value.length) {
		const length = longestPart(lines, value.slice(at));
		const places = length > 0 ? placesOf(lines, value.slice(at, at + length)) : [];
		const chars = surest(places);
		if (chars && (length >= leastPiece || length === value.length || isCertain(chars))) {
			found.chars.push(...chars);
			found.pieces++;
			const place = shown(places) ?? chars;
			if (follows(found.place.at(-1), place[0])) found.place.push(...place);
		} else found.missed += Math.max(1, length);
		at += Math.max(1, length);
	}
	return found;
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
	const { chars, place, missed, pieces } = date
		? { chars: date, place: date, missed: 0, pieces: 1 }
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
		place: missed > mostMissed * value.length ? [] : place,
	};
}
