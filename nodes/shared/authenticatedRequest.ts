import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * A request as n8n hands it to a credential: from its newer helper, and from the older one that the HTTP Request
 * node uses, which has an address in `uri` and a form in `form` or `formData`.
 */
export type AnyRequest = Omit<IHttpRequestOptions, 'url'> & {
	url?: string;
	uri?: unknown;
	form?: IDataObject | string;
	formData?: IDataObject | AppendableForm;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
};

/** The form-data package's, which cannot be asked what it holds. */
interface AppendableForm {
	append(name: string, value: string): void;
}

const KEY = 'key';
const ABSOLUTE = /^([a-z][a-z\d+.-]*:)?\/\//i;
const withoutBody = ['GET', 'HEAD', 'OPTIONS'];

function parse(address: string): URL | undefined {
	return URL.canParse(address) ? new URL(address) : undefined;
}

/** Joins the two as n8n's HTTP client does: as texts, unless the second is a whole address. */
function join(baseURL: unknown, address: string): string {
	if (!baseURL || ABSOLUTE.test(address)) return address;
	const base = String(baseURL).replace(/\/?\/$/, '');
	return address === '' ? base : `${base}/${address.replace(/^\/+/, '')}`;
}

/**
 * Whether a request goes to an address: the same scheme, host and port, and the same path, both as the client reads
 * them, whatever stands in the query. Where a request names two addresses, both have to be it.
 */
export function goesTo(request: AnyRequest, address: string): boolean {
	const wanted = parse(address);
	const named = [request.url, request.uri].filter((one) => one !== undefined && one !== '');
	return (
		wanted !== undefined &&
		named.length > 0 &&
		named.every((one) => {
			const target = parse(join(request.baseURL, String(one)));
			return target?.origin === wanted.origin && target.pathname === wanted.pathname;
		})
	);
}

const isAppendable = (value: unknown): value is AppendableForm =>
	typeof (value as Partial<AppendableForm> | null | undefined)?.append === 'function';

/** A stream or bytes: a file, which is no form. The form-data package's forms are streams, too. */
const isFile = (body: unknown): boolean =>
	ArrayBuffer.isView(body) ||
	(typeof (body as { pipe?: unknown } | null)?.pipe === 'function' && !isAppendable(body));

function inText(text: string, key: string): string {
	if (/^\s*\{/.test(text)) {
		try {
			return JSON.stringify({ ...(JSON.parse(text) as object), [KEY]: key });
		} catch {
			// No JSON after all: a form, whose first name begins with a bracket.
		}
	}
	const others = text.split('&').filter((pair) => pair !== '' && !/^key(=|$)/.test(pair));
	return [...others, `${KEY}=${encodeURIComponent(key)}`].join('&');
}

/** Adds the key to the fields of a form, in whatever way they are held. One that is there already is replaced. */
function inFields<T>(fields: T, key: string): T {
	if (typeof fields === 'string') return inText(fields, key) as T;
	if (fields instanceof URLSearchParams) fields.set(KEY, key);
	else if (isAppendable(fields)) fields.append(KEY, key);
	else return { ...fields, [KEY]: key };
	return fields;
}

/** Puts the key where a request carries its fields; a file has none. */
function withKey(request: AnyRequest, key: string): AnyRequest {
	const { body, form, formData, method = '', qs, uri } = request;
	if (withoutBody.includes(method.toUpperCase()))
		return { ...request, qs: inFields({ ...qs }, key) };
	if (formData !== undefined) return { ...request, formData: inFields(formData, key) };
	if (form !== undefined) return { ...request, form: inFields(form, key) };
	if (isFile(body)) return request;
	if (body === undefined && uri !== undefined) return { ...request, form: { [KEY]: key } };
	return { ...request, body: inFields(body ?? {}, key) as AnyRequest['body'] };
}

/**
 * Puts the key into a request, which from then on follows no redirect: the form, and the key in it, would go along to
 * wherever the answer points.
 */
export function authenticated(request: AnyRequest, key: string): AnyRequest {
	return {
		...withKey(request, key),
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		maxRedirects: 0,
	};
}
