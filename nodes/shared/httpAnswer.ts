/** What came back over HTTP, before anybody has looked at it. */
export interface HttpAnswer {
	statusCode: number;
	/** By name in lower case, as Node gives them. */
	headers: Readonly<Record<string, unknown>>;
	body: string;
}

/** A header's text; empty where it is missing. */
export function headerOf({ headers }: HttpAnswer, name: string): string {
	const value = headers[name];
	return String((Array.isArray(value) ? value[0] : value) ?? '').trim();
}

/** Names what a body is that holds no result, without showing any of it. */
export function describeBody(body: string): string {
	const text = body.replace(/^\uFEFF/, '').trim();
	if (text === '') return 'an empty body';
	if (text.startsWith('<')) return 'an HTML page';
	if (!/^[{[]/.test(text)) return 'text that is not JSON';
	try {
		JSON.parse(text);
		return 'JSON that is no answer of the API';
	} catch {
		return 'broken or truncated JSON';
	}
}
