import type { Char } from '../layout/rows.mts';

/** A value as it can be read from some characters of the page. */
export interface Reading {
	/** As it is served. */
	text: string;
	/** The characters that it stands in. */
	chars: readonly Char[];
	/** What speaks for it or against it, in the words of features. */
	signs: readonly string[];
}

/** Reads a kind of value from characters in all ways that make sense. */
export type Lex = (chars: readonly Char[]) => Reading[];

/** The confidence of the least sure character, 0 to 1. */
export const leastConfidence = (chars: readonly Char[]): number =>
	chars.length === 0 ? 0 : Math.min(...chars.map(({ confidence }) => confidence));
