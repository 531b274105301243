import type { KeyStore } from '../access/key-store.mts';
import type { StoredKey } from '../access/stored-key.mts';
import { printable } from './key-name.mts';

const headings = [
	'NAME',
	'APIS',
	'STATE',
	'EXPIRES',
	'PER DAY',
	'PER MINUTE',
	'ADDRESSES',
	'TODAY',
	'TOTAL',
];

/** All keys of a store with their rules and readings, as a table for a terminal. */
export const keyList = (store: KeyStore, now: number): string =>
	table(store.list().map((key) => rowOf(store, key, now)));

function rowOf(store: KeyStore, key: StoredKey, now: number): string[] {
	const { day, total } = store.usage(key.id, now);
	const expired = key.expires !== undefined && now >= key.expires;
	return [
		printable(key.name),
		key.apis.join(','),
		key.revoked ? 'revoked' : expired ? 'expired' : key.trial ? 'trial' : 'active',
		key.expires === undefined ? 'never' : new Date(key.expires).toISOString(),
		String(key.perDay ?? '-'),
		String(key.perMinute ?? '-'),
		key.addresses.join(',') || 'all',
		String(day),
		String(total),
	];
}

function table(rows: string[][]): string {
	const lines = [headings, ...rows];
	const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	const print = (line: string[]) =>
		line
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd();
	return lines.map((line) => `${print(line)}\n`).join('');
}
