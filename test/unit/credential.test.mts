import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { JuheApi } from '../../credentials/JuheApi.credentials.ts';
import { errorCodes } from '../../nodes/shared/errorCodes.ts';

const credential = new JuheApi();
const keys = { invoiceKey: ' invoice-key+1 ', receiptKey: 'receipt-key' };
const invoiceUrl = 'https://apis.juhe.cn/invoice_general_ocr/query';
const receiptUrl = 'https://apis.juhe.cn/shoppingReceipt/query';

const authenticate = async (request: object) =>
	(await (
		credential.authenticate as (
			credentials: ICredentialDataDecryptedObject,
			request: IHttpRequestOptions,
		) => Promise<IHttpRequestOptions>
	)(keys, request as IHttpRequestOptions)) as IHttpRequestOptions & { form?: unknown };

describe('authenticate', () => {
	it.each([
		[
			'an object',
			{ url: invoiceUrl, body: { image_base64: 'x' } },
			{ body: { image_base64: 'x', key: 'invoice-key+1' } },
		],
		[
			'a request without a body',
			{ baseURL: 'https://apis.juhe.cn', url: '/shoppingReceipt/query' },
			{ body: { key: 'receipt-key' } },
		],
		[
			'a form of the HTTP Request node',
			{ url: receiptUrl, form: { image: 'x' } },
			{ form: { image: 'x', key: 'receipt-key' } },
		],
		[
			'a form as text',
			{ url: invoiceUrl, body: 'image_base64=x' },
			{ body: 'image_base64=x&key=invoice-key%2B1' },
		],
		[
			'a query behind the path',
			{ url: `${receiptUrl}?x=1`, body: {} },
			{ body: { key: 'receipt-key' } },
		],
	])('adds the key of the API to %s', async (_, request, expected) => {
		expect(await authenticate(request)).toEqual({ ...request, ...expected });
	});

	it('adds the key to URLSearchParams', async () => {
		const { body } = await authenticate({
			url: receiptUrl,
			body: new URLSearchParams({ image: 'x' }),
		});
		expect(String(body)).toBe('image=x&key=receipt-key');
	});

	it('leaves bytes as they are: the form that the nodes made, or a file', async () => {
		const request = { url: invoiceUrl, body: Buffer.from('key=k&image_base64=x') };
		expect((await authenticate(request)).body).toBe(request.body);
	});

	it('sends no key to another path', async () => {
		const request = { url: 'https://apis.juhe.cn/other/query', body: { a: 1 } };
		expect(await authenticate(request)).toEqual(request);
	});
});

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
