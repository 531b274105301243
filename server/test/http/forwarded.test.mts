import { request } from 'node:http';
import { AddressList, readAddress, unknownAddress } from '../../src/access/addresses.mts';
import {
	formType,
	paths,
	startService,
	stopServices,
	type Setup,
} from '../../testing/http/service.mts';

afterAll(stopServices);

const codes = { badRequest: 200001, sourceNotAllowed: 10007, denied: 10008 };

describe('readAddress', () => {
	it.each([
		['192.0.2.7', '192.0.2.7'],
		[' 192.0.2.7 ', '192.0.2.7'],
		['192.0.2.7:5678', '192.0.2.7'],
		['"192.0.2.7:5678"', '192.0.2.7'],
		['2001:db8::1', '2001:db8::1'],
		['2001:DB8::1', '2001:db8::1'],
		['[2001:db8::1]', '2001:db8::1'],
		['[2001:db8::1]:443', '2001:db8::1'],
		['"[2001:db8::1]:443"', '2001:db8::1'],
		['fe80::1%eth0', 'fe80::1'],
		['[fe80::1%25eth0]:80', 'fe80::1'],
		['::ffff:192.0.2.7', '192.0.2.7'],
		['::FFFF:c000:207', '192.0.2.7'],
		['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
		['[::ffff:c000:0207]:80', '192.0.2.7'],
		['::1', '::1'],
	])('reads %s as %s', (text, address) => {
		expect(readAddress(text)).toBe(address);
	});

	it.each([
		...['', ' ', 'unknown', '_hidden', '_gazonk:80', 'localhost', 'example.com:80', '-'],
		...[
			'1.2.3',
			'1.2.3.4.5',
			'256.1.1.1',
			'010.0.0.1',
			'0x7f.1',
			'2130706433',
			'1.2.3.4:',
			'1.2.3.4:x',
		],
		...[
			'1.2.3.4:123456',
			'1.2.3.4 5.6.7.8',
			'[1::2',
			'1::2]',
			'[]',
			'[]:80',
			'[::1]x',
			'1::2::3',
			'"',
			'""',
		],
		...[
			'for=1.2.3.4',
			'1.2.3.4;proto=https',
			'\u001b[31m1.2.3.4',
			'1.2.3.4\n10.0.0.1',
			`1${'::'.repeat(9999)}`,
		],
	])('says of %j that it is unknown', (text) => {
		expect(readAddress(text)).toBe(unknownAddress);
	});
});

describe('AddressList', () => {
	it.each(['10.1.2.3', '10.1.2.3:99', '::ffff:10.1.2.3', '::ffff:a01:203', '[::ffff:a01:203]:99'])(
		'finds %s in 10.0.0.0/8, in whichever form the list is written',
		(address) => {
			expect(new AddressList(['10.0.0.0/8']).includes(address)).toBe(true);
			expect(new AddressList(['::ffff:10.0.0.0/104']).includes(address)).toBe(true);
			expect(new AddressList(['11.0.0.0/8', '2001:db8::/32']).includes(address)).toBe(false);
		},
	);
});

/** The code of a call without a picture with this X-Forwarded-For: a good key gets as far as the picture. */
const codeOf = (url: URL, forwarded: string | string[]) =>
	new Promise<number>((resolve, reject) => {
		const sent = request(new URL(paths.receipt, url), {
			method: 'POST',
			agent: false,
			headers: { 'content-type': formType, 'x-forwarded-for': forwarded },
		});
		sent.on('error', reject).on('response', async (response) => {
			let text = '';
			for await (const chunk of response) text += chunk;
			resolve((JSON.parse(text) as { error_code: number }).error_code);
		});
		sent.end('key=secret');
	});

/** The service with these addresses denied, behind proxies of which the test is one where it says no other. */
async function service(denied: string[], setup: Setup = {}) {
	const { url, log } = await startService({
		trustedProxies: ['127.0.0.0/8', '172.16.0.0/12'],
		gate: { denied: new AddressList(denied) },
		...setup,
	});
	return { call: (forwarded: string | string[]) => codeOf(url, forwarded), log };
}

/** A key that may be used from there only. */
const tied = { rules: { addresses: ['10.0.0.0/8'] } };

describe('behind a trusted proxy', () => {
	it.each([
		'10.0.0.9',
		'10.0.0.9:4711',
		'"10.0.0.9:4711"',
		'[::ffff:10.0.0.9]:4711',
		'::ffff:a00:9',
		'8.8.8.8, 10.0.0.9:4711',
		'8.8.8.8,10.0.0.9 , 172.16.0.1',
		'8.8.8.8, 10.0.0.9, 172.16.0.1:443',
		'8.8.8.8, 10.0.0.9, [::ffff:172.16.0.1]:443',
		'rubbish, 10.0.0.9',
	])(
		'X-Forwarded-For: %s is denied with --deny 10.0.0.0/8, and is where a tied key is used',
		async (forwarded) => {
			expect(await (await service(['10.0.0.0/8'])).call(forwarded)).toBe(codes.denied);
			expect(await (await service(['8.8.8.8'])).call(forwarded)).toBe(codes.badRequest);
			expect(await (await service([], tied)).call(forwarded)).toBe(codes.badRequest);
		},
	);

	it.each([
		...['unknown', '_hidden', '10.0.0.9:', '10.0.0.9:99999999', '10.0.9', '010.0.0.9', '[10.0.0.9'],
		...[
			'10.0.0.9 10.0.0.9',
			'10.0.0.9, nonsense',
			'10.0.0.9, ?, 172.16.0.1',
			'for=10.0.0.9',
			'a'.repeat(9000),
		],
	])('X-Forwarded-For: %s passes no --deny and no --allow', async (forwarded) => {
		expect(await (await service(['192.0.2.0/24'])).call(forwarded)).toBe(codes.denied);
		expect(await (await service([], tied)).call(forwarded)).toBe(codes.sourceNotAllowed);
		const { call, log } = await service([]);
		expect(await call(forwarded)).toBe(codes.badRequest);
		expect(log.every((line) => line.length < 400)).toBe(true);
		expect(log.join('')).toMatch(/"address":"unknown"/);
	});

	it('an address with a port is logged without it', async () => {
		const { call, log } = await service([]);
		await call('[2001:db8::7]:443');
		expect(log.join('')).toMatch(/"address":"2001:db8::7"/);
	});

	it('two headers are one list', async () => {
		const { call } = await service(['10.0.0.0/8']);
		expect(await call(['8.8.8.8', '10.0.0.9:1'])).toBe(codes.denied);
		expect(await call(['10.0.0.9:1', '8.8.8.8'])).toBe(codes.badRequest);
	});
});

describe.each([
	['where no proxy is trusted', []],
	['where another proxy is trusted', ['172.16.0.0/12']],
])('what a caller says of itself, %s,', (_, trustedProxies) => {
	it('opens no key that is tied to another address, and passes no --deny', async () => {
		for (const forwarded of ['10.0.0.9', '10.0.0.9, 172.16.0.1', '172.16.0.1', 'rubbish']) {
			const bound = await service([], { ...tied, trustedProxies });
			expect(await bound.call(forwarded)).toBe(codes.sourceNotAllowed);
			const closed = await service(['127.0.0.1'], { trustedProxies });
			expect(await closed.call(forwarded)).toBe(codes.denied);
		}
	});

	it('gets nobody denied, and does not reach the log', async () => {
		const { call, log } = await service(['10.0.0.0/8'], { trustedProxies });
		expect(await call('10.0.0.9')).toBe(codes.badRequest);
		expect(log.join('')).toMatch(/"address":"127.0.0.1"/);
		expect(log.join('')).not.toContain('10.0.0.9');
	});
});
