const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

// GB 11714: the ninth character of an organisation code.
function organisationCheck(body: string): string {
	const total = organisationWeights.reduce(
		(running, weight, index) => running + weight * organisationAlphabet.indexOf(body[index]),
		0,
	);
	const check = (11 - (total % 11)) % 11;
	return check === 10 ? 'X' : String(check);
}

/** The check character of the first 17 characters of a unified social credit code (GB 32100). */
export function creditCodeCheck(first17: string): string {
	let weight = 1;
	let total = 0;
	for (const char of first17) {
		total += weight * alphabet.indexOf(char);
		weight = (weight * 3) % 31;
	}
	return alphabet[(31 - (total % 31)) % 31];
}

/**
 * A unified social credit code of an invented organisation.
 * `division` is the 6-digit code of the place, `body` the first 8 characters of the organisation code,
 * `registration` what it is registered as: 91 an enterprise, 92 a sole trader, 12 a public institution.
 */
export function taxId(division: string, body: string, registration = '91'): string {
	const first17 = `${registration}${division}${body}${organisationCheck(body)}`;
	return first17 + creditCodeCheck(first17);
}

/** A 15-digit tax id as given out before 2015: the place's code and the organisation code. */
export function oldTaxId(division: string, body: string): string {
	return division + body + organisationCheck(body);
}
