import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StoreError, toStoreError } from './store-error.mts';
import { prepareSchema } from './store-schema.mts';

/** The name of a store that has no file. */
export const inMemory = ':memory:';

/** Whoever makes a store waits so long for the lock (milliseconds): nobody is being served yet. */
const makingPatience = 5_000;

/** Owner only. SQLite gives the files beside the store the same mode. */
const ownerOnly = 0o600;

export interface StoreFileOptions {
	/** Whether a missing file is made, once; one that disappears later stays away. */
	create: boolean;
	/** Milliseconds for which the thread waits for a lock. */
	patience: number;
}

/** An open database that keeps its prepared statements. */
export class OpenStore {
	readonly database: DatabaseSync;
	readonly identity: string;
	readonly #statements = new Map<string, StatementSync>();

	constructor(database: DatabaseSync, identity: string) {
		this.database = database;
		this.identity = identity;
	}

	prepare(sql: string): StatementSync {
		const known = this.#statements.get(sql);
		if (known) return known;
		const statement = this.database.prepare(sql);
		this.#statements.set(sql, statement);
		return statement;
	}

	all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
		return this.prepare(sql).all(...values) as Row[];
	}

	/** Runs a statement; returns how many rows it changed. */
	run(sql: string, ...values: SQLInputValue[]): number {
		return Number(this.prepare(sql).run(...values).changes);
	}

	/** Does the work in a transaction that nobody else can write in between. */
	transact<T>(work: () => T): T {
		this.database.exec('BEGIN IMMEDIATE');
		try {
			const result = work();
			this.database.exec('COMMIT');
			return result;
		} finally {
			if (this.database.isTransaction) this.database.exec('ROLLBACK');
		}
	}
}

/**
 * The SQLite file of a key store. It is opened when it is used, and again when another file took its place or after
 * it could not be used, so that whoever mends the file need not restart the server.
 */
export class StoreFile {
	readonly #path: string;
	readonly #patience: number;
	#open: OpenStore | undefined;

	/** Throws StoreError when a store that may be made cannot be. */
	constructor(path: string, { create, patience }: StoreFileOptions) {
		this.#path = path;
		this.#patience = patience;
		if (create) this.#guard(() => this.#reopen(true));
	}

	/** Does something with the database. Throws StoreError, and what `work` throws. */
	use<T>(work: (store: OpenStore) => T): T {
		return this.#guard(() => {
			if (this.#open && identityOf(this.#path) === this.#open.identity) return work(this.#open);
			return work(this.#reopen(false));
		});
	}

	close(): void {
		const store = this.#open;
		this.#open = undefined;
		store?.database.close();
	}

	#guard<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			const failure = toStoreError(error);
			if (failure && failure.fault !== 'busy' && this.#path !== inMemory) this.close();
			throw failure ?? error;
		}
	}

	#reopen(create: boolean): OpenStore {
		this.close();
		if (create && this.#path !== inMemory) makeFile(this.#path);
		const identity = identityOf(this.#path);
		if (this.#path !== inMemory) accessSync(this.#path, constants.R_OK | constants.W_OK);
		const database = new DatabaseSync(this.#path, {
			timeout: create ? makingPatience : this.#patience,
		});
		try {
			prepareSchema(database, create);
			// Without a cache of its own SQLite sees at once when somebody writes over the file.
			database.exec(`PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${this.#patience}`);
			if (this.#path !== inMemory) database.exec('PRAGMA cache_size = 0');
		} catch (error) {
			database.close();
			throw error;
		}
		this.#open = new OpenStore(database, identity);
		return this.#open;
	}
}

/** Makes an empty file; nothing when there is one. */
function makeFile(path: string): void {
	try {
		closeSync(openSync(path, 'wx', ownerOnly));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

/**
 * What tells a file from another one at the same path. The file must not be opened for that: closing it would end
 * SQLite's locks on it (https://sqlite.org/howtocorrupt.html, 2.2).
 */
function identityOf(path: string): string {
	if (path === inMemory) return inMemory;
	const stat = statSync(path, { bigint: true });
	if (stat.isDirectory()) throw new StoreError('unreadable', 'it is a folder');
	if (!stat.isFile()) throw new StoreError('unreadable', 'it is no file');
	return `${stat.dev}:${stat.ino}`;
}

/** Whether other users of the machine can read or write a store; never where files have no such mode. */
export const isOpenToOthers = (path: string): boolean =>
	process.platform !== 'win32' && (statSync(path).mode & 0o066) !== 0;
