import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { invoiceApi } from '../nodes/JuheInvoiceOcr/invoiceApi';
import { receiptApi } from '../nodes/JuheReceiptOcr/receiptApi';
import { authenticated, goesTo } from '../nodes/shared/authenticatedRequest';
import type { AnyRequest } from '../nodes/shared/authenticatedRequest';
import { errorCodes } from '../nodes/shared/errorCodes';
import type { OcrApi } from '../nodes/shared/ocrApi';
import { PLAIN_HTTP, PLAIN_HTTP_NEAR } from '../nodes/shared/plainHttp';

const apis = [invoiceApi, receiptApi];
const FORM = 'application/x-www-form-urlencoded';

/** The field of the credential that holds an API's key. */
function keyProperty({ displayName, keyField, keyLabel }: OcrApi): INodeProperties {
	return {
		displayName: keyLabel,
		name: keyField,
		type: 'string',
		typeOptions: { password: true },
		default: '',
		hint: 'A server of your own accepts the key "demo" until keys are configured',
		description: `The key of the ${displayName} product. May stay empty if you do not use it. Each Juhe key belongs to one API product.`,
	};
}

/** The keys of both OCR APIs and the server they belong to. */
export class JuheApi implements ICredentialType {
	name = 'juheApi';

	displayName = 'Juhe API';

	icon: Icon = { light: 'file:../icons/juhe.svg', dark: 'file:../icons/juhe.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-juhe/n8n-nodes-juhe?tab=readme-ov-file#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Server',
			name: 'server',
			type: 'options',
			options: [
				{ name: 'Juhe Cloud', value: 'juheCloud', description: "Juhe's paid OCR service" },
				{
					name: 'Self-Hosted',
					value: 'selfHosted',
					description: 'A juhe-ocr-server on your own machine: no image leaves the house',
				},
			],
			default: 'juheCloud',
			description: 'Decides which limits and formats are checked before an image is sent',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://apis.juhe.cn',
			required: true,
			hint: 'For a server of your own: http://127.0.0.1:8787',
			description: 'The address of the server; a gateway may add a path before that of the APIs',
		},
		{
			displayName:
				'Images and the key travel unencrypted to this address: anyone on the way can read them. Use https:// unless the server is on this machine or in your own network.',
			name: 'plainHttpNotice',
			type: 'notice',
			default: '',
			displayOptions: {
				show: { baseUrl: [{ _cnd: { regex: PLAIN_HTTP } }] },
				hide: { baseUrl: [{ _cnd: { regex: PLAIN_HTTP_NEAR } }] },
			},
		},
		...apis.map(keyProperty),
	];

	/**
	 * Adds the key of the API that the request goes to: the one at Base URL, and there its very path. A request to any
	 * other address is left as it is.
	 */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const request: AnyRequest = requestOptions;
		const baseUrl = String(credentials.baseUrl ?? '')
			.trim()
			.replace(/\/+$/, '');
		const api = apis.find(({ path }) => goesTo(request, `${baseUrl}${path}`));
		const key = api && String(credentials[api.keyField] ?? '').trim();
		return key ? (authenticated(request, key) as IHttpRequestOptions) : requestOptions;
	};

	/**
	 * A call without an image: the key is checked before the parameters, so a bad key answers its own code, and a
	 * good one a service-level code that is not billed.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: `={{$credentials.invoiceKey ? '${invoiceApi.path}' : '${receiptApi.path}'}}`,
			method: 'POST',
			headers: { 'Content-Type': FORM },
		},
		rules: [
			...Object.entries(errorCodes)
				.filter(([code]) => code.startsWith('1'))
				.flatMap(([code, { meaning, remedy }]) =>
					// One client met the code as a text.
					[Number(code), code].map((value) => ({
						type: 'responseSuccessBody' as const,
						properties: {
							key: 'error_code',
							value,
							message: `Juhe error ${code}: ${meaning}. ${remedy}.`,
						},
					})),
				),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error_code',
					value: undefined,
					message: 'The server answered, but not as a Juhe API does. Check Base URL.',
				},
			},
		],
	};
}
