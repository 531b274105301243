import { Readable } from 'node:stream';

import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { JuheApi } from '../../credentials/JuheApi.credentials.ts';
import { errorCodes } from '../../nodes/shared/errorCodes.ts';

const credential = new JuheApi();
const keys = {
	baseUrl: 'https://apis.juhe.cn',
	invoiceKey: ' invoice-key+1 ',
	receiptKey: 'receipt-key',
};
const path = '/invoice_general_ocr/query';
const invoiceUrl = `https://apis.juhe.cn${path}`;
const receiptUrl = 'https://apis.juhe.cn/shoppingReceipt/query';

type Request = IHttpRequestOptions & { form?: unknown; formData?: unknown };

const authenticate = async (request: object, more: ICredentialDataDecryptedObject = {}) =>
	(await (
		credential.authenticate as (
			credentials: ICredentialDataDecryptedObject,
			request: IHttpRequestOptions,
		) => Promise<IHttpRequestOptions>
	)({ ...keys, ...more }, request as IHttpRequestOptions)) as Request;

const holdsKey = (request: object) => /invoice-key|receipt-key/.test(JSON.stringify(request));

describe('authenticate', () => {
	it.each([
		[
			'an object',
			{ url: invoiceUrl, body: { image_base64: 'x' } },
			{ body: { image_base64: 'x', key: 'invoice-key+1' } },
		],
		[
			'a request without a body',
			{ baseURL: 'https://apis.juhe.cn', url: '/shoppingReceipt/query', method: 'POST' },
			{ body: { key: 'receipt-key' } },
		],
		[
			'a form of the HTTP Request node, which names its address uri',
			{ uri: receiptUrl, method: 'POST', form: { image: 'x' } },
			{ form: { image: 'x', key: 'receipt-key' } },
		],
		[
			'fields of several parts of the HTTP Request node',
			{ uri: receiptUrl, method: 'POST', formData: { image: 'x' } },
			{ formData: { image: 'x', key: 'receipt-key' } },
		],
		[
			'JSON of the HTTP Request node',
			{ uri: receiptUrl, method: 'POST', body: { image: 'x' }, json: true },
			{ body: { image: 'x', key: 'receipt-key' } },
		],
		[
			'the HTTP Request node without a body, as a form',
			{ uri: receiptUrl, method: 'POST' },
			{ form: { key: 'receipt-key' } },
		],
		['a GET request', { uri: invoiceUrl, method: 'GET' }, { qs: { key: 'invoice-key+1' } }],
		[
			'a GET request with a query',
			{ url: invoiceUrl, method: 'GET', qs: { a: '1' } },
			{ qs: { a: '1', key: 'invoice-key+1' } },
		],
		[
			'a form as text',
			{ url: invoiceUrl, body: 'image_base64=x' },
			{ body: 'image_base64=x&key=invoice-key%2B1' },
		],
		[
			'a form as text that has a key',
			{ url: invoiceUrl, body: 'key=old&image_base64=x&monkey=1' },
			{ body: 'image_base64=x&monkey=1&key=invoice-key%2B1' },
		],
		['an empty text', { url: invoiceUrl, body: '' }, { body: 'key=invoice-key%2B1' }],
		[
			'JSON as text',
			{ uri: receiptUrl, method: 'POST', body: '{"image":"x","key":"old"}' },
			{ body: '{"image":"x","key":"receipt-key"}' },
		],
		[
			'an object that has a key',
			{ url: invoiceUrl, body: { key: 'old', image_base64: 'x' } },
			{ body: { key: 'invoice-key+1', image_base64: 'x' } },
		],
		[
			'a query behind the path',
			{ url: `${receiptUrl}?x=1`, body: {} },
			{ body: { key: 'receipt-key' } },
		],
	])('adds the key of the API to %s', async (_, request, expected) => {
		expect(await authenticate(request)).toMatchObject({ ...request, ...expected });
	});

	it('adds the key to URLSearchParams', async () => {
		const { body } = await authenticate({
			url: receiptUrl,
			body: new URLSearchParams({ image: 'x', key: 'old' }),
		});
		expect(String(body)).toBe('image=x&key=receipt-key');
	});

	it.each(['body', 'formData'])('adds the key to a FormData in %s', async (name) => {
		const parts: string[] = [];
		// As the form-data package's: a stream that fields are appended to.
		const form = Object.assign(Readable.from([]), {
			append: (...part: string[]) => parts.push(part.join('=')),
		});
		await authenticate({ uri: receiptUrl, method: 'POST', [name]: form });
		expect(parts).toEqual(['key=receipt-key']);
	});

	it.each([
		['bytes', Buffer.from('key=k&image_base64=x')],
		['a stream', Readable.from(['x'])],
	])('leaves %s as they are: a file, which is no form', async (_, body) => {
		expect((await authenticate({ url: invoiceUrl, body })).body).toBe(body);
	});

	it('follows no redirect with a key: the form would go along', async () => {
		expect(await authenticate({ uri: invoiceUrl, method: 'POST', form: {} })).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
		});
	});

	it('adds nothing where the credential has no key', async () => {
		const request = { url: invoiceUrl, body: { key: 'own' } };
		expect(await authenticate(request, { invoiceKey: ' ' })).toEqual(request);
	});
});

