import type { Truth } from '../bench/accuracy/compare.mts';

/** A document as text, laid out as `pageOf` takes it, and what is printed on it. */
export interface Fixture {
	text: string;
	truth: Truth;
	/** Fields that are printed and not read yet. */
	unread: string[];
}

const rowsName = { receipt: 'table', invoice: 'items' } as const;

/**
 * The documents of a fixture file: `== kind`, the printed lines, `--`, then one `field=value` a
 * line (`~field=value` where it is not read yet) and one `> cell | cell | ...` a row of the table.
 */
export function fixturesOf(kind: Truth['kind'], file: string): Fixture[] {
	return file
		.split(/^== /mu)
		.slice(1)
		.map((part) => fixtureOf(kind, part));
}

function fixtureOf(kind: Truth['kind'], part: string): Fixture {
	const [id] = part.split('\n', 1);
	const [text, truth] = part.slice(id.length + 1).split(/^--\n/mu);
	const lines = truth.split('\n').filter((line) => line !== '');
	const pairs = lines
		.map((line) => /^(~?)([^=>]+)=(.*)$/u.exec(line))
		.filter((match) => match !== null);
	const fields: Record<string, unknown> = Object.fromEntries(
		pairs.map(([, , field, value]) => [field, value]),
	);
	const unread = pairs.filter(([, mark]) => mark !== '').map(([, , field]) => field);
	fields[rowsName[kind]] = lines
		.filter((line) => line.startsWith('> '))
		.map((line) => line.slice(2).split('|'))
		.map((cells) => cells.map((cell) => cell.trim()));
	return { text, truth: { id, kind, fields }, unread };
}
