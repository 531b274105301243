import { readFileSync } from 'node:fs';
import type { Glyph, Page, TextBox } from '../../src/page/types.mts';

/** How often the engine misreads what is printed; measured by `bench/misread.mts`. */
export interface Misreading {
	pictures: number;
	characters: number;
	/** Percent of the characters. */
	wrong: number;
	/** Shares, 0 to 1: of characters that stand alone, of single blanks, of places between neighbours. */
	aloneLost: number;
	blankLost: number;
	jointParted: number;
	/** Quantiles. */
	confidences: { right: number[]; wrong: number[] };
	/** For each character what it is read as, with the share of its occurrences; '' where nothing is read. */
	misread: Record<string, Record<string, number>>;
}

export const readMisreading = (file: string): Misreading =>
	JSON.parse(readFileSync(file, 'utf8')) as Misreading;

type Random = () => number;

const pick = <T,>(random: Random, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)];

/** A page as the engine would have misread it: the same for the same numbers. */
export function misreadPage(page: Page, rates: Misreading, random: Random): Page {
	return { ...page, boxes: page.boxes.flatMap((box) => misreadBox(box, rates, random)) };
}

function misreadBox(box: TextBox, rates: Misreading, random: Random): TextBox[] {
	if (box.glyphs.length === 1 && random() < rates.aloneLost) return [];
	const glyphs = box.glyphs.flatMap((glyph) => misreadGlyph(glyph, rates, random));
	if (glyphs.length === 0) return [];
	const confidence = glyphs.reduce((sum, glyph) => sum + glyph.confidence, 0) / glyphs.length;
	return [{ ...box, glyphs, confidence, text: glyphs.map(({ char }) => char).join('') }];
}

function misreadGlyph(glyph: Glyph, rates: Misreading, random: Random): Glyph[] {
	if (glyph.char === ' ') return random() < rates.blankLost ? [] : [glyph];
	const blank = random() < rates.jointParted ? [{ ...glyph, char: ' ', to: glyph.from }] : [];
	const read = readingOf(glyph.char, rates, random);
	if (read === '') return [];
	const { right, wrong } = rates.confidences;
	const confidence = pick(random, read === glyph.char ? right : wrong);
	return [...blank, { ...glyph, char: read, confidence }];
}

function readingOf(char: string, { misread }: Misreading, random: Random): string {
	let left = random();
	for (const [other, share] of Object.entries(misread[char] ?? {})) {
		if (left < share) return other;
		left -= share;
	}
	return char;
}
