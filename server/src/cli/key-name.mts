import { UsageError } from './usage-error.mts';

/** Characters of a name, which stands in lists and in every line of the log. */
const longest = 64;

/** What a terminal draws as it is: letters, marks, digits, punctuation, symbols and blanks, no control or format characters. */
const drawable = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

/** The name for a new key. Throws UsageError. */
export function keyName(text: string): string {
	const refuse = (why: string) => new UsageError(`the name "${printable(text)}" ${why}`);
	const characters = [...text];
	if (text.trim() === '') throw new UsageError('the name is blank');
	if (text !== text.trim()) throw refuse('begins or ends with a blank');
	if (characters.length > longest) {
		throw new UsageError(`the name has ${characters.length} characters, at most ${longest}`);
	}
	if (!characters.every((character) => drawable.test(character))) {
		throw refuse('has characters that cannot be printed');
	}
	return text;
}

/** A text with everything escaped that could steer a terminal or break a line: `\u{1b}`. */
export const printable = (text: string): string =>
	[...text]
		.map((character) =>
			drawable.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
		)
		.join('');
