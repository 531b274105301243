import type { IncomingHttpHeaders } from 'node:http';
import { FormError } from './form-reader.mts';

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Throws FormError when the headers announce no form that can be read.
 * @param limit bytes that a form may have
 */
export function assertForm(headers: IncomingHttpHeaders, limit: number): void {
	const { 'transfer-encoding': transfer, 'content-type': type } = headers;
	const length = Number(headers['content-length'] ?? 0);
	const hasBody = transfer !== undefined || length > 0;
	if (type === undefined ? hasBody : !formType.test(type)) {
		throw new FormError('send a form: application/x-www-form-urlencoded');
	}
	for (const [name, coding, plain] of [
		['Content-Encoding', headers['content-encoding'], 'identity'],
		['Transfer-Encoding', transfer, 'chunked'],
	] as const) {
		if (coding !== undefined && coding.trim().toLowerCase() !== plain) {
			throw new FormError(
				`send the form as it is, not compressed: without ${name}: ${coding.slice(0, 20)}`,
			);
		}
	}
	if (length > limit) throw new FormError('the form is too large');
}
