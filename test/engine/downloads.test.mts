import { gzipSync } from 'node:zlib';

import { FaultServer, after, envelope, juheError } from '../support/fault-server.mts';
import { FileServer, drip, flood } from '../support/file-server.mts';
import type { FileAnswer } from '../support/file-server.mts';
import { runInEngine, useBinaryMode } from '../support/n8n-engine.mts';
import type { EngineRun } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';

let ocr: FaultServer;
let files: FileServer;
const bomb = gzipSync(Buffer.alloc(60e6));
const login = '<!doctype html><html><body>Log in</body></html>';

beforeAll(async () => {
	await useBinaryMode('default');
	ocr = await FaultServer.start();
	files = await FileServer.start();
	Object.assign(files.answers, {
		'/good.png': (response) => response.end(labelledPng('good')),
		'/other.png': (response) => response.end(labelledPng('other')),
		'/drip.png': drip,
		'/silent.png': () => undefined,
		'/flood.png': flood,
		'/denied.png': (response, request) => flood(response.writeHead(403), request),
		'/login.png': (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(login),
		'/declared.png': (response, request) =>
			drip(response.setHeader('Content-Length', 30e6) as never, request),
		'/bomb.png': (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb),
		'/zipped.png': (response) =>
			response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(labelledPng('zipped'))),
		'/%E5%B0%8F%20%E7%A5%A8.png': (response) => response.end(labelledPng('unencoded')),
		'/unzippable.png': (response) =>
			response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip'),
		'/loop.png': (response) => response.writeHead(302, { Location: '/loop.png' }).end(),
		'/moved.png': (response) => response.writeHead(302, { Location: '/good.png' }).end(),
		'/broken.png': (response) => {
			response.writeHead(200, { 'Content-Length': 1000 });
			response.write('half', () => setTimeout(() => response.destroy(), 20));
		},
		...Object.fromEntries(
			[401, 403, 404, 407, 410, 418, 429, 500, 503].map((status): [string, FileAnswer] => [
				`/status/${status}.png`,
				(response) => response.writeHead(status).end('no'),
			]),
		),
	} satisfies Record<string, FileAnswer>);
});
afterAll(async () => {
	await files.stop();
	await ocr.stop();
});
beforeEach(() => {
	files.reset();
	ocr.reset();
	ocr.answer = envelope(receiptExample);
});

const run = async (path: string, more: Partial<EngineRun> = {}, options: object = {}) =>
	await runInEngine({
		node: 'juheReceiptOcr',
		credential: { server: 'juheCloud', baseUrl: ocr.url, invoiceKey: 'k1', receiptKey: 'k2' },
		items: [{ json: { url: files.url + path } }],
		parameters: {
			imageSource: 'url',
			imageUrl: '={{ $json.url }}',
			output: 'receipt',
			options: { reuseResults: false, ...options },
		},
		...more,
	});

describe('a download is given up, and its connection closed, when', () => {
	it.each(['/drip.png', '/silent.png'])('its time in all is over: %s', async (path) => {
		const { error } = await run(path, {}, { timeout: 1 });
		expect(error?.message).toMatch(/could not be downloaded: it was not complete within 1 seconds/);
		expect(error?.description).toMatch(/Timeout/);
		expect(await files.openConnections()).toBe(0);
	});

	it.each(['/flood.png', '/declared.png', '/bomb.png'])('it is too large: %s', async (path) => {
		const { error } = await run(path);
		expect(error?.message).toMatch(/The file is larger than 20 MB/);
		expect(await files.openConnections()).toBe(0);
	});

	it('its server answers with an error that has no end', async () => {
		const { error } = await run('/denied.png');
		expect(error?.message).toMatch(/HTTP 403/);
		expect(await files.openConnections()).toBe(0);
	});

	it.each([
		['it is under way', '/drip.png', '/drip.png'],
		['it is read ahead of the picture under way', '/good.png', '/drip.png'],
	])('the execution is cancelled while %s', async (_, first, second) => {
		ocr.answer = after(20_000, envelope(receiptExample));
		let execution: { cancel(): void } | undefined;
		const running = run(
			first,
			{
				items: [first, second].map((path) => ({ json: { url: files.url + path } })),
				onStart: (started) => (execution = started),
			},
			{ maxConcurrency: 1 },
		);
		await files.asked('/drip.png');
		execution?.cancel();
		expect(await files.openConnections()).toBe(0);
		await running.catch(() => undefined);
	});

	it('the node has stopped on the error of an earlier picture', async () => {
		ocr.answer = after(300, juheError(10002));
		const { error } = await run(
			'',
			{ items: ['/good.png', '/drip.png'].map((path) => ({ json: { url: files.url + path } })) },
			{ maxConcurrency: 1 },
		);
		expect(error?.message).toMatch(/10002/);
		expect(files.requests).toContain('/drip.png');
		expect(await files.openConnections()).toBe(0);
	});
});

