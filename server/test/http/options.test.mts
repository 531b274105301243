import { UsageError } from '../../src/cli/usage-error.mts';
import { orderId } from '../../src/http/order-id.mts';
import { readOptions } from '../../src/options.mts';

describe('readOptions', () => {
	it('listens on 8787 of this machine without keys', () => {
		expect(readOptions([], {})).toMatchObject({
			host: '127.0.0.1',
			port: 8787,
			queue: 32,
			deadline: 30_000,
			maximumMemory: 800e6,
			models: undefined,
			store: undefined,
			keys: [],
			off: [],
			maintenance: false,
		});
	});

	it('takes port and host, and the keys of the environment', () => {
		const options = readOptions(['--port', '0', '--host', '0.0.0.0'], { JUHE_OCR_KEYS: 'a, b,,' });
		expect(options).toMatchObject({ host: '0.0.0.0', port: 0, keys: ['a', 'b'] });
	});

	it('takes every option from the environment, and the flag before it', () => {
		const environment = {
			JUHE_OCR_PORT: '9000',
			JUHE_OCR_HOST: '0.0.0.0',
			JUHE_OCR_MODELS: 'models/small',
			JUHE_OCR_STORE: '/data/keys.sqlite',
			JUHE_OCR_WORKERS: '3',
			JUHE_OCR_DEADLINE: '5',
			JUHE_OCR_WORKER_MEMORY: '1500',
			JUHE_OCR_OFF: 'invoice',
			JUHE_OCR_MAINTENANCE: 'yes',
			JUHE_OCR_TRUST_PROXY: '10.0.0.0/8',
		};
		expect(readOptions(['--port', '9001'], environment)).toMatchObject({
			port: 9001,
			host: '0.0.0.0',
			store: '/data/keys.sqlite',
			workers: 3,
			deadline: 5000,
			maximumMemory: 1500e6,
			models: 'models/small',
			off: ['invoice'],
			maintenance: true,
			trustedProxies: ['10.0.0.0/8'],
		});
	});

	it.each([
		['--workers', '0'],
		['--queue', 'many'],
		['--deadline', '1e9'],
		['--worker-memory', '100'],
		['--off', 'faces'],
		['--maintenance', 'maybe'],
		['--deny', '10.0.0.0/33'],
		['--trust-proxy', 'proxy'],
		['--log-level', 'loud'],
	])('refuses %s %s and names it', (flag, value) => {
		expect(() => readOptions([flag, value], {})).toThrow(UsageError);
		expect(() => readOptions([flag, value], {})).toThrow(flag);
	});

	it.each(['deny', 'trust-proxy', 'store', 'models', 'off', 'host'])(
		'refuses an empty --%s, which a forgotten variable leaves',
		(flag) => {
			expect(() => readOptions([`--${flag}`, ''], {})).toThrow(UsageError);
			expect(() => readOptions([`--${flag}`, ' '], {})).toThrow(
				`--${flag} is given without a value`,
			);
		},
	);

	it('refuses a list without an entry, and one that is given twice', () => {
		expect(() => readOptions(['--deny', ', ,'], {})).toThrow(/--deny .* no entry/);
		expect(() => readOptions([], { JUHE_OCR_DENY: ',' })).toThrow(/--deny .* no entry/);
		expect(() => readOptions([], { JUHE_OCR_KEYS: ' , ' })).toThrow(/without keys in it/);
		expect(() => readOptions(['--deny', '10.0.0.1', '--deny=10.0.0.2'], {})).toThrow(
			/--deny is given more than once/,
		);
	});

	it('takes an empty variable for one that is not set', () => {
		expect(readOptions([], { JUHE_OCR_DENY: '', JUHE_OCR_KEYS: '' })?.denied.isEmpty).toBe(true);
	});

	it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('needs no key on %s', (host) => {
		expect(readOptions(['--host', host], {})?.host).toBe(host);
	});

	it.each(['0.0.0.0', '::', '192.168.1.5', 'example.com'])('needs keys on %s', (host) => {
		expect(() => readOptions(['--host', host], {})).toThrow(UsageError);
		expect(() => readOptions(['--host', host], { JUHE_OCR_KEYS: ' , ' })).toThrow(/without keys/);
	});

	it.each(['', 'x', '-1', '65536', '1.5'])('refuses the port "%s"', (port) => {
		expect(() => readOptions([`--port=${port}`], {})).toThrow(UsageError);
	});

	it('refuses what it does not know and shows its usage when asked', () => {
		expect(() => readOptions(['--prot', '1'], {})).toThrow(/--prot/);
		expect(readOptions(['--help'], {})).toBeUndefined();
	});
});

describe('orderId', () => {
	it('carries the time of China', () => {
		expect(orderId(new Date('2024-12-17T09:16:01Z'))).toMatch(/^JH\d241217171601[A-Za-z0-9]{5}$/);
	});
});
