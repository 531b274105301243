import { isRefusal } from '../../src/access/access.mts';
import { KeyAccess } from '../../src/access/key-access.mts';
import { bucketOf, findByHash, hashKey, newKey } from '../../src/access/key-hash.mts';
import type { KeySource } from '../../src/access/key-source.mts';
import { StoreCondition } from '../../src/access/store-condition.mts';
import { StoreError, toStoreError, type StoreFault } from '../../src/access/store-error.mts';
import type { FoundKey } from '../../src/access/stored-key.mts';

const found: FoundKey = {
	key: { id: 1, name: 'shop', apis: ['invoice'], addresses: [], trial: false, revoked: false },
	usage: { day: 0, minute: 0, total: 0 },
};
const fault = (kind: StoreFault) => new StoreError(kind, `it is ${kind}`);
const caller = { key: 'k', api: 'invoice', address: '::1' } as const;

/** A source of keys that answers as told. */
const source = (answers: Partial<KeySource>): KeySource => ({
	look: async () => await Promise.resolve(undefined),
	count: async () => await Promise.resolve(undefined),
	fault: async () => await Promise.resolve(undefined),
	close: () => undefined,
	...answers,
});
const knows = source({ look: async () => await Promise.resolve(found) });
const fails = (error: Error) => source({ look: async () => await Promise.reject(error) });

describe('a caller', () => {
	it.each([
		['busy', 10011],
		['stuck', 10011],
		['unreadable', 10014],
		['unwritable', 10014],
	] as const)('of an unknown key is told of a store that is %s: %i', async (kind, code) => {
		const outcome = await new KeyAccess([source({}), fails(fault(kind))]).admit(caller);
		expect(outcome).toMatchObject({ code });
	});

	it.each([[[fails(fault('busy')), knows]], [[knows, fails(fault('busy'))]]])(
		'whose key one source knows is let in, whatever the other says',
		async (sources) => {
			expect(await new KeyAccess(sources).admit(caller)).toMatchObject({ name: 'shop' });
		},
	);

	it('is counted for where the key is, at the time of the clock', async () => {
		const counted: unknown[] = [];
		const count = async (key: unknown, now: number) => {
			counted.push([key, now]);
			return await Promise.resolve(undefined);
		};
		const access = new KeyAccess(
			[
				source({
					count: async () => {
						throw new Error('not here');
					},
				}),
				{ ...knows, count },
			],
			() => 77,
		);
		const grant = await access.admit(caller);
		if (isRefusal(grant)) throw new Error(grant.hint);
		expect(await grant.count()).toBeUndefined();
		expect(counted).toEqual([[found.key, 77]]);
	});

	it('is told when a reading cannot be counted, and another error is thrown on', async () => {
		const countWith = async (error: Error) => {
			const access = new KeyAccess([{ ...knows, count: async () => await Promise.reject(error) }]);
			const grant = await access.admit(caller);
			if (isRefusal(grant)) throw new Error(grant.hint);
			return await grant.count();
		};
		expect(await countWith(fault('unwritable'))).toEqual({
			code: 10014,
			hint: "the key store cannot be used, the server's log says why",
		});
		expect(await countWith(fault('busy'))).toMatchObject({ code: 10011 });
		await expect(countWith(new TypeError('mine'))).rejects.toThrow('mine');
		await expect(new KeyAccess([fails(new TypeError('mine'))]).admit(caller)).rejects.toThrow(
			'mine',
		);
	});

	it('is looked up by a key of 1,000 characters, and by none longer', async () => {
		const asked: number[] = [];
		const look = async (key: string) => {
			asked.push(key.length);
			return await Promise.resolve(undefined);
		};
		const access = new KeyAccess([source({ look })]);
		for (const length of [1000, 1001])
			expect(await access.admit({ ...caller, key: 'k'.repeat(length) })).toEqual({
				code: 10001,
				hint: 'no such key',
			});
		expect(asked).toEqual([1000]);
		for (const key of [undefined, ''])
			expect(await access.admit({ ...caller, key })).toEqual({
				code: 10001,
				hint: 'key is missing',
			});
	});
});

