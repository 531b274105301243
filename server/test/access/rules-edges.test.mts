import { AddressList, readAddress, unknownAddress } from '../../src/access/addresses.mts';
import { Gate, type GateOptions } from '../../src/access/gate.mts';
import { limitReached, ruleAgainst } from '../../src/access/limits.mts';
import type { StoredKey } from '../../src/access/stored-key.mts';
import { startOf, windowAfter } from '../../src/access/windows.mts';

const minute = 60_000;
const day = 24 * 60 * minute;
const at = (time: string) => Date.parse(time);

describe('windows', () => {
	const noon = at('2026-03-05T12:00:30.500+08:00');
	const thisMinute = at('2026-03-05T12:00:00+08:00');
	const today = at('2026-03-05T00:00:00+08:00');

	it('begin with the minute, and with the day of China', () => {
		expect(startOf('minute', noon)).toBe(thisMinute);
		expect(startOf('minute', thisMinute)).toBe(thisMinute);
		expect(startOf('minute', thisMinute - 1)).toBe(thisMinute - minute);
		expect(startOf('day', noon)).toBe(today);
		expect(startOf('day', today)).toBe(today);
		expect(startOf('day', today - 1)).toBe(today - day);
		expect(startOf('day', today + day - 1)).toBe(today);
	});

	it.each([
		['an earlier one is over', thisMinute - minute, { start: thisMinute, goesOn: false }],
		['this one goes on', thisMinute, { start: thisMinute, goesOn: true }],
		['the next one is kept', thisMinute + minute, { start: thisMinute + minute, goesOn: true }],
		['one further ahead moves here', thisMinute + 2 * minute, { start: thisMinute, goesOn: true }],
	])('%s', (_, stored, expected) => {
		expect(windowAfter(stored, 'minute', noon)).toEqual(expected);
	});

	it('of a day are a day long', () => {
		expect(windowAfter(today + day, 'day', noon)).toEqual({ start: today + day, goesOn: true });
		expect(windowAfter(today + minute, 'day', noon)).toEqual({ start: today, goesOn: true });
		expect(windowAfter(today - day, 'day', noon)).toEqual({ start: today, goesOn: false });
	});
});

const key: StoredKey = {
	id: 1,
	name: 'shop',
	apis: ['invoice'],
	addresses: ['10.0.0.0/8'],
	trial: false,
	revoked: false,
};
const caller = { key: 'k', api: 'invoice', address: '10.0.0.1' } as const;

describe('the rules of a key', () => {
	const now = at('2026-03-05T12:00:00Z');
	const against = (rules: Partial<StoredKey>, more: object = {}) =>
		ruleAgainst({ ...key, ...rules }, { ...caller, ...more }, now);

	it.each([
		['nothing', {}, {}, undefined],
		['its revocation', { revoked: true }, {}, { code: 10009, hint: 'the key was revoked' }],
		[
			'its expiry, to the millisecond',
			{ expires: now },
			{},
			{ code: 10003, hint: 'the key expired on 2026-03-05T12:00:00.000Z' },
		],
		['no expiry to come', { expires: now + 1 }, {}, undefined],
		[
			'the API',
			{},
			{ api: 'receipt' },
			{ code: 10002, hint: 'the key is not for the receipt API' },
		],
		[
			'the address',
			{},
			{ address: '11.0.0.1' },
			{ code: 10007, hint: 'the key may not be used from 11.0.0.1' },
		],
		['no address where none is listed', { addresses: [] }, { address: unknownAddress }, undefined],
	])('%s is against a call', (_, rules, more, refusal) =>
		expect(against(rules, more)).toEqual(refusal),
	);

	it('are asked one after another: the first that is against a call is named', () => {
		const all = { api: 'receipt', address: '11.0.0.1' };
		const codes = [
			against({ revoked: true, expires: 0 }, all),
			against({ expires: 0 }, all),
			against({}, all),
		].map((refusal) => refusal?.code);
		expect(codes).toEqual([10009, 10003, 10002]);
	});
});

describe('the limits of a key', () => {
	const reached = (rules: Partial<StoredKey>, day: number, minute: number) =>
		limitReached({ ...key, ...rules }, { day, minute, total: 1e6 });

	it('are reached with the last reading, not before', () => {
		expect(reached({ perDay: 5 }, 4, 0)).toBeUndefined();
		expect(reached({ perDay: 5 }, 5, 0)).toEqual({
			code: 10012,
			hint: '5 readings a day are used up, until midnight in China',
		});
		expect(reached({ perMinute: 5 }, 0, 4)).toBeUndefined();
		expect(reached({ perMinute: 5 }, 0, 5)).toEqual({
			code: 10011,
			hint: '5 readings a minute are used up, try again later',
		});
	});

	it('of a day come before those of a minute, and a trial has a code of its own', () => {
		expect(reached({ perDay: 5, perMinute: 5 }, 5, 5)?.code).toBe(10012);
		expect(reached({ perDay: 5, perMinute: 5, trial: true }, 5, 5)?.code).toBe(10013);
		expect(reached({ perDay: 6, perMinute: 5, trial: true }, 5, 5)?.code).toBe(10011);
	});

	it('are none where none is set', () => expect(reached({}, 1e9, 1e9)).toBeUndefined());
});

