/** Signs that stand for one another on paper or in the recogniser's output; NFKC has done the rest. */
const alike: Readonly<Record<string, string>> = {
	'∶': ':',
	丶: '、',
	'﹕': ':',
	'︰': ':',
	'—': '-',
	'–': '-',
	'―': '-',
	'−': '-',
	'‐': '-',
	'‑': '-',
	'✕': '×',
	'✖': '×',
	'╳': '×',
	'⨯': '×',
	'∗': '*',
	'✱': '*',
	'【': '[',
	'】': ']',
	'〔': '(',
	'〕': ')',
	'￡': '¥',
	'〈': '<',
	'〉': '>',
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'｡': '。',
};

const alikeSigns = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

/** NFKC with one sign for each kind of colon, dash, cross and bracket. */
export const normalize = (text: string): string =>
	text.normalize('NFKC').replace(alikeSigns, (sign) => alike[sign]);

/** Puts the brackets back that `normalize` made alike, where a print has one kind alone. */
export const withBracketsOf = (printed: string, text: string): string =>
	printed.includes('【') && !printed.includes('[')
		? text.replaceAll('[', '【').replaceAll(']', '】')
		: text;

/** The text without any blanks. */
export const compact = (text: string): string => text.replace(/\s+/gu, '');

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;

/** Whether a character is a Chinese (or other full-width) one. */
export const isWide = (char: string): boolean => wide.test(char);

/** Whether a text has a Chinese character. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether a text has a letter of any script. */
export const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

/** The text without brackets, colons and other signs at its ends. */
export const trimSigns = (text: string): string =>
	text.replace(/^[\s:;,.、。·=_|~'"<>#-]+|(?<![\s:;,、。·=_|~'"<>-])[\s:;,、。·=_|~'"<>-]+$/gu, '');

/** A name whose characters are printed apart, each or two of them by themselves: `S U JI A N`, `苏 见 书 店`. */
const spacedName =
	/(?<!\S)(?:(?:[A-Z]{1,2} ){3,}[A-Z]{1,2}|(?:\p{Script=Han} ){2,}\p{Script=Han})(?!\S)/gu;

/** The text with names put together whose characters are printed apart. */
export const joinSpaced = (text: string): string => text.replace(spacedName, compact);

/**
 * Whether two texts differ by at most one insertion, removal or replacement of a character.
 */
export function withinOneEdit(a: string, b: string): boolean {
	if (a.length > b.length) return withinOneEdit(b, a);
	const more = b.length - a.length;
	if (more > 1) return false;
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	for (i += 1 - more; i < a.length; i++) if (a[i] !== b[i + more]) return false;
	return true;
}

/** Whether a text is another one without some of its signs. */
export function isPartOf(text: string, whole: string): boolean {
	let at = 0;
	for (const char of whole) if (char === text[at]) at++;
	return at === text.length;
}

/**
 * The fewest insertions, removals and replacements of characters that turn one text into the other.
 * @param most where more than this are needed, it is Infinity, which is known sooner
 */
export function editDistance(a: string, b: string, most = Infinity): number {
	const row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		let before = row[0];
		let least = (row[0] = i);
		for (let j = 1; j <= b.length; j++) {
			const change = before + (a[i - 1] === b[j - 1] ? 0 : 1);
			before = row[j];
			row[j] = Math.min(change, before + 1, row[j - 1] + 1);
			if (row[j] < least) least = row[j];
		}
		if (least > most) return Infinity;
	}
	return row[b.length] > most ? Infinity : row[b.length];
}
