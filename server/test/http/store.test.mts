import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FreezableDisk } from '../../testing/process/freezable-disk.mts';
import type { ServerProcess } from '../../testing/process/server-process.mts';
import { SmallDisk } from '../../testing/process/small-disk.mts';
import {
	codeOf,
	codes,
	healthOf,
	lock,
	makeStore,
	receiptPath,
	smallPicture,
	startWith,
	totalOf,
	untilHealth,
} from '../../testing/process/store-server.mts';

const folder = mkdtempSync(join(tmpdir(), 'juhe-ocr-store-'));

const file = join(folder, 'keys.sqlite');
let picture: string;
let key: string;
let server: ServerProcess;
const servers: ServerProcess[] = [];
async function start(store: string): Promise<ServerProcess> {
	const started = await startWith(store, { JUHE_OCR_KEYS: 'plain' });
	servers.push(started);
	return started;
}
beforeAll(async () => {
	picture = await smallPicture();
	key = makeStore(file);
	server = await start(file);
}, 60_000);

/** What was counted before a test. */
let before: number;
beforeEach(() => (before = totalOf(file)));
const call = (ofKey = key) => codeOf(server, ofKey, picture);
const unusable = '"the key store cannot be used"';
/** How often the log says that the store cannot be used. */
const timesTold = () => server.output.split(unusable).length - 1;
/** Removes what lies beside the store after SQLite. */
const dropCompanions = (path: string) => {
	for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
};

describe('while another process holds the lock of the key store', () => {
	it.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])(
		'answers health checks at once, and readings with 10011 and why (%s)',
		async (begin) => {
			const unlock = await lock(file, begin);
			let waiting = true;
			const calls = Promise.all(
				Array.from({ length: 5 }, () => server.post(receiptPath, { key, image: picture })),
			).finally(() => (waiting = false));
			let answered = 0;
			for (; waiting; answered++) await healthOf(server);
			// The calls wait for a second: checks that waited for the lock too would be answered with them.
			expect(answered).toBeGreaterThan(2);
			for (const { body } of await calls) {
				expect(body.error_code).toBe(codes.busy);
				expect(body.reason).toMatch(/the key store is busy, try again/);
			}
			expect(await call('plain')).toBe(codes.nothingRead);
			expect(await call('wrong')).toBe(codes.unknownKey);
			await unlock();

			expect(await call()).toBe(codes.nothingRead);
			expect(totalOf(file)).toBe(before + 1);
			expect(await server.prints('another process has locked it')).toBe(true);
		},
		60_000,
	);

	it('reads what waited for a short lock, and counts it once', async () => {
		const unlock = await lock(file);
		const calls = Array.from({ length: 10 }, () => call());
		await new Promise((resolve) => setTimeout(resolve, 200));
		await unlock();
		const answers = await Promise.all(calls);
		const read = answers.filter((code) => code === codes.nothingRead).length;
		expect(answers.filter((code) => code !== codes.busy)).toHaveLength(read);
		expect(totalOf(file)).toBe(before + read);
	}, 60_000);
});

/** How a store is spoilt while it is served; each is called with its path. */
const faults: Array<[name: string, spoil: (path: string) => void]> = [
	['is deleted', (path) => rmSync(path)],
	['is emptied', (path) => writeFileSync(path, '')],
	['is written over with something else', (path) => writeFileSync(path, 'no store '.repeat(999))],
	[
		'becomes a folder',
		(path) => {
			rmSync(path);
			mkdirSync(path);
		},
	],
];

