import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isRefusal } from '../../src/access/access.mts';
import { KeyAccess } from '../../src/access/key-access.mts';
import { hashKey, bucketOf } from '../../src/access/key-hash.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';
import { StoreError } from '../../src/access/store-error.mts';

const folder = mkdtempSync(join(tmpdir(), 'juhe-ocr-access-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);

const noon = Date.parse('2026-03-05T12:00:00+08:00');
const minute = 60_000;
const day = 24 * 60 * minute;
const rules: KeyRules = { name: 'till', apis: ['receipt'], addresses: [], trial: false };

/** Readings of one key at times that the test chooses: the code against each, 0 for none. */
function counterOf(limits: Partial<KeyRules>) {
	const store = new KeyStore(':memory:');
	store.add('secret', { ...rules, ...limits });
	const at = (now: number) => store.count({ id: 1, name: 'till' }, now)?.code ?? 0;
	const usage = (now: number) => store.usage(1, now);
	return { at, usage };
}

describe('counting with a clock that is set', () => {
	it.each([
		['by a minute', minute],
		['by a day', day],
		['by eleven days', 11 * day],
		['by seventy years', 70 * 365 * day],
	])('grants no second day when it goes back %s', (_, step) => {
		const { at, usage } = counterOf({ perDay: 2 });
		expect([at(noon), at(noon), at(noon)]).toEqual([0, 0, 10012]);
		expect(at(noon - step)).toBe(10012);
		expect(usage(noon - step)).toMatchObject({ day: 2, total: 2 });
	});

	it('opens a day once when it goes to and fro over midnight', () => {
		const midnight = noon + day / 2;
		const { at, usage } = counterOf({ perDay: 3 });
		const times = [midnight - 1, midnight, midnight - 1, midnight, midnight - 1, midnight];
		// One reading of the first day, three of the second.
		expect(times.map(at)).toEqual([0, 0, 0, 0, 10012, 10012]);
		expect(usage(midnight)).toMatchObject({ day: 3, total: 4 });
	});

	it('opens a minute once when it goes to and fro', () => {
		const { at } = counterOf({ perMinute: 2 });
		const times = [noon - 1, noon, noon - 1, noon, noon - 1];
		expect(times.map(at)).toEqual([0, 0, 0, 10011, 10011]);
	});

	it('is not stopped for good by a time far ahead: the count moves to the present and ends with its day', () => {
		const { at } = counterOf({ perDay: 3, perMinute: 3 });
		expect(at(noon + 3000 * day)).toBe(0);
		expect([at(noon), at(noon), at(noon)]).toEqual([0, 0, 10012]);
		expect(at(noon + day)).toBe(0);
	});

	it('begins anew with each minute and each day when it only goes on', () => {
		const { at, usage } = counterOf({ perMinute: 1 });
		expect([0, 1, 2].map((n) => at(noon + n * minute))).toEqual([0, 0, 0]);
		expect(usage(noon + day)).toEqual({ day: 0, minute: 0, total: 3 });
	});
});

/** A store as it was made before versions were kept. */
function oldStore(file: string): void {
	const database = new DatabaseSync(file);
	database.exec(`
		PRAGMA journal_mode = WAL;
		CREATE TABLE keys (
			id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, bucket INTEGER NOT NULL,
			hash BLOB NOT NULL, rules TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0
		) STRICT;
		CREATE INDEX keys_by_bucket ON keys (bucket);
		CREATE TABLE usage (
			key INTEGER NOT NULL REFERENCES keys (id), window TEXT NOT NULL,
			start INTEGER NOT NULL, readings INTEGER NOT NULL, PRIMARY KEY (key, window)
		) STRICT, WITHOUT ROWID;
	`);
	const hash = hashKey('secret');
	const { name, ...others } = rules;
	database
		.prepare('INSERT INTO keys (name, bucket, hash, rules) VALUES (?, ?, ?, ?)')
		.run(name, bucketOf(hash), hash, JSON.stringify(others));
	database.exec("INSERT INTO usage VALUES (1, 'total', 0, 41)");
	database.close();
}

function pragma(file: string, name: string): unknown {
	const database = new DatabaseSync(file);
	const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
	database.close();
	return value;
}

describe('the version of a store', () => {
	it('is 1', () => {
		const file = newFile();
		new KeyStore(file).close();
		expect(pragma(file, 'user_version')).toBe(1);
	});

	it('is given to a store without one, which keeps its keys and counts', () => {
		const file = newFile();
		oldStore(file);
		const store = new KeyStore(file);
		expect(store.find('secret')).toMatchObject({ name: 'till' });
		expect(store.count({ id: 1, name: 'till' }, noon)).toBeUndefined();
		expect(store.usage(1, noon)).toEqual({ day: 1, minute: 1, total: 42 });
		store.close();
		expect(pragma(file, 'user_version')).toBe(1);
	});

	it('is refused in words when it is newer', () => {
		const file = newFile();
		new KeyStore(file).close();
		const database = new DatabaseSync(file);
		database.exec('PRAGMA user_version = 2');
		database.close();
		expect(() => new KeyStore(file)).toThrow(
			/a newer juhe-ocr-server made it .* update the server/,
		);
	});

	it.each([
		['without a version', 'CREATE TABLE workflow (id)'],
		['of the same version', 'CREATE TABLE keys (id); PRAGMA user_version = 1'],
		['with one table more', 'CREATE TABLE keys (id); CREATE TABLE orders (id)'],
	])("leaves another program's database %s as it is", (_, sql) => {
		const file = newFile();
		const database = new DatabaseSync(file);
		database.exec(sql);
		database.close();
		expect(() => new KeyStore(file)).toThrow(/the database of another program/);
		expect(pragma(file, 'journal_mode')).toBe('delete');
	});
});

describe('the file of a store', () => {
	const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

	it("is its owner's alone, and so are the files beside it, whatever the umask", () => {
		const file = newFile();
		const before = process.umask(0);
		const store = new KeyStore(file);
		process.umask(before);
		store.add('secret', rules);
		expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
		store.close();
	});

	it('keeps the mode that somebody gave it', () => {
		const file = newFile();
		new KeyStore(file).close();
		chmodSync(file, 0o640);
		new KeyStore(file).close();
		expect(modeOf(file)).toBe('640');
	});

	it('is not made where only an existing one is wanted', () => {
		const file = newFile();
		const store = new KeyStore(file, { create: false });
		expect(() => store.list()).toThrow(/there is no such file/);
		expect(() => statSync(file)).toThrow(/ENOENT/);
	});

	it('is opened again by itself once it can be', () => {
		const file = newFile();
		const store = new KeyStore(file, { create: false });
		expect(store.fault()).toMatchObject({ fault: 'unreadable' });
		const other = new KeyStore(file);
		other.add('secret', rules);
		other.close();
		expect(store.find('secret')).toMatchObject({ name: 'till' });
		expect(store.fault()).toBeUndefined();
		store.close();
	});

	it.each([
		['text', (path: string) => writeFileSync(path, 'no database'), /it is no key store/],
		['a folder', (path: string) => execFileSync('mkdir', [path]), /it is a folder/],
		['a pipe', (path: string) => execFileSync('mkfifo', [path]), /it is no file/],
	])('is refused when it is %s', (_, make, message) => {
		const file = newFile();
		make(file);
		expect(() => new KeyStore(file)).toThrow(StoreError);
		expect(() => new KeyStore(file)).toThrow(message);
	});
});

describe('KeyAccess', () => {
	const caller = { key: 'secret', api: 'receipt', address: '::1' } as const;

	it('counts nothing for a key that was revoked or replaced since it was let in', async () => {
		const file = newFile();
		const store = new KeyStore(file);
		store.add('secret', rules);
		const grant = await new KeyAccess([store], () => noon).admit(caller);
		if (isRefusal(grant)) throw new Error(grant.hint);
		expect(await grant.count()).toBeUndefined();
		store.revoke('till');
		expect(await grant.count()).toMatchObject({ code: 10009 });
		expect(store.count({ id: 1, name: 'another' }, noon)).toMatchObject({ code: 10001 });
		expect(store.usage(1, noon).total).toBe(1);
		store.close();
	});

	it('spends nothing on a key that is longer than any', async () => {
		const looked: string[] = [];
		const source = {
			look(key: string) {
				looked.push(key);
				return undefined;
			},
			count: () => undefined,
			fault: () => undefined,
			close: () => undefined,
		};
		const access = new KeyAccess([source]);
		const code = async (key: string) => access.admit({ ...caller, key });
		expect(await code('k'.repeat(1_000_000))).toMatchObject({ code: 10001 });
		expect(looked).toEqual([]);
		expect(await code('k'.repeat(1_000))).toMatchObject({ code: 10001 });
		expect(looked).toHaveLength(1);
	});

	it('lets nobody in whom it cannot look up, and whoever another source knows', async () => {
		const broken = new KeyStore(newFile(), { create: false });
		const memory = new KeyStore(':memory:');
		memory.add('plain', { ...rules, name: 'plain' });
		const access = new KeyAccess([broken, memory]);
		expect(await access.admit(caller)).toMatchObject({ code: 10014 });
		expect(await access.admit({ ...caller, key: 'plain' })).toMatchObject({ name: 'plain' });
		expect(await access.fault()).toBe('store unreadable');
	});
});
