import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptHeaders, type Truth } from '../accuracy/compare.mts';

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

/**
 * All fixture files of a folder, by name; those of receipts have names that begin with `receipts`.
 * @throws with the file, the layout and what to write instead, if one is not written as a layout is
 */
export function fixtureFiles(folder: string): FixtureFile[] {
	return readdirSync(folder)
		.sort()
		.map((name) => ({
			name,
			fixtures: fixturesOf(name, readFileSync(join(folder, name), 'utf8')),
		}));
}

const rowsName = { receipt: 'table', invoice: 'items' } as const;

/**
 * The documents of a fixture file: `== kind`, `batch: name`, the printed lines, `--`, then one `field=value`
 * a line (`~field=value` where it is not read yet) and one `> cell | cell | ...` a row of the table.
 */
function fixturesOf(name: string, file: string): Fixture[] {
	const kind = name.startsWith('receipts') ? 'receipt' : 'invoice';
	return file
		.split(/^== /mu)
		.slice(1)
		.map((part) => {
			const [id] = part.split('\n', 1);
			try {
				return fixtureOf(kind, id, part.slice(id.length + 1));
			} catch (error) {
				throw new Error(`${name}, "${id}": ${(error as Error).message}`);
			}
		});
}

function fixtureOf(kind: Truth['kind'], id: string, part: string): Fixture {
	const [, batch, layout] = /^batch: ([^\n]+)\n(.*)$/su.exec(part) ?? [];
	if (batch === undefined) throw new Error('its second line is "batch: WORD"');
	const [text, truth, ...more] = layout.split(/^--\n/mu);
	if (truth === undefined || more.length > 0) {
		throw new Error('below its text stand a line "--" and what is printed');
	}
	const lines = truth.split('\n').filter((line) => line !== '');
	const rows = lines.filter((line) => line.startsWith('> '));
	const pairs = lines.filter((line) => !rows.includes(line)).map((line) => pairOf(kind, line));
	const fields: Record<string, unknown> = Object.fromEntries(
		pairs.map(({ field, value }) => [field, value]),
	);
	fields[rowsName[kind]] = rows.map((line) =>
		line
			.slice(2)
			.split('|')
			.map((cell) => cell.trim()),
	);
	const unread = pairs.filter(({ isUnread }) => isUnread).map(({ field }) => field);
	return { batch, text, truth: { id, kind, fields }, unread };
}

/** A field of the truth; which fields invoices have is for each kind of them to say. */
function pairOf(kind: Truth['kind'], line: string) {
	const [, mark, field, value] = /^(~?)([^=>]+)=(.*)$/u.exec(line) ?? [];
	if (field === undefined) {
		throw new Error(`"${line}" is neither "field=value" nor "> cell | cell"`);
	}
	if (kind === 'receipt' && !receiptHeaders.some((name) => name === field)) {
		throw new Error(`receipts have no field ${field}: ${receiptHeaders.join(', ')}`);
	}
	return { field, value, isUnread: mark !== '' };
}