describe('an address', () => {
	it.each([
		['1.2.3.4', '1.2.3.4'],
		['1.2.3.4:56', '1.2.3.4'],
		[' "1.2.3.4" ', '1.2.3.4'],
		['"[2001:db8::1]:443"', '2001:db8::1'],
		['[::1]', '::1'],
		['::1', '::1'],
		['2001:DB8::A', '2001:db8::a'],
		['fe80::1%eth0', 'fe80::1'],
		['::ffff:1.2.3.4', '1.2.3.4'],
		['::FFFF:0102:0304', '1.2.3.4'],
		['[::ffff:255.254.0.1]:80', '255.254.0.1'],
		['::fffe:1.2.3.4', '::fffe:1.2.3.4'],
		[`${' '.repeat(93)}1.2.3.4`, '1.2.3.4'],
	])('is read from %p: %s', (text, address) => expect(readAddress(text)).toBe(address));

	it.each([
		undefined,
		'',
		'unknown',
		'1.2.3',
		'1.2.3.4:123456',
		'1.2.3.4:x',
		'1.2.3.4, 5.6.7.8',
		'x"1.2.3.4"',
		`${' '.repeat(94)}1.2.3.4`,
	])('is not told by %p', (text) => expect(readAddress(text)).toBe(unknownAddress));

	it('is in a list by its range, to the last bit', () => {
		const list = new AddressList(['10.0.0.8/30', '2001:db8::8/126', '1.2.3.4']);
		for (const inside of ['10.0.0.8', '10.0.0.11', '2001:db8::b', '1.2.3.4', '::ffff:1.2.3.4'])
			expect(list.includes(inside)).toBe(true);
		for (const outside of ['10.0.0.7', '10.0.0.12', '2001:db8::c', '1.2.3.5', unknownAddress])
			expect(list.includes(outside)).toBe(false);
		expect([list.isEmpty, new AddressList([]).isEmpty]).toEqual([false, true]);
	});

	it.each(['10.0.0.0/32', '::/128', '0.0.0.0/0', '::/0'])('list takes %s', (entry) =>
		expect(() => new AddressList([entry])).not.toThrow(),
	);

	it.each(['fe80::1%eth0', '10.0.0.0/-1', '10.0.0.0/0x8', '10.0.0.0/1e1', '::/1000', ''])(
		'list refuses %p',
		(entry) => expect(() => new AddressList([entry])).toThrow(/is no address and no range/),
	);
});

describe('the gate', () => {
	const gate = (options: Partial<GateOptions>) =>
		new Gate(
			{ denied: new AddressList([]), off: [], maintenance: false, ...options },
			{
				admit: async () => await Promise.resolve({ code: 10001, hint: 'asked for the key' }),
				fault: async () => await Promise.resolve('store busy'),
			},
		);
	const denied = new AddressList(['10.0.0.0/8']);

	it('turns away who cannot be told from the denied, where somebody is', () => {
		const unknown = { ...caller, address: unknownAddress };
		expect(gate({ denied }).refusal(unknown)).toEqual({
			code: 10008,
			hint: 'X-Forwarded-For does not tell the address of the caller',
		});
		expect(gate({}).refusal(unknown)).toBeUndefined();
		expect(gate({ denied }).refusal({ ...caller, address: '11.0.0.1' })).toBeUndefined();
	});

	it('names the first of several reasons, and asks for no key then', async () => {
		const all = { denied, maintenance: true, off: ['invoice'] } as const;
		const stopping = gate({ ...all, denied: new AddressList([]) });
		stopping.draining = true;
		const open = { ...all, denied: new AddressList([]) };
		const hints = await Promise.all(
			[gate(all), stopping, gate(open), gate({ off: ['invoice'] }), gate({})].map(
				async (one) => await one.admit(caller),
			),
		);
		expect(hints).toEqual([
			{ code: 10008, hint: 'calls from 10.0.0.1 are not allowed' },
			{ code: 10020, hint: 'the server is stopping, try another one' },
			{ code: 10020, hint: 'try again later' },
			{ code: 10021, hint: 'the invoice API is switched off on this server' },
			{ code: 10001, hint: 'asked for the key' },
		]);
	});

	it('tells the fault of what is behind it', async () => {
		expect(await gate({}).fault()).toBe('store busy');
	});
});
