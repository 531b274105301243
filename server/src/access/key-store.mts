import type { Refusal } from './access.mts';
import { bucketOf, findByHash, hashKey } from './key-hash.mts';
import type { KeySource } from './key-source.mts';
import { limitReached } from './limits.mts';
import { StoreError } from './store-error.mts';
import { StoreFile, type OpenStore, type StoreFileOptions } from './store-file.mts';
import { harmlessWrite } from './store-schema.mts';
import type { FoundKey, KeyRules, StoredKey, Usage } from './stored-key.mts';
import { startOf, windowAfter } from './windows.mts';

/** Thrown when a name is taken. */
export class NameTakenError extends Error {
	override name = 'NameTakenError';
}

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

const upsertUsage = `
	INSERT INTO usage (key, window, start, readings) VALUES (?, ?, ?, ?)
	ON CONFLICT DO UPDATE SET start = excluded.start, readings = excluded.readings
`;

/**
 * Keys, hashed, and what was counted for them, in an SQLite file that several processes may share.
 * A count is one committed transaction: it survives the death of the process.
 * Every method throws StoreError when the file cannot be used.
 */
export class KeyStore implements KeySource {
	readonly #file: StoreFile;

	/** @param path of the database, made if it is missing unless the options say otherwise, or `:memory:` */
	constructor(path: string, options: Partial<StoreFileOptions> = {}) {
		this.#file = new StoreFile(path, { create: true, patience: 5_000, ...options });
	}

	/** Stores a key. Throws NameTakenError. */
	add(key: string, { name, ...rules }: KeyRules): void {
		const hash = hashKey(key);
		const sql = 'INSERT OR IGNORE INTO keys (name, bucket, hash, rules) VALUES (?, ?, ?, ?)';
		const changes = this.#file.use((store) =>
			store.run(sql, name, bucketOf(hash), hash, JSON.stringify(rules)),
		);
		if (changes === 0) throw new NameTakenError(`a key named "${name}" exists already`);
	}

	/** Revokes a key for good; false when there is none of that name. */
	revoke(name: string): boolean {
		const sql = 'UPDATE keys SET revoked = 1 WHERE name = ?';
		return this.#file.use((store) => store.run(sql, name)) === 1;
	}

	/** All keys, in the order in which they were added. */
	list(): StoredKey[] {
		return this.#file
			.use((store) => store.all<KeyRow>('SELECT * FROM keys ORDER BY id'))
			.map(toKey);
	}

	/** The stored key that is equal to the given one. */
	find(key: string): StoredKey | undefined {
		const hash = hashKey(key);
		const rows = this.#file.use((store) =>
			store.all<KeyRow>('SELECT * FROM keys WHERE bucket = ?', bucketOf(hash)),
		);
		const row = findByHash(rows, hash);
		return row && toKey(row);
	}

	/** The same, and what was counted for it by `now` (milliseconds since 1970). */
	look(key: string, now: number): FoundKey | undefined {
		const found = this.find(key);
		return found && { key: found, usage: this.usage(found.id, now) };
	}

	/** What was counted for a key in the day and the minute of `now` (milliseconds), and ever. */
	usage(id: number, now: number): Usage {
		return this.#file.use((store) => usageOf(usageRows(store, id), now));
	}

	/**
	 * Counts one reading unless a limit of the key is reached; returns the reason against it. No other process can
	 * count in between, and a key that was taken away since it was found has no readings.
	 */
	count({ id, name }: Pick<StoredKey, 'id' | 'name'>, now: number): Refusal | undefined {
		return this.#file.use((store) =>
			store.transact(() => {
				const sql = 'SELECT * FROM keys WHERE id = ? AND name = ?';
				const [key] = store.all<KeyRow>(sql, id, name).map(toKey);
				if (!key) return { code: 10001, hint: 'no such key' };
				if (key.revoked) return { code: 10009, hint: 'the key was revoked' };
				const rows = usageRows(store, id);
				const refusal = limitReached(key, usageOf(rows, now));
				if (!refusal) increment(store, id, rows, now);
				return refusal;
			}),
		);
	}

	/** Looks whether the store can be read, and with `write` whether it can be written. */
	check({ write }: { write: boolean }): void {
		this.#file.use((store) => {
			store.all('SELECT id FROM keys LIMIT 1');
			if (write) store.transact(() => store.database.exec(harmlessWrite));
		});
	}

	fault(): StoreError | undefined {
		try {
			this.check({ write: false });
			return undefined;
		} catch (error) {
			if (error instanceof StoreError) return error;
			throw error;
		}
	}

	close(): void {
		this.#file.close();
	}
}

const usageRows = (store: OpenStore, id: number) =>
	store.all<UsageRow>('SELECT window, start, readings FROM usage WHERE key = ?', id);

function usageOf(rows: readonly UsageRow[], now: number): Usage {
	const usage: Usage = { day: 0, minute: 0, total: 0 };
	for (const { window, start, readings } of rows) {
		if (placeOf(window, start, now).goesOn) usage[window] = readings;
	}
	return usage;
}

function increment(store: OpenStore, id: number, rows: readonly UsageRow[], now: number): void {
	for (const window of ['total', 'day', 'minute'] as const) {
		const row = rows.find((candidate) => candidate.window === window);
		const { start, goesOn } = placeOf(window, row?.start, now);
		store.run(upsertUsage, id, window, start, goesOn ? (row?.readings ?? 0) + 1 : 1);
	}
}

/** Where a reading counts now that was last counted in the window that began at `stored`. */
function placeOf(window: keyof Usage, stored: number | undefined, now: number) {
	if (window === 'total') return { start: 0, goesOn: true };
	return stored === undefined
		? { start: startOf(window, now), goesOn: false }
		: windowAfter(stored, window, now);
}

const toKey = ({ id, name, rules, revoked }: KeyRow): StoredKey => ({
	id,
	name,
	...(JSON.parse(rules) as Omit<KeyRules, 'name'>),
	revoked: revoked === 1,
});
