/** More parameters than any client of the APIs sends; reading millions of them would block the thread. */
const maximumParameters = 100;

/** Thrown when a body is no form; the message says why. */
export class FormError extends Error {
	override name = 'FormError';
}

/**
 * The values of some parameters of a form (`application/x-www-form-urlencoded`), each as often as it
 * was sent. Throws FormError.
 * @param body the bytes of the form as latin1
 */
export function readForm(body: string, names: readonly string[]): Map<string, string[]> {
	const values = new Map(names.map((name) => [name, [] as string[]]));
	for (let from = 0, count = 0; from < body.length; count++) {
		if (count === maximumParameters) {
			throw new FormError(`the form has more than ${maximumParameters} parameters`);
		}
		const next = body.indexOf('&', from);
		const end = next === -1 ? body.length : next;
		const equals = body.indexOf('=', from);
		const split = equals === -1 || equals > end ? end : equals;
		values.get(body.slice(from, split))?.push(decodeValue(body.slice(split + 1, end)));
		from = end + 1;
	}
	return values;
}

function decodeValue(value: string): string {
	const text = value.replaceAll('+', ' ');
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		throw new FormError('the form is not percent-encoded UTF-8');
	}
}