describe('the health of the stores', () => {
	const health = async (...kinds: Array<StoreFault | undefined>) =>
		await new KeyAccess(
			kinds.map((kind) =>
				source({ fault: async () => await Promise.resolve(kind && fault(kind)) }),
			),
		).fault();

	it('is that of the first that cannot be used; a lock is no fault', async () => {
		expect(await health()).toBeUndefined();
		expect(await health(undefined, 'busy')).toBeUndefined();
		expect(await health('busy', 'unwritable', 'unreadable')).toBe('store unwritable');
	});

	it('is told when it changes, and not again', () => {
		const told: Array<string | undefined> = [];
		const condition = new StoreCondition((error) => told.push(error?.message));
		condition.note('read', undefined);
		expect(told).toEqual([]);
		condition.note('write', fault('unwritable'));
		condition.note('write', fault('unwritable'));
		expect([told, condition.fault?.fault]).toEqual([['it is unwritable'], 'unwritable']);
		condition.note('read', fault('unreadable'));
		expect(condition.fault?.fault).toBe('unreadable');
		condition.note('read', fault('busy'));
		expect(condition.fault?.fault).toBe('unwritable');
		condition.note('write', undefined);
		expect(condition.fault).toBeUndefined();
		condition.note('read', undefined);
		expect(told).toEqual([
			'it is unwritable',
			'it is unreadable',
			'it is unwritable',
			'it is busy',
			undefined,
		]);
	});
});

describe('what went wrong with a store', () => {
	const sqlite = (errcode: number) =>
		toStoreError(Object.assign(new Error('in words'), { code: 'ERR_SQLITE_ERROR', errcode }));
	const system = (code: string) => toStoreError(Object.assign(new Error('x'), { code }));

	it.each([
		[3, 'unreadable', 'this user may not read and write it'],
		[5, 'busy', 'another process has locked it'],
		[6, 'busy', 'another process has locked it'],
		[261, 'busy', 'another process has locked it'],
		[8, 'unwritable', 'it, or the disk that it lies on, is read-only'],
		[10, 'unreadable', 'the disk reports an error'],
		[266, 'unreadable', 'the disk reports an error'],
		[4874, 'unwritable', 'the disk is full'],
		[11, 'unreadable', 'it is damaged'],
		[13, 'unwritable', 'the disk is full'],
		[14, 'unreadable', 'it, or a file beside it, cannot be opened'],
		[23, 'unreadable', 'this user may not read and write it'],
		[26, 'unreadable', 'it is no key store'],
		[1, 'unreadable', 'in words'],
	])('SQLite %i: %s, %s', (code, kind, message) =>
		expect(sqlite(code)).toMatchObject({ fault: kind, message, name: 'StoreError' }),
	);

	it.each([
		['ENOENT', 'unreadable'],
		['ENOTDIR', 'unreadable'],
		['EACCES', 'unreadable'],
		['EPERM', 'unreadable'],
		['EROFS', 'unwritable'],
		['ENOSPC', 'unwritable'],
		['EDQUOT', 'unwritable'],
	])('%s: %s', (code, kind) => expect(system(code)?.fault).toBe(kind));

	it('is no fault of the store where it is another error, and stays what it is', () => {
		expect(system('EMFILE')).toBeUndefined();
		expect(toStoreError(new TypeError('mine'))).toBeUndefined();
		expect(
			toStoreError(Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR' })),
		).toBeUndefined();
		const known = fault('busy');
		expect(toStoreError(known)).toBe(known);
	});
});

describe('hashes of keys', () => {
	it('are found among several, and no other is', () => {
		const [one, two, three] = ['a', 'b', 'c'].map((key) => ({ hash: hashKey(key) }));
		expect(findByHash([one, two], hashKey('a'))).toBe(one);
		expect(findByHash([one, two], hashKey('b'))).toBe(two);
		expect(findByHash([one, two], three.hash)).toBeUndefined();
		expect(findByHash([], three.hash)).toBeUndefined();
	});

	it('lie in a bucket by their first four bytes', () => {
		expect(bucketOf(Uint8Array.from([1, 2, 3, 4, 5]))).toBe(0x01020304);
	});

	it('are of keys of 128 random bits', () => {
		const keys = Array.from({ length: 50 }, newKey);
		for (const key of keys) expect(key).toMatch(/^[\da-f]{32}$/);
		expect(new Set(keys).size).toBe(50);
	});
});
