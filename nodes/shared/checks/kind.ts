import type { Reason } from '../review';

/** A word of ours or of a server's own; anything else is not shown. */
const PLAIN_WORD = /^[\w -]{1,40}$/;

/** The reason that a paper is of another kind than the node is for. */
export const wrongKind = (text: string): Reason => ({ about: 'kind', text: `kind: ${text}` });

/**
 * What a self-hosted server says of the kind of a paper: it does only where it is another than was asked for.
 *
 * @param said the field `kind` of the answer
 * @param asked the kind that the API is for
 */
export function saidKindProblems(said: unknown, asked: string): Reason[] {
	return typeof said === 'string' && PLAIN_WORD.test(said) && said !== asked
		? [wrongKind(`this looks like no ${asked}: the server says ${said}`)]
		: [];
}