it('starts no call for a picture whose download ends after the node has failed', async () => {
	ocr.answer = after(100, juheError(10002));
	files.answers['/late.png'] = (response) =>
		setTimeout(() => response.end(labelledPng('late')), 1000);
	const items = ['/good.png', '/late.png'].map((path) => ({ json: { url: files.url + path } }));
	const { error } = await run('', { items }, { maxConcurrency: 2 });
	expect(error?.message).toMatch(/good\.png: .*10002/);
	expect(files.requests).toEqual(['/good.png', '/late.png']);
	expect(ocr.requests.map(({ picture }) => picture)).toEqual(['good']);
});

it.each([
	['/moved.png', 'good'],
	['/zipped.png', 'zipped'],
	['/小 票.png', 'unencoded'],
	['/%E5%B0%8F%20%E7%A5%A8.png', 'unencoded'],
])('%s is downloaded, and no connection stays open', async (path, label) => {
	const { error } = await run(path);
	expect(error).toBeUndefined();
	expect(ocr.requests.map(({ picture }) => picture)).toEqual([label]);
	expect(await files.openConnections()).toBe(0);
});

it.each([
	['/status/401.png', /HTTP 401, it asks for a login/, /browser without a login/],
	['/status/403.png', /HTTP 403, access is denied/, /signed addresses expire/],
	['/status/404.png', /HTTP 404, there is nothing at this address/, /Check the path/],
	['/status/407.png', /HTTP 407, the proxy/, /proxy settings/],
	['/status/410.png', /HTTP 410, the file is gone/, /new address/],
	['/status/418.png', /HTTP 418/, /browser without a login/],
	['/status/429.png', /HTTP 429, there were too many requests/, /later/],
	['/status/500.png', /HTTP 500, it has a fault of its own/, /later/],
	['/status/503.png', /HTTP 503/, /later/],
	['/loop.png', /redirects again and again/, /login/],
	['/unzippable.png', /its compression is broken/, /later/],
	['/broken.png', /the connection broke/, /later/],
	['/login.png', /HTML file/, /web page, usually an error or login page/],
])('%s: says the cause and the remedy', async (path, cause, remedy) => {
	const { error } = await run(`${path}?X-Signature=s3cret#s3cret`);
	expect(error?.message).toMatch(cause);
	expect(error?.description).toMatch(remedy);
	const { message, description, context } = error ?? {};
	expect(JSON.stringify([message, description, context])).not.toContain('s3cret');
	expect(context?.retryable).toBe(/later/.test(remedy.source));
	expect(ocr.requests).toEqual([]);
});

it.each([
	['http://127.0.0.1:1/x.png', /could not be reached, it refused the connection/],
	['http://no-such-host.invalid/x.png', /its name is not known|the name lookup failed/],
	['cid:image001@mail', /not a web address: it begins with cid:/],
	['file:///etc/passwd', /not a web address: it begins with file:/],
	['ftp://x/a.png', /not a web address: it begins with ftp:/],
	['receipt.jpg', /not a web address$/],
	['https://', /not a web address/],
	['http://[::1/x.png', /not a web address/],
	['https://a.example/1.png, https://a.example/2.png', /several web addresses/],
	['https://a.example/1.png,https://a.example/2.png', /several web addresses/],
	['https://a.example/1.png;"https://a.example/2.png"', /several web addresses/],
	[labelledPng('x').toString('base64'), /holds the image itself as base64 text/],
])('%s is no address of an image', async (url, message) => {
	const { error } = await run('', { items: [{ json: { url } }] });
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(/\w{3,}/);
	expect(error?.message).not.toContain('iVBOR');
});

it('says that a server does not speak TLS', async () => {
	const url = files.url.replace('http:', 'https:') + '/good.png';
	const { error } = await run('', { items: [{ json: { url } }] });
	expect(error?.message).toMatch(/could not be reached, it does not speak TLS|connection broke/);
});

describe.each(['default', 'filesystem'] as const)('binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));
	afterAll(async () => await useBinaryMode('default'));

	it('keeps the image that was read, and does not download it again', async () => {
		const { items, error } = await run('/good.png?a=1', {}, { keepImage: true });
		expect(error).toBeUndefined();
		expect(files.requests).toEqual(['/good.png?a=1']);
		const { fileName, mimeType, bytes } = items[0].binary?.data ?? {};
		expect([fileName, mimeType, bytes]).toEqual([
			'good.png',
			'image/png',
			labelledPng('good').length,
		]);
	});
});
