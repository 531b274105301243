/** Alphabet of the unified social credit code: no I, O, S, V, Z. Source: GB 32100-2015, section 5. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = 31;
const CREDIT_CODE_LENGTH = 18;
const OLD_LENGTH = 15;

/**
 * The check character of a unified social credit code: weights 3^(i-1) mod 31 over the first 17 characters.
 *
 * @returns undefined where a character is not of the alphabet
 */
export function taxIdCheckCharacter(first17: string): string | undefined {
	let sum = 0;
	let weight = 1;
	for (const character of first17) {
		const value = ALPHABET.indexOf(character);
		if (value === -1) return undefined;
		sum += value * weight;
		weight = (weight * 3) % MODULUS;
	}
	return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS];
}

/**
 * Looks for what is wrong with a taxpayer id.
 *
 * @returns a short phrase that follows the field's name, or undefined where nothing is
 */
export function taxIdProblem(id: string): string | undefined {
	if (id.includes('*')) return undefined;
	const upper = id.toUpperCase();
	if (upper.length === OLD_LENGTH) {
		return /^[0-9A-Z]+$/.test(upper) ? undefined : 'has characters that a tax id cannot have';
	}
	if (upper.length !== CREDIT_CODE_LENGTH) {
		return `has ${upper.length} characters instead of ${CREDIT_CODE_LENGTH} or ${OLD_LENGTH}`;
	}
	const expected = taxIdCheckCharacter(upper.slice(0, -1));
	if (expected === undefined) return 'has characters that a tax id cannot have';
	return expected === upper.slice(-1) ? undefined : 'has a wrong check digit';
}
