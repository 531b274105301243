import type { PdfGlyph } from './glyphs.mts';

/** A line of text: the baseline and the size of its first character, and all of them. */
export interface Line {
	y: number;
	em: number;
	glyphs: PdfGlyph[];
}

/** A line's baseline and size may differ by this much between its characters, in widths of a Chinese character. */
const baselineReach = 0.3;
const sizeReach = 1.35;
/** Sizes of one step of this scale, and of the two beside it, are all that can be of one line. */
const sizeStep = 1.36;

/** In pixels; smaller ones are nothing that is seen. */
const leastSize = 1e-6;

const stepOf = (em: number): number => Math.floor(Math.log(em) / Math.log(sizeStep));

/** The strip of the page that a baseline lies in; those of one line lie in one strip or in two neighbours. */
const stripOf = (y: number, step: number): number =>
	Math.floor(y / (baselineReach * sizeStep ** (step + 1)));

const isOf = (line: Line, y: number, em: number): boolean =>
	Math.abs(line.y - y) < baselineReach * Math.min(line.em, em) &&
	Math.max(line.em / em, em / line.em) < sizeReach;

interface Numbered {
	line: Line;
	number: number;
}

/** Lines by their size and place. Since two of one size and place are one, few have to be looked at for each character. */
export class LineIndex {
	readonly #strips = new Map<string, Numbered[]>();

	/** @param number lines with a lower one are found first */
	add(line: Line, number: number): void {
		// A broken file can say any number; no other character is of such a line.
		if (!(line.em > leastSize && line.em + Math.abs(line.y) < Infinity)) return;
		const step = stepOf(line.em);
		const key = `${step} ${stripOf(line.y, step)}`;
		const strip = this.#strips.get(key) ?? [];
		strip.push({ line, number });
		this.#strips.set(key, strip);
	}

	/** The first line that a character of a size is of whose baseline lies there. */
	find(y: number, em: number): Line | undefined {
		let first: Numbered | undefined;
		const own = stepOf(em);
		for (const step of [own - 1, own, own + 1]) {
			const middle = stripOf(y, step);
			for (const strip of [middle - 1, middle, middle + 1]) {
				for (const one of this.#strips.get(`${step} ${strip}`) ?? []) {
					if (one.number < (first?.number ?? Infinity) && isOf(one.line, y, em)) first = one;
				}
			}
		}
		return first?.line;
	}
}