describe('the address that gets a key', () => {
	it.each([
		['upper case', `HTTPS://APIS.JUHE.CN${path}`],
		['the default port', `https://apis.juhe.cn:443${path}`],
		['dots in the path that lead to the API', `https://apis.juhe.cn/other/..${path}`],
		['a user name', `https://user:word@apis.juhe.cn${path}`],
		['a part behind #', `https://apis.juhe.cn${path}#x`],
	])('is the one of Base URL with %s', async (_, address) => {
		expect(holdsKey(await authenticate({ url: address, body: {} }))).toBe(true);
		expect(holdsKey(await authenticate({ uri: address, form: {} }))).toBe(true);
	});

	it.each([
		['another path', 'https://apis.juhe.cn/other/query'],
		['a path that ends like it', `https://apis.juhe.cn/x${path}`],
		['a path that goes on', `https://apis.juhe.cn${path}/more`],
		['dots that lead away', `https://apis.juhe.cn${path}/../../other`],
		['encoded dots that lead away', `https://apis.juhe.cn${path}/%2e%2e/other`],
		['an encoded slash', 'https://apis.juhe.cn/invoice_general_ocr%2Fquery'],
		['another host', `https://evil.example${path}`],
		['a host that begins like it', `https://apis.juhe.cn.evil.example${path}`],
		['a host that ends like it', `https://evil-apis.juhe.cn${path}`],
		['a dot behind the host', `https://apis.juhe.cn.${path}`],
		['its host as a user name', `https://apis.juhe.cn@evil.example${path}`],
		['its host before a backslash', `https://evil.example\\@apis.juhe.cn${path}`],
		['another port', `https://apis.juhe.cn:8443${path}`],
		['another scheme', `http://apis.juhe.cn${path}`],
		['no scheme', `//apis.juhe.cn${path}`],
		['its address in the query', `https://evil.example/?${invoiceUrl}`],
		['its address behind #', `https://evil.example/#${invoiceUrl}`],
		['no address', 'nothing'],
		['an empty address', ''],
	])('has not %s', async (_, address) => {
		for (const request of [
			{ url: address, body: { a: 1 } },
			{ uri: address, method: 'POST', form: { a: 1 } },
			{ uri: new FakeUri(address), method: 'POST', form: { a: 1 } },
		]) {
			expect(await authenticate(request)).toEqual(request);
		}
	});

	it.each([
		['https://apis.juhe.cn', path, true],
		['https://apis.juhe.cn/', path, true],
		['https://apis.juhe.cn/invoice_general_ocr', 'query', true],
		['https://apis.juhe.cn', `https://evil.example${path}`, false],
		['https://evil.example', invoiceUrl, true],
		['https://evil.example', path, false],
		['https://apis.juhe.cn/x', path, false],
		['https://apis.juhe.cn', `//evil.example${path}`, false],
		['https://apis.juhe.cn', `@evil.example${path}`, false],
	])('is put together of %s and %s: %s', async (baseURL, url, expected) => {
		expect(holdsKey(await authenticate({ baseURL, url, body: {} }))).toBe(expected);
		expect(holdsKey(await authenticate({ baseURL, uri: url, form: {} }))).toBe(expected);
	});

	it('is the only one that the request names', async () => {
		const two = { url: invoiceUrl, uri: `https://evil.example${path}`, form: {} };
		expect(await authenticate(two)).toEqual(two);
	});

	it('follows Base URL, its path included', async () => {
		const own = { baseUrl: ' https://gateway.example/juhe/ ' };
		const right = { url: `https://gateway.example/juhe${path}`, body: {} };
		expect(holdsKey(await authenticate(right, own))).toBe(true);
		for (const url of [invoiceUrl, `https://gateway.example${path}`])
			expect(holdsKey(await authenticate({ url, body: {} }, own))).toBe(false);
	});
});

/** The older helper takes an address as an object, too. */
class FakeUri {
	readonly #href: string;

	constructor(href: string) {
		this.#href = href;
	}

	toString(): string {
		return this.#href;
	}
}

describe('the credential test', () => {
	it('has words of its own for each system-level code, as a number and as a text', () => {
		const { rules = [] } = credential.test;
		const systemCodes = Object.keys(errorCodes).filter((code) => code.startsWith('1'));
		expect(systemCodes).toHaveLength(14);
		for (const code of systemCodes) {
			const values = [Number(code), code];
			const matching = rules.filter(
				({ properties }) => 'value' in properties && values.includes(properties.value),
			);
			expect(matching).toHaveLength(2);
			expect(new Set(matching.map(({ properties }) => properties.message)).size).toBe(1);
			expect(matching[0].properties.message).toMatch(new RegExp(`Juhe error ${code}: .{20,}`));
		}
		const messages = rules.map(({ properties }) => properties.message);
		expect(new Set(messages).size).toBe(systemCodes.length + 1);
	});

	it('hides both keys in the editor', () => {
		const hidden = credential.properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(hidden.map(({ name }) => name)).toEqual(['invoiceKey', 'receiptKey']);
	});
});
