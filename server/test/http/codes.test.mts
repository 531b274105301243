import { AddressList } from '../../src/access/addresses.mts';
import { codes } from '../../src/codes.mts';
import { DeadlineError, ReadingFailedError } from '../../src/worker/errors.mts';
import { picture, startService, stopServices, type Setup } from '../../testing/http/service.mts';

afterAll(stopServices);

const yesterday = Date.now() - 86_400_000;
const rejecting = (error: Error) => () => Promise.reject(error);

/** How each code comes about; the other tests of the server produce the remaining ones. */
const cases: Array<[code: keyof typeof codes, name: string, setup: Setup]> = [
	[10002, 'a key for neither API', { rules: { apis: [] } }],
	[10003, 'a key that expired', { rules: { expires: yesterday } }],
	[10007, 'an address that the key does not allow', { rules: { addresses: ['10.0.0.0/8'] } }],
	[10008, 'a denied address', { gate: { denied: new AddressList(['127.0.0.0/8']) } }],
	[10009, 'a revoked key', { revoked: true }],
	[10011, 'a full queue', { full: true }],
	[10011, 'too many readings a minute', { rules: { perMinute: 0 } }],
	[
		10011,
		'a deadline in the queue',
		{ read: rejecting(new DeadlineError('no worker was free in time')) },
	],
	[10012, 'too many readings a day', { rules: { perDay: 0 } }],
	[10013, 'too many readings with a trial key', { rules: { perDay: 0, trial: true } }],
	[10014, 'a worker that died', { read: rejecting(new ReadingFailedError('SIGKILL')) }],
	[10014, 'a fault of the server', { read: rejecting(new TypeError('x is not a function')) }],
	[10020, 'maintenance', { gate: { maintenance: true } }],
	[10021, 'an API that is off', { gate: { off: ['invoice', 'receipt'] } }],
];

it.each(cases)('answers %i to %s, with its old code', async (code, _, setup) => {
	const { call } = await startService(setup);
	for (const api of ['invoice', 'receipt'] as const) {
		const { status, body } = await call(api);
		expect(status).toBe(200);
		expect(body).toEqual({
			resultcode: String(code - 9900),
			reason: expect.stringMatching(`^${codes[code].reason}: `),
			result: null,
			error_code: code,
		});
	}
});

it('counts a reading that was queued, and nothing else', async () => {
	const { store, post, call } = await startService({ rules: { perDay: 2 } });
	expect((await post('receipt', { key: 'secret' })).body.error_code).toBe(200001);
	expect((await post('receipt', { key: 'secret', image: 'AAAA' })).body.error_code).toBe(200001);
	expect((await post('receipt', { key: 'wrong', image: picture })).body.error_code).toBe(10001);
	expect(store.usage(1, Date.now()).total).toBe(0);
	expect((await call('receipt')).body.error_code).toBe(200002);
	expect((await call('invoice')).body.error_code).toBe(253202);
	expect((await call('invoice')).body.error_code).toBe(10012);
	expect(store.usage(1, Date.now()).total).toBe(2);
});

it('does not count a reading for which the queue has no room', async () => {
	const { store, call } = await startService({ full: true });
	await call('receipt');
	expect(store.usage(1, Date.now()).total).toBe(0);
});

it('says that it is draining, and answers 10020 meanwhile', async () => {
	const { get, gate, call } = await startService();
	expect(await get('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok","waiting":0}' });
	gate.draining = true;
	expect(await get('/healthz')).toMatchObject({
		status: 503,
		text: '{"status":"draining","waiting":0}',
	});
	expect((await call('receipt')).body.error_code).toBe(10020);
});

it('logs the cause of a 10014, which its answer does not tell', async () => {
	const { log, call } = await startService({
		read: () => Promise.reject(new ReadingFailedError('worker', { cause: new Error('inside') })),
	});
	expect((await call('receipt')).body.reason).not.toMatch(/inside|worker/);
	expect(log.join('')).toMatch(/Error: inside/);
});
