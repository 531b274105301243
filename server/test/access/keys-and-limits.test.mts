import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type ApiName } from '../../src/access/access.mts';
import { AddressList } from '../../src/access/addresses.mts';
import { Gate, type GateOptions } from '../../src/access/gate.mts';
import { KeyAccess } from '../../src/access/key-access.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';
import { runKeys } from '../../src/cli/keys.mts';
import { UsageError } from '../../src/cli/usage-error.mts';

const folder = mkdtempSync(join(tmpdir(), 'juhe-ocr-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const noon = Date.parse('2026-03-05T12:00:00+08:00');
const hour = 3_600_000;
const open: KeyRules = {
	name: 'open',
	apis: ['invoice', 'receipt'],
	addresses: [],
	trial: false,
};

/** Access to one key with the given rules, at a time that the test sets. */
function accessTo(rules: Partial<KeyRules>) {
	const store = new KeyStore(':memory:');
	store.add('secret', { ...open, ...rules });
	const clock = { now: noon };
	const access = new KeyAccess([store], () => clock.now);
	const admit = (key: string | undefined = 'secret', api: ApiName = 'receipt', address = '::1') =>
		access.admit({ key, api, address });
	/** The code of a call with a picture: of the refusal, or 0. */
	const call = async (): Promise<number> => {
		const outcome = await admit();
		return isRefusal(outcome) ? outcome.code : ((await outcome.count())?.code ?? 0);
	};
	return { store, clock, admit, call };
}

describe('KeyAccess', () => {
	it('lets in whoever has a key, and calls the key by its name', async () => {
		expect(await accessTo({}).admit()).toMatchObject({ name: 'open' });
	});

	it.each([undefined, '', 'Secret', 'secre', 'secrets'])('answers 10001 to %p', async (key) => {
		const { admit } = accessTo({});
		expect(await admit(key ?? '')).toMatchObject({ code: 10001 });
	});

	it('answers 10002 where the key is for the other API', async () => {
		const { admit } = accessTo({ apis: ['invoice'] });
		expect(await admit('secret', 'receipt')).toMatchObject({ code: 10002 });
		expect(await admit('secret', 'invoice')).toMatchObject({ name: 'open' });
	});

	it('answers 10003 from the moment at which the key expires', async () => {
		const { clock, admit } = accessTo({ expires: noon });
		expect(await admit()).toMatchObject({ code: 10003 });
		clock.now--;
		expect(await admit()).toMatchObject({ name: 'open' });
	});

	it('answers 10007 to addresses that the key does not allow', async () => {
		const { admit } = accessTo({ addresses: ['10.1.0.0/16', '2001:db8::/32'] });
		const from = (address: string) => admit('secret', 'receipt', address);
		expect(await from('10.2.0.1')).toMatchObject({ code: 10007 });
		expect(await from('10.1.255.1')).toMatchObject({ name: 'open' });
		expect(await from('::ffff:10.1.0.9')).toMatchObject({ name: 'open' });
		expect(await from('2001:db8:1::1')).toMatchObject({ name: 'open' });
		expect(await from('2001:db9::1')).toMatchObject({ code: 10007 });
	});

	it('answers 10009 once the key is revoked', async () => {
		const { store, admit } = accessTo({});
		expect(store.revoke('open')).toBe(true);
		expect(store.revoke('nobody')).toBe(false);
		expect(await admit()).toMatchObject({ code: 10009 });
	});

	it('answers 10012 beyond the readings of a day, which begins at midnight in China', async () => {
		const { clock, call } = accessTo({ perDay: 2 });
		expect([await call(), await call(), await call()]).toEqual([0, 0, 10012]);
		clock.now += 12 * hour - 1;
		expect(await call()).toBe(10012);
		clock.now += 1;
		expect(await call()).toBe(0);
	});

	it('answers 10013 beyond the readings of a trial key', async () => {
		const { call } = accessTo({ perDay: 1, trial: true });
		expect([await call(), await call()]).toEqual([0, 10013]);
	});

	it('answers 10011 beyond the readings of a minute', async () => {
		const { clock, call } = accessTo({ perMinute: 1 });
		expect([await call(), await call()]).toEqual([0, 10011]);
		clock.now += 60_000;
		expect(await call()).toBe(0);
	});

	it('answers 10011 beyond several readings of a minute, however many the day has', async () => {
		const { clock, call } = accessTo({ perMinute: 3, perDay: 10 });
		for (let minute = 0; minute < 3; minute++) {
			expect([await call(), await call(), await call(), await call()]).toEqual([0, 0, 0, 10011]);
			clock.now += 60_000;
		}
		expect([await call(), await call()]).toEqual([0, 10012]);
	});

	it('counts the minute, the day and all time apart', async () => {
		const { store, clock, call } = accessTo({});
		const usageAfter = async (milliseconds: number) => {
			clock.now += milliseconds;
			await call();
			return store.usage(1, clock.now);
		};
		expect(await usageAfter(0)).toEqual({ minute: 1, day: 1, total: 1 });
		expect(await usageAfter(0)).toEqual({ minute: 2, day: 2, total: 2 });
		expect(await usageAfter(60_000)).toEqual({ minute: 1, day: 3, total: 3 });
		expect(await usageAfter(24 * hour)).toEqual({ minute: 1, day: 1, total: 4 });
		expect(await usageAfter(1000)).toEqual({ minute: 2, day: 2, total: 5 });
	});

	it('counts no reading for a key that was revoked or taken away since it was let in', async () => {
		const { store, admit } = accessTo({});
		const grant = await admit();
		if (isRefusal(grant)) throw new Error(grant.hint);
		store.revoke('open');
		expect(await grant.count()).toEqual({ code: 10009, hint: 'the key was revoked' });
		expect(store.usage(1, noon).total).toBe(0);
		expect(store.count({ id: 7, name: 'open' }, noon)).toMatchObject({ code: 10001 });
	});

	it('counts readings, not calls without a picture', async () => {
		const { store, admit, call } = accessTo({ perDay: 1 });
		for (let i = 0; i < 5; i++) await admit();
		expect(store.usage(1, noon)).toEqual({ day: 0, minute: 0, total: 0 });
		await call();
		await call();
		expect(store.usage(1, noon)).toEqual({ day: 1, minute: 1, total: 1 });
		expect(store.usage(1, noon + 24 * hour)).toEqual({ day: 0, minute: 0, total: 1 });
	});
});

describe('Gate', () => {
	const gate = (options: Partial<GateOptions>) =>
		new Gate(
			{ denied: new AddressList([]), off: [], maintenance: false, ...options },
			{
				admit: async () => ({ name: 'open', count: async () => undefined }),
				fault: async () => undefined,
			},
		);
	const caller = { key: 'secret', api: 'invoice', address: '192.0.2.7' } as const;

	it('lets through what nothing is against', async () => {
		expect(await gate({}).admit(caller)).toMatchObject({ name: 'open' });
	});

	it('answers 10008 to denied addresses', async () => {
		const denied = new AddressList(['192.0.2.0/24']);
		expect(await gate({ denied }).admit(caller)).toMatchObject({ code: 10008 });
		expect(await gate({ denied }).admit({ ...caller, address: '192.0.3.7' })).toMatchObject({
			name: 'open',
		});
	});

	it('answers 10020 during maintenance and while the server stops', async () => {
		expect(await gate({ maintenance: true }).admit(caller)).toMatchObject({ code: 10020 });
		const stopping = gate({});
		stopping.draining = true;
		expect(await stopping.admit(caller)).toMatchObject({ code: 10020 });
	});

	it('answers 10021 at an API that is switched off', async () => {
		expect(await gate({ off: ['invoice'] }).admit(caller)).toMatchObject({ code: 10021 });
		expect(await gate({ off: ['receipt'] }).admit(caller)).toMatchObject({ name: 'open' });
	});
});

describe('AddressList', () => {
	it.each(['10.0.0.0/33', '10.0.0', 'localhost', '::1/129', '1.2.3.4/8/8', '1.2.3.4/', '/8'])(
		'refuses %s',
		(entry) => {
			expect(() => new AddressList([entry])).toThrow(RangeError);
		},
	);

	it('knows nothing of what is no address', () => {
		expect(new AddressList(['0.0.0.0/0', '::/0']).includes('somewhere')).toBe(false);
	});
});

describe('keys', () => {
	const store = join(folder, 'cli.sqlite');
	const keys = (...args: string[]) => runKeys([...args, '--store', store], {}, noon);

	it('adds keys that work, shows each once and stores only its hash', () => {
		const key = keys('add', 'shop', '--per-day', '5', '--apis', 'receipt').trim();
		expect(key).toMatch(/^[\da-f]{32}$/);
		const opened = new KeyStore(store);
		expect(opened.find(key)).toMatchObject({ name: 'shop', perDay: 5, apis: ['receipt'] });
		opened.close();
		expect(readFileSync(store, 'latin1')).not.toContain(key);
		expect(keys('list')).not.toContain(key);
	});

	it('lists rules and readings, and revokes', () => {
		keys('add', 'trial', '--trial', '--allow', '10.0.0.0/8,::1', '--expires', '2026-03-06');
		keys('add', 'old', '--expires', '2026-03-05T00:00:00+08:00', '--per-minute', '7');
		expect(keys('revoke', 'shop')).toMatch(/shop is revoked/);
		expect(keys('list').split('\n')).toEqual([
			expect.stringMatching(/^NAME +APIS +STATE +EXPIRES +PER DAY +PER MINUTE +ADDRESSES +TODAY/),
			expect.stringMatching(/^shop +receipt +revoked +never +5 +- +all +0 +0$/),
			expect.stringMatching(/^trial +invoice,receipt +trial +2026-03-06\S+ .*10.0.0.0\/8,::1/),
			expect.stringMatching(/^old +invoice,receipt +expired +2026-03-04T16:00:00.000Z +- +7 /),
			'',
		]);
	});

	it.each([
		['no command', [], /add, list or revoke/],
		['another command', ['show'], /keys show/],
		['no name', ['add'], /one name/],
		['two names', ['revoke', 'a', 'b'], /one name/],
		['a name for the list', ['list', 'a'], /no name/],
		['a name that is taken', ['add', 'old'], /"old" exists already/],
		['a name that is not there', ['revoke', 'nobody'], /no key named "nobody"/],
		['another API', ['add', 'x', '--apis', 'faces'], /--apis faces/],
		['a date that is none', ['add', 'x', '--expires', 'tomorrow'], /--expires tomorrow/],
		['a limit that is none', ['add', 'x', '--per-day', '-1'], /per-day/],
		['a range that is none', ['add', 'x', '--allow', '10.0.0.0/99'], /10.0.0.0\/99/],
		['an unknown option', ['add', 'x', '--forever'], /--forever/],
	])('refuses %s and says why', (_, args, message) => {
		expect(() => keys(...args)).toThrow(UsageError);
		expect(() => keys(...args)).toThrow(message);
	});

	it('needs a store that can be opened', () => {
		expect(() => runKeys(['list'], {}, noon)).toThrow(/--store FILE or JUHE_OCR_STORE/);
		expect(() => runKeys(['list', '--store', join(folder, 'no', 'such')], {}, noon)).toThrow(
			UsageError,
		);
		expect(runKeys(['list'], { JUHE_OCR_STORE: store }, noon)).toMatch(/shop/);
	});
});
