import { DatabaseSync } from 'node:sqlite';
import type { ApiName } from './access.mts';
import { bucketOf, findByHash, hashKey } from './key-hash.mts';
import { windows, type Window } from './windows.mts';

/** What a key may do. */
export interface KeyRules {
	/** Unique; what logs and lists call the key. */
	name: string;
	apis: readonly ApiName[];
	/** Milliseconds since 1970, undefined for never. */
	expires?: number;
	/** Readings a day and a minute, undefined for any number. */
	perDay?: number;
	perMinute?: number;
	/** Addresses and ranges that may use the key; none for all. */
	addresses: readonly string[];
	/** A key to try the service with: over its limit it gets a code of its own. */
	trial: boolean;
}

export interface StoredKey extends KeyRules {
	id: number;
	revoked: boolean;
}

/** Readings that were counted for a key. */
export type Usage = Record<Window | 'total', number>;

/** Thrown when a name is taken. */
export class NameTakenError extends Error {
	override name = 'NameTakenError';
}

const schema = `
	PRAGMA journal_mode = WAL;
	PRAGMA synchronous = NORMAL;
	PRAGMA busy_timeout = 5000;
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

interface KeyRow {
	id: number;
	name: string;
	hash: Uint8Array;
	rules: string;
	revoked: number;
}

interface UsageRow {
	window: keyof Usage;
	start: number;
	readings: number;
}

/**
 * Keys, hashed, and what was counted for them, in an SQLite file that several processes may share.
 * A count is one committed transaction: it survives the death of the process.
 */
export class KeyStore {
	readonly #database: DatabaseSync;

	/** @param file the path of the database, made if it is missing, or `:memory:` */
	constructor(file: string) {
		this.#database = new DatabaseSync(file);
		this.#database.exec(schema);
	}

	/** Stores a key. Throws NameTakenError. */
	add(key: string, { name, ...rules }: KeyRules): void {
		const hash = hashKey(key);
		const { changes } = this.#database
			.prepare('INSERT OR IGNORE INTO keys (name, bucket, hash, rules) VALUES (?, ?, ?, ?)')
			.run(name, bucketOf(hash), hash, JSON.stringify(rules));
		if (changes === 0) throw new NameTakenError(`a key named "${name}" exists already`);
	}

	/** Revokes a key for good; false when there is none of that name. */
	revoke(name: string): boolean {
		const update = this.#database.prepare('UPDATE keys SET revoked = 1 WHERE name = ?');
		return update.run(name).changes === 1;
	}

	/** All keys, in the order in which they were added. */
	list(): StoredKey[] {
		return this.#keyRows('SELECT * FROM keys ORDER BY id').map(toKey);
	}

	/** The stored key that is equal to the given one. */
	find(key: string): StoredKey | undefined {
		const hash = hashKey(key);
		const rows = this.#keyRows('SELECT * FROM keys WHERE bucket = ?', bucketOf(hash));
		const row = findByHash(rows, hash);
		return row && toKey(row);
	}

	/** What was counted for a key in the day and the minute of `now` (milliseconds), and ever. */
	usage(id: number, now: number): Usage {
		const usage: Usage = { day: 0, minute: 0, total: 0 };
		const select = this.#database.prepare(
			'SELECT window, start, readings FROM usage WHERE key = ?',
		);
		for (const row of select.all(id) as unknown as UsageRow[]) {
			if (row.start === startOf(row.window, now)) usage[row.window] = row.readings;
		}
		return usage;
	}

	/**
	 * Counts one reading unless `refuse` finds a reason against it in what was counted before; returns
	 * that reason. No other process can count in between.
	 */
	count<Reason>(
		id: number,
		now: number,
		refuse: (usage: Usage) => Reason | undefined,
	): Reason | undefined {
		this.#database.exec('BEGIN IMMEDIATE');
		try {
			const reason = refuse(this.usage(id, now));
			if (reason === undefined) this.#increment(id, now);
			this.#database.exec('COMMIT');
			return reason;
		} catch (error) {
			this.#database.exec('ROLLBACK');
			throw error;
		}
	}

	close(): void {
		this.#database.close();
	}

	#increment(id: number, now: number): void {
		const upsert = this.#database.prepare(`
			INSERT INTO usage (key, window, start, readings) VALUES (?, ?, ?, 1)
			ON CONFLICT DO UPDATE SET
				readings = CASE WHEN start = excluded.start THEN readings + 1 ELSE 1 END,
				start = excluded.start
		`);
		for (const window of ['total', 'day', 'minute'] as const) {
			upsert.run(id, window, startOf(window, now));
		}
	}

	#keyRows(sql: string, ...parameters: number[]): KeyRow[] {
		return this.#database.prepare(sql).all(...parameters) as unknown as KeyRow[];
	}
}

const startOf = (window: keyof Usage, now: number) =>
	window === 'total' ? 0 : windows[window](now);

const toKey = ({ id, name, rules, revoked }: KeyRow): StoredKey => ({
	id,
	name,
	...(JSON.parse(rules) as Omit<KeyRules, 'name'>),
	revoked: revoked === 1,
});
