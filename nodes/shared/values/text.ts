/** Brings full-width letters, figures and punctuation to their ordinary form (Unicode NFKC), drops what is not seen, trims. */
export function normaliseText(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.trim();
}

/** As `normaliseText`, without any white space: codes and amounts are often printed in groups. */
export function withoutBlanks(text: string): string {
	return normaliseText(text).replace(/\s+/g, '');
}

/** An id as text, or null where there is none. */
export function asId(value: unknown): string | null {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && text !== '' ? text : null;
}
