import type { Reason } from '../review';

/** A word of ours or of a server's own; anything else is not shown. */
const PLAIN_WORD = /^[\w -]{1,40}$/;

/** Which node is for a kind. */
const nodeOf: ReadonlyMap<string, string> = new Map([
	['invoice', 'Juhe Invoice OCR'],
	['receipt', 'Juhe Receipt OCR'],
]);

/** The reason that a paper is of another kind than the node is for. */
export const wrongKind = (text: string): Reason => ({ about: 'kind', text: `kind: ${text}` });

/**
 * What a self-hosted server says of the kind of a paper: it does only where it is another than was asked for.
 *
 * @param said the field `kind` of the answer
 * @param asked the kind that the API is for
 */
export function saidKindProblems(said: unknown, asked: string): Reason[] {
	if (typeof said !== 'string' || !PLAIN_WORD.test(said) || said === asked) return [];
	const node = nodeOf.get(said);
	const advice = node ? `. Give it to the ${node} node` : '';
	return [wrongKind(`this looks like no ${asked}: the server says ${said}${advice}`)];
}
