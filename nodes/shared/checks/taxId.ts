import { hasIdCardCheck, isOldIdCard, looksLikeIdCard } from './idCard';

/** Alphabet of the unified social credit code: no I, O, S, V, Z. Source: GB 32100-2015, section 5. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = 31;

const WRONG_CHARACTERS = 'has characters that a tax id cannot have';
const WRONG_CHECK = 'has a wrong check digit';

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

/** A unified social credit code, or a person's identity card. */
function problemOf18(id: string): string | undefined {
	if (looksLikeIdCard(id) && hasIdCardCheck(id)) return undefined;
	const expected = taxIdCheckCharacter(id.slice(0, -1));
	if (expected === undefined) return WRONG_CHARACTERS;
	return expected === id.slice(-1) ? undefined : WRONG_CHECK;
}

/** An identity card with two digits behind it that tell a person's businesses apart. */
function problemOf20(id: string): string | undefined {
	if (/^0+$/.test(id)) return undefined;
	const card = id.slice(0, 18);
	if (!looksLikeIdCard(card) || !/^\d\d$/.test(id.slice(18)))
		return 'has 20 characters, but is no identity card with two digits behind it';
	return hasIdCardCheck(card) ? undefined : WRONG_CHECK;
}

const problemOf17 = (id: string) =>
	isOldIdCard(id.slice(0, 15)) && /^\d\d$/.test(id.slice(15))
		? undefined
		: 'has 17 characters, but is no identity card of 15 digits with two behind it';

/** A region and an organisation code, or an old identity card. Its parts were given out with and without a check. */
const problemOf15 = (id: string) => (/^[0-9A-Z]+$/.test(id) ? undefined : WRONG_CHARACTERS);

/**
 * What is looked at for each length. Source: the State Taxation Administration's rules for tax registration: "15, 17,
 * 18 or 20 characters".
 */
const problemsByLength: Readonly<Record<number, (id: string) => string | undefined>> = {
	15: problemOf15,
	17: problemOf17,
	18: problemOf18,
	20: problemOf20,
};

/**
 * Looks for what is wrong with a taxpayer id.
 *
 * @returns a short phrase that follows the field's name, or undefined where nothing is
 */
export function taxIdProblem(id: string): string | undefined {
	if (id.includes('*')) return undefined;
	const problemOf = problemsByLength[id.length];
	return problemOf
		? problemOf(id.toUpperCase())
		: `has ${id.length} characters instead of 15, 17, 18 or 20`;
}
