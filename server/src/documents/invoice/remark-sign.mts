import { wordsOf } from '../find.mts';
import { spelling, type Char, type Row } from '../layout/rows.mts';

/** How far below 备 its 注 can stand, in rows. */
const signRows = 7;
/** How far (in full-width characters) the two signs may stand out of line. */
export const signReach = 1.5;

/** The same where they are glued to words. */
const gluedReach = 1;

/** The word 备注 on a sheet. */
export interface Sign {
	top: number;
	bottom: number;
	left: number;
	right: number;
	chars: ReadonlySet<Char>;
	/** Whether the word is written downwards, or stands without a colon: it heads a box then. */
	isBoxed: boolean;
}

interface Placed {
	row: number;
	word: Char[];
}

const lone = (rows: readonly Row[], sign: RegExp): Placed[] =>
	rows.flatMap(({ chars }, row) =>
		wordsOf(chars)
			.filter((word) => sign.test(spelling(word)))
			.map((word) => ({ row, word })),
	);

/** 备注 on one row, be there a gap between its signs or not. */
const wholeWords = (rows: readonly Row[]): Placed[] =>
	rows.flatMap(({ chars }, row) =>
		wordsOf(chars)
			.map((word, i, all) => (spelling(word) === '备' ? [...word, ...(all[i + 1] ?? [])] : word))
			.filter((word) => /^备注(?!:?[12一二两]?联)/u.test(spelling(word)))
			.map((word) => ({ row, word })),
	);

function signOf(words: readonly Placed[], length: number, isBoxed: boolean): Sign {
	const chars = words.flatMap(({ word }) => word.slice(0, length));
	return {
		top: words[0].row,
		bottom: words[words.length - 1].row,
		left: Math.min(...chars.map(({ left }) => left)),
		right: Math.max(...chars.map(({ right }) => right)),
		chars: new Set(chars),
		isBoxed,
	};
}

/** A word that begins with 备 and one below it, in line, that begins with 注. */
function signDown(
	rows: readonly Row[],
	tops: readonly Placed[],
	bottoms: readonly Placed[],
	reach: number,
): Sign | undefined {
	let next = 0;
	for (const top of tops) {
		while (next < bottoms.length && bottoms[next].row <= top.row) next++;
		for (let i = next; i < bottoms.length && bottoms[i].row - top.row <= signRows; i++) {
			const { row, word } = bottoms[i];
			const isInLine = Math.abs(word[0].left - top.word[0].left) < reach * rows[row].em;
			if (isInLine) return signOf([top, bottoms[i]], 1, true);
		}
	}
	return undefined;
}

/** 备 and the 注 below it; the word on one row; both glued to what is beside them; one alone below the total. */
export function findSign(rows: readonly Row[], total: number): Sign | undefined {
	const apart = signDown(rows, lone(rows, /^备$/u), lone(rows, /^注$/u), signReach);
	if (apart) return apart;
	const all = wholeWords(rows);
	// Before the total, 备注 at the end of a row is the head of a column.
	const word =
		all.find(({ row }) => row >= total) ??
		all.find(({ row, word }) => {
			const { chars } = rows[row];
			return word[0] === chars[0] && chars.length > 2;
		});
	if (word) return signOf([word], 2, spelling(word.word) === '备注');
	const [tops, bottoms] = [
		lone(rows, /^备(?![用案货件品份料考注]).{2}/u),
		lone(rows, /^注(?![册意明]).{2}/u),
	];
	const glued = signDown(rows, tops, bottoms, gluedReach);
	if (glued) return glued;
	const half = lone(rows, /^[备注]:?$/u).find(({ row }) => total >= 0 && row > total);
	return half && signOf([half], 1, true);
}