describe.each(faults)('when the key store %s', (_, spoil) => {
	it('says so in health check, answer and log, serves other keys, and recovers with it', async () => {
		expect(await call()).toBe(codes.nothingRead);
		const unlock = await lock(file, 'PRAGMA wal_checkpoint(TRUNCATE); BEGIN');
		await unlock();
		copyFileSync(file, `${file}.copy`);
		const toldBefore = timesTold();
		spoil(file);

		expect(await untilHealth(server, 'store unreadable')).toMatchObject({
			statusCode: 503,
			status: 'store unreadable',
		});
		const { body } = await server.post(receiptPath, { key, image: picture });
		expect(body.error_code).toBe(codes.fault);
		expect(body.reason).toMatch(/the key store cannot be used, the server's log says why/);
		expect(await call('plain')).toBe(codes.nothingRead);
		expect(await server.prints(unusable, toldBefore + 1)).toBe(true);
		const told = timesTold();
		for (let i = 0; i < 5; i++) await call();
		expect(timesTold()).toBe(told);

		rmSync(file, { recursive: true, force: true });
		dropCompanions(file);
		renameSync(`${file}.copy`, file);
		expect(await untilHealth(server, 'ok')).toMatchObject({ statusCode: 200, status: 'ok' });
		expect(await call()).toBe(codes.nothingRead);
		expect(totalOf(file)).toBe(before + 2);
		expect(await server.prints('the key store can be used again')).toBe(true);
	}, 60_000);
});

const frozenDisk = FreezableDisk.mount(join(folder, 'frozen'));
const disk = SmallDisk.mount(join(folder, 'disk'));
afterAll(async () => {
	// Before the disks are taken from under them, whatever became of the tests.
	await Promise.all(servers.map((started) => started.stop()));
	disk?.unmount();
	frozenDisk?.unmount();
	rmSync(folder, { recursive: true });
});

(disk ? it : it.skip)(
	'reads nothing that it cannot count on a full disk, says so, and recovers without being called',
	async () => {
		const small = join(disk!.path, 'keys.sqlite');
		const smallKey = makeStore(small);
		const onDisk = await start(small);
		expect(await codeOf(onDisk, smallKey, picture)).toBe(codes.nothingRead);
		const makeRoom = disk!.fill();
		let counted = 1;
		let code: number = codes.nothingRead;
		for (let i = 0; i < 50 && code === codes.nothingRead; i++) {
			code = await codeOf(onDisk, smallKey, picture);
			if (code === codes.nothingRead) counted++;
		}
		expect(code).toBe(codes.fault);
		expect(await healthOf(onDisk)).toMatchObject({ statusCode: 503, status: 'store unwritable' });
		expect(await onDisk.prints('the disk is full')).toBe(true);
		makeRoom();
		expect(await untilHealth(onDisk, 'ok')).toMatchObject({ statusCode: 200 });
		expect(await codeOf(onDisk, smallKey, picture)).toBe(codes.nothingRead);
		expect(totalOf(small)).toBe(counted + 1);
	},
	60_000,
);

(frozenDisk ? it : it.skip)(
	'answers health checks at once while its disk does not answer, and readings with 10011',
	async () => {
		const frozen = join(frozenDisk!.path, 'keys.sqlite');
		const frozenKey = makeStore(frozen);
		const onDisk = await start(frozen);
		expect(await codeOf(onDisk, frozenKey, picture)).toBe(codes.nothingRead);
		const { thawed } = await frozenDisk!.freeze(6);
		let isFrozen = true;
		void thawed.then(() => (isFrozen = false));
		const calls = Promise.all([1, 2, 3].map(() => codeOf(onDisk, frozenKey, picture)));
		const healths = [];
		while (isFrozen) healths.push(await healthOf(onDisk));
		// In six seconds: checks that waited for the disk would be answered when it thaws.
		expect(healths.length).toBeGreaterThan(3);
		expect(healths.map(({ status }) => status)).toContain('store stuck');
		const read = (await calls).filter((code) => code !== codes.busy);
		expect(await untilHealth(onDisk, 'ok')).toMatchObject({ statusCode: 200 });
		expect(await codeOf(onDisk, frozenKey, picture)).toBe(codes.nothingRead);
		expect(totalOf(frozen)).toBe(2 + read.length);
	},
	60_000,
);

it('warns in the log of a store that others can read', async () => {
	expect(server.output).not.toMatch(/other users/);
	const open = join(folder, 'open.sqlite');
	makeStore(open);
	chmodSync(open, 0o644);
	const again = await start(open);
	await again.stop();
	expect(again.output).toMatch(/other users of this machine can read or write it/);
}, 60_000);

it('follows another store that is put in the place of the first', async () => {
	const other = makeStore(`${file}.other`, { name: 'other' });
	rmSync(file);
	dropCompanions(file);
	renameSync(`${file}.other`, file);
	expect(await call()).toBe(codes.unknownKey);
	expect(await call(other)).toBe(codes.nothingRead);
	expect(totalOf(file)).toBe(1);
}, 60_000);
