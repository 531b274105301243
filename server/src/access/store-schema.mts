import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store-error.mts';

/** Counted up when the tables change; what was made before versions were kept has version 0 and the same tables. */
const version = 1;
/** "JOCR": marks the file as a key store. */
const applicationId = 0x4a4f4352;

const tables = `
	CREATE TABLE IF NOT EXISTS keys (
		id INTEGER PRIMARY KEY,
		name TEXT NOT NULL UNIQUE,
		bucket INTEGER NOT NULL,
		hash BLOB NOT NULL,
		rules TEXT NOT NULL,
		revoked INTEGER NOT NULL DEFAULT 0
	) STRICT;
	CREATE INDEX IF NOT EXISTS keys_by_bucket ON keys (bucket);
	CREATE TABLE IF NOT EXISTS usage (
		key INTEGER NOT NULL REFERENCES keys (id),
		window TEXT NOT NULL,
		start INTEGER NOT NULL,
		readings INTEGER NOT NULL,
		PRIMARY KEY (key, window)
	) STRICT, WITHOUT ROWID;
`;
const tableNames = 'keys,usage';

/** A write that changes nothing: it fails where a count would. */
export const harmlessWrite = `PRAGMA user_version = ${version}`;

/**
 * Makes the tables of a key store, or brings those of an older version up to date; keys and counts stay. Without
 * work to do it takes no write lock.
 * @param create whether an empty file may become a key store
 * @throws StoreError when the file is empty, another program's, or of a newer version
 */
export function prepareSchema(database: DatabaseSync, create: boolean): void {
	if (isCurrent(database, create)) return;
	database.exec('PRAGMA journal_mode = WAL');
	database.exec('BEGIN IMMEDIATE');
	try {
		if (!isCurrent(database, create)) {
			database.exec(tables);
			database.exec(`PRAGMA application_id = ${applicationId}; ${harmlessWrite}`);
		}
		database.exec('COMMIT');
	} finally {
		if (database.isTransaction) database.exec('ROLLBACK');
	}
}

function isCurrent(database: DatabaseSync, create: boolean): boolean {
	const found = pragma(database, 'user_version');
	const isOurs = pragma(database, 'application_id') === applicationId;
	if (isOurs && found > version) {
		throw new StoreError(
			'unreadable',
			`a newer juhe-ocr-server made it (its version is ${found}, this server knows ${version}): update the server`,
		);
	}
	if (isOurs) return true;
	const names = tablesOf(database);
	if (found !== 0 || (names !== '' && names !== tableNames)) {
		throw new StoreError('unreadable', 'it is the database of another program');
	}
	if (names === '' && !create) throw new StoreError('unreadable', 'it is empty');
	return false;
}

function pragma(database: DatabaseSync, name: string): number {
	return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function tablesOf(database: DatabaseSync): string {
	const select = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
	return database
		.prepare(select)
		.all()
		.map(({ name }) => name)
		.join();
}
