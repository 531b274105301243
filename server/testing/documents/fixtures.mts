import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth } from '../accuracy/compare.mts';

/** A document as text, laid out as `pageOf` takes it, and what is printed on it. */
export interface Fixture {
	/** With which others it was written: rules are judged by batches that they were not made for. */
	batch: string;
	text: string;
	truth: Truth;
	/** Fields that are printed and not read yet. */
	unread: string[];
}

/** A file of fixtures: documents of one subject. */
export interface FixtureFile {
	name: string;
	fixtures: Fixture[];
}

/** All fixture files of a folder, by name; those of receipts have names that begin with `receipts`. */
export function fixtureFiles(folder: string): FixtureFile[] {
	return readdirSync(folder)
		.sort()
		.map((name) => ({
			name,
			fixtures: fixturesOf(
				name.startsWith('receipts') ? 'receipt' : 'invoice',
				readFileSync(join(folder, name), 'utf8'),
			),
		}));
}

const rowsName = { receipt: 'table', invoice: 'items' } as const;

/**
 * The documents of a fixture file: `== kind`, `batch: name`, the printed lines, `--`, then one `field=value`
 * a line (`~field=value` where it is not read yet) and one `> cell | cell | ...` a row of the table.
 */
function fixturesOf(kind: Truth['kind'], file: string): Fixture[] {
	return file
		.split(/^== /mu)
		.slice(1)
		.map((part) => fixtureOf(kind, part));
}

function fixtureOf(kind: Truth['kind'], part: string): Fixture {
	const [id, batch] = part.split('\n', 2);
	const [text, truth] = part.slice(id.length + batch.length + 2).split(/^--\n/mu);
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
	return { batch: batch.replace(/^batch: /u, ''), text, truth: { id, kind, fields }, unread };
}
