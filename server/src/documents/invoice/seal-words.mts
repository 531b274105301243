import { editDistance, hasHan } from '../text.mts';

/** Whose seal lies on an invoice. */
interface Sealer {
	name?: string;
	taxId?: string;
}

/** The share of a tax number's signs that may be misread in small print that stands askew. */
const misreadShare = 0.4;
/** Tax numbers have so many signs at least. */
const leastIdLength = 13;
/** The share of a word's signs that stand in the seller's name, where the word is a piece of its seal. */
const nameShare = 0.6;

const isId = (word: string, { taxId }: Sealer): boolean =>
	taxId !== undefined &&
	word.length >= leastIdLength &&
	/^[\dA-Z]+[^\p{L}\p{N}]?$/u.test(word) &&
	editDistance(word, taxId) <= misreadShare * taxId.length;

function isPiece(word: string, { name }: Sealer): boolean {
	const signs = Array.from(word.replace(/[^\p{L}]/gu, ''));
	if (word.length === 1) return true;
	if (!name || signs.length === 0 || word.length >= name.length || /[\d:]/u.test(word))
		return false;
	return (
		hasHan(word) && signs.filter((sign) => name.includes(sign)).length >= nameShare * signs.length
	);
}

/**
 * Remarks without what the seller's seal prints over them: its number, and pieces of the ring with its name.
 * A piece is one only beside the number of the seal: words of the name can be a remark.
 */
export function withoutSealWords(remarks: string | undefined, seller: Sealer): string | undefined {
	const words = remarks?.split(' ') ?? [];
	if (!words.some((word) => isId(word, seller))) return remarks;
	return words.filter((word) => !isId(word, seller) && !isPiece(word, seller)).join(' ');
}
