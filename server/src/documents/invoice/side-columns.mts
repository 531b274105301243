import { wordsOf } from '../find.mts';
import { textOf, type Char, type Row } from '../layout/rows.mts';

/** The rows of a sheet without its columns at the side, and what stood in the one of remarks. */
export interface Parted {
	rows: Row[];
	/** 备注, where that word is written downwards beside them. */
	remarks?: string;
}

/** A line of the cipher text of a VAT invoice, be the word 密码区 beside it glued to it. */
const cipherLine = /^[密码区]{0,3}[\d<>*/+-]{12,}$/u;
const cipherSigns = /[<>*/+]/gu;
const leastSigns = 4;
const cipherWord = /^[密码区]{1,3}$/u;
/** How far below 备 its 注 can stand, in rows. */
const remarksRows = 7;
/** How far (in full-width characters) the two signs may stand out of line. */
const signReach = 1.5;

const spelling = (word: readonly Char[]): string => word.map(({ char }) => char).join('');

const isCipher = (word: readonly Char[]): boolean => {
	const text = spelling(word);
	return cipherLine.test(text) && (text.match(cipherSigns)?.length ?? 0) >= leastSigns;
};

function withChars(row: Row, chars: Char[]): Row {
	return {
		...row,
		chars,
		text: textOf(chars),
		left: chars[0]?.left ?? row.left,
		right: chars[chars.length - 1]?.right ?? row.right,
	};
}

/** A row without the cipher text at its end, nor the word 密码区 before that. */
function withoutCipher(row: Row, isBeside: boolean): Row {
	const words = wordsOf(row.chars);
	const at = words.findIndex(isCipher);
	let end = at < 0 ? words.length : at;
	const hasCipher = at >= 0 || isBeside;
	while (hasCipher && end > 1 && cipherWord.test(spelling(words[end - 1]))) end--;
	return end === words.length ? row : withChars(row, words.slice(0, end).flat());
}

/** A row without a sign of 备注 alone at its end. */
function withoutLastSign(row: Row): Row {
	const words = wordsOf(row.chars);
	const isSign = words.length > 1 && /^[备注]$/u.test(spelling(words[words.length - 1]));
	return isSign ? withChars(row, words.slice(0, -1).flat()) : row;
}

/** A sign of 购买方 or 销售方, written downwards, glued to the label beside it. */
const gluedSign = /^[购买销售方信息](?=名称|纳税人?识别|地址|开户|统一社会)/u;

/** A row with a gap behind the sign of a party at its beginning. */
function withPartedSign(row: Row): Row {
	if (!gluedSign.test(spelling(row.chars))) return row;
	const [sign, next, ...rest] = row.chars;
	return withChars(row, [sign, { ...next, gap: Math.max(next.gap, 1) }, ...rest]);
}

interface Sign {
	row: number;
	word: Char[];
}

function signs(rows: readonly Row[], sign: string): Sign[] {
	return rows.flatMap(({ chars }, row) =>
		wordsOf(chars)
			.filter((word) => spelling(word) === sign)
			.map((word) => ({ row, word })),
	);
}

/** 备 and the 注 below it. */
function remarkSigns(rows: readonly Row[]): readonly [Sign, Sign] | undefined {
	for (const top of signs(rows, '备')) {
		const bottom = signs(rows, '注').find(
			({ row, word }) =>
				row > top.row &&
				row - top.row <= remarksRows &&
				Math.abs(word[0].left - top.word[0].left) < signReach * rows[row].em,
		);
		if (bottom) return [top, bottom];
	}
	return undefined;
}

/**
 * Takes the cipher text and the column of remarks away from the rows of a sheet: both stand beside
 * the lines of a party and are no part of them.
 */
export function withoutSideColumns(page: readonly Row[]): Parted {
	const hasCipher = page.map(({ chars }) => wordsOf(chars).some(isCipher));
	const rows = page
		.map((row, i) => withoutCipher(row, hasCipher[i - 1] === true || hasCipher[i + 1] === true))
		.filter(({ chars }) => chars.length > 0)
		.map(withPartedSign);
	const found = remarkSigns(rows);
	if (!found) return { rows: rows.map(withoutLastSign) };
	const [top, bottom] = found;
	const left = Math.min(top.word[0].left, bottom.word[0].left) - 1;
	const isBeside = (i: number) => i >= top.row && i <= bottom.row;
	const beside = rows.filter((_, i) => isBeside(i)).map(({ chars }) => chars);
	const remarks = beside
		.map((chars) => textOf(chars.filter((char) => char.left > left && !/[备注]/u.test(char.char))))
		.filter((text) => text !== '')
		.join(' ');
	const kept = rows.map((row, i) =>
		isBeside(i)
			? withChars(
					row,
					row.chars.filter((char) => char.left <= left),
				)
			: row,
	);
	return { rows: kept.filter(({ chars }) => chars.length > 0), remarks };
}
