import { isRefusal } from '../../src/access/access.mts';
import { KeyAccess } from '../../src/access/key-access.mts';
import { KeyStore } from '../../src/access/key-store.mts';
import type { KeyRules } from '../../src/access/stored-key.mts';

const noon = Date.parse('2026-03-05T12:00:00+08:00');
const hour = 3_600_000;
const midnight = noon + 12 * hour;

/** What can be against a call, with its code: of several the first one is told. */
const reasons: Array<[code: number, name: string, against: Partial<KeyRules> | 'revoked']> = [
	[10009, 'revoked', 'revoked'],
	[10003, 'expired', { expires: noon }],
	[10002, 'for no API', { apis: [] }],
	[10007, 'for other addresses', { addresses: ['10.0.0.0/8'] }],
	[10012, 'used up for the day', { perDay: 0 }],
	[10011, 'used up for the minute', { perMinute: 0 }],
];
const pairs = reasons.flatMap((first, i) =>
	reasons.slice(i + 1).map((second) => [first[1], second[1], first, second] as const),
);

/** A store with the key "secret" and access to it, at a time that the test sets. */
function accessTo(rules: Partial<KeyRules>) {
	const store = new KeyStore(':memory:');
	store.add('secret', { name: 'till', apis: ['receipt'], addresses: [], trial: false, ...rules });
	const clock = { now: noon };
	const access = new KeyAccess([store], () => clock.now);
	const admit = () => access.admit({ key: 'secret', api: 'receipt', address: '::1' });
	return { store, clock, admit };
}

async function grantOf({ admit }: Pick<ReturnType<typeof accessTo>, 'admit'>) {
	const grant = await admit();
	if (isRefusal(grant)) throw new Error(grant.hint);
	return grant;
}

it.each(pairs)('tells of a key that is %s, and %s too, the first', async (_, __, ...both) => {
	const rules = both.map(([, , against]) => (against === 'revoked' ? {} : against));
	const { store, admit } = accessTo(Object.assign({}, ...rules) as Partial<KeyRules>);
	if (both.some(([, , against]) => against === 'revoked')) store.revoke('till');
	expect(await admit()).toMatchObject({ code: both[0][0] });
});

it('counts nothing for a key that was let in, then revoked and used up: it is told as revoked', async () => {
	const open = accessTo({ perDay: 1 });
	const [one, other] = [await grantOf(open), await grantOf(open)];
	expect(await one.count()).toBeUndefined();
	open.store.revoke('till');
	expect(await other.count()).toMatchObject({ code: 10009 });
	expect(open.store.usage(1, noon).total).toBe(1);
});

describe('a call that is let in before midnight and counted after it', () => {
	it('counts for the day in which it is counted', async () => {
		const open = accessTo({ perDay: 1 });
		open.clock.now = midnight - 1;
		const [today, tomorrow, more] = [await grantOf(open), await grantOf(open), await grantOf(open)];
		expect(await today.count()).toBeUndefined();
		open.clock.now = midnight;
		expect(await tomorrow.count()).toBeUndefined();
		expect(await more.count()).toMatchObject({ code: 10012 });
		expect(open.store.usage(1, midnight)).toMatchObject({ day: 1, total: 2 });
	});
});
