import { FixedKeys } from '../src/access/fixed-keys.mts';
import { orderId } from '../src/http/order-id.mts';
import { readOptions, UsageError } from '../src/options.mts';

describe('readOptions', () => {
	it('listens on 8787 of this machine without keys', () => {
		expect(readOptions([], {})).toEqual({ host: '127.0.0.1', port: 8787, keys: [] });
	});

	it('takes port and host, and the keys of the environment', () => {
		const options = readOptions(['--port', '0', '--host', '0.0.0.0'], { JUHE_OCR_KEYS: 'a, b,,' });
		expect(options).toEqual({ host: '0.0.0.0', port: 0, keys: ['a', 'b'] });
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

describe('FixedKeys', () => {
	const access = new FixedKeys(['one', 'two']);

	it('lets in whoever has a key', () => {
		expect(access.check('one')).toBeUndefined();
		expect(access.check('two')).toBeUndefined();
	});

	it.each([undefined, '', 'three', 'ONE'])('refuses %p with 10001', (key) => {
		expect(access.check(key)?.code).toBe(10001);
	});
});

describe('orderId', () => {
	it('carries the time of China', () => {
		expect(orderId(new Date('2024-12-17T09:16:01Z'))).toMatch(/^JH\d241217171601[A-Za-z0-9]{5}$/);
	});
});
