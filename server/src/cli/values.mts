import { AddressList } from '../access/addresses.mts';
import { UsageError } from './usage-error.mts';

/** The parts of a comma-separated list that are not empty. */
export const splitList = (text: string): string[] =>
	text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);

/** The whole number in a flag's value. Throws UsageError. */
export function integer(flag: string, value: string, minimum: number, maximum: number): number {
	const number = Number(value);
	if (!/^\d{1,15}$/.test(value) || number < minimum || number > maximum) {
		throw new UsageError(
			`--${flag} ${value}: a whole number from ${minimum} to ${maximum} is needed`,
		);
	}
	return number;
}

/** The value of a flag that takes one of a few words. Throws UsageError. */
export function oneOf<T extends string>(flag: string, value: string, words: readonly T[]): T {
	const word = words.find((candidate) => candidate === value);
	if (word === undefined) {
		throw new UsageError(`--${flag} ${value}: one of ${words.join(', ')} is needed`);
	}
	return word;
}

/** The entries of a list; none for an empty text only. Throws UsageError for a text that holds none, such as ",". */
function entriesOf(flag: string, value: string): string[] {
	const entries = splitList(value);
	if (value !== '' && entries.length === 0) {
		throw new UsageError(`--${flag} ${value}: the list has no entry`);
	}
	return entries;
}

/** The words in the value of a flag that takes some of a few. Throws UsageError. */
export const someOf = <T extends string>(flag: string, value: string, words: readonly T[]): T[] =>
	entriesOf(flag, value).map((entry) => oneOf(flag, entry, words));

/** The addresses and ranges in a flag's value. Throws UsageError. */
export function addresses(flag: string, value: string): string[] {
	const entries = entriesOf(flag, value);
	try {
		new AddressList(entries);
	} catch (error) {
		throw new UsageError(`--${flag}: ${(error as Error).message}`);
	}
	return entries;
}
