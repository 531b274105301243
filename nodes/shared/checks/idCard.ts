/** Weights of the first 17 digits and the check character of each remainder by 11. Source: GB 11643-1999, section 4. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Region, day of birth, sequence: a number of 15 digits (until 1999), with the century and a check character of 18. */
const OLD_SHAPE = /^[1-9]\d{5}\d{2}(\d{2})(\d{2})\d{3}$/;
const SHAPE = /^[1-9]\d{5}(?:18|19|20)\d{2}(\d{2})(\d{2})\d{3}[\dX]$/;

const isDayOfYear = (month: number, day: number) =>
	month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();

function hasShape(shape: RegExp, id: string): boolean {
	const found = shape.exec(id);
	return found !== null && isDayOfYear(Number(found[1]), Number(found[2]));
}

/** True for the 15 digits of an identity card as issued until 1999; those have no check digit. */
export const isOldIdCard = (id: string): boolean => hasShape(OLD_SHAPE, id);

/** True for 18 characters that are made like the number of an identity card, whatever its check character. */
export const looksLikeIdCard = (id: string): boolean => hasShape(SHAPE, id);

/** True where the last of the 18 characters of an identity card's number is the check character of the others. */
export function hasIdCardCheck(id: string): boolean {
	const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
	return CHECK_CHARACTERS[sum % CHECK_CHARACTERS.length] === id[17];
}
