import { percentDecode } from './dataUrl';
import { inputFailure, MAX_PICTURE_BYTES, tooLarge } from './inputPicture';

/** Characters of one picture however it is written: percent-encoding makes three of a byte. */
export const MAX_TEXT_LENGTH = 3 * MAX_PICTURE_BYTES;

/** Line breaks may stand in it: Node passes over them too. */
const NOT_BASE64 = /[^A-Za-z0-9+/_\s-]/u;
/** How files begin, and the sign that stands for bytes that are no text. */
const FILE_AS_TEXT = /^%PDF-|^.?PNG|JFIF|Exif|^\u00ff\u00d8|\ufffd/s;
const START = 100;
const quotes = ['"', "'", '`'];
const REMEDY =
	'Give the image as base64 text, with or without a prefix such as data:image/jpeg;base64,';

/** Characters without the padding at the end. */
function unpaddedLength(text: string): number {
	let { length } = text;
	while (length > text.length - 2 && text[length - 1] === '=') length--;
	return length;
}

/** Of the characters that may stand in base64, white space is outside the visible ASCII. */
const isSpace = (code: number) => code <= 32 || code > 126;

const bytesOf = (characters: number) => Math.floor((characters * 3) / 4);

/**
 * Decodes text that is base64 to its last character, in the ordinary or the URL-safe alphabet.
 *
 * @returns undefined where it is not, or is more than a picture
 */
export function decodePlain(text: string): Buffer | undefined {
	const characters = unpaddedLength(text);
	if (characters % 4 === 1 || bytesOf(characters) > MAX_PICTURE_BYTES) return undefined;
	const bytes = Buffer.from(text, 'base64');
	// Node passes over what is not base64, so that less comes out.
	return bytes.length === bytesOf(characters) ? bytes : undefined;
}

/** Text as it was before somebody quoted and escaped it: as JSON, in Python's way, or for a URL. */
function unescaped(text: string): string {
	let plain = text.startsWith('b') && quotes.includes(text[1]) ? text.slice(1) : text;
	if (quotes.includes(plain[0]) && plain.endsWith(plain[0])) plain = plain.slice(1, -1);
	if (plain.includes('\\')) {
		try {
			plain = String(JSON.parse(`"${plain}"`));
		} catch {
			// Not escaped as JSON is: the backslash is named as what it is.
		}
	}
	return plain.includes('%') ? percentDecode(plain).toString('latin1') : plain;
}

/** True where blanks stand in equal distances, as they do between lines. */
function isWrapped(text: string): boolean {
	const width = text.indexOf(' ');
	let at = width;
	for (;;) {
		const next = text.indexOf(' ', at + 1);
		if (next === -1) return text.length - at - 1 <= width;
		if (next - at - 1 !== width) return false;
		at = next;
	}
}

const isWhole = (text: string) => text.length % 4 === 0;
/** Padding fills the last group of four; without it one character is too few for a byte. */
const isPossible = (text: string) => (text.endsWith('=') ? isWhole(text) : text.length % 4 !== 1);

/**
 * Blanks are what a form makes of `+` when it is not encoded, or what is left of line breaks. Which it was, tells
 * the length, and else the distances: a picture of some size has a `+`, and they stand anywhere.
 */
function withoutBlanks(text: string): string {
	const line = text.replace(/ {1,8}(?=[\r\n])/g, '').replace(/[^\S ]+ */g, '');
	const joined = line.replace(/ /g, '');
	if (joined.length === line.length || /[+_-]/.test(line)) return joined;
	const plus = line.replace(/ /g, '+');
	if (!isPossible(plus)) return joined;
	if (!isPossible(joined) || (isWhole(plus) && !isWhole(joined))) return plus;
	return isWrapped(line) ? joined : plus;
}

function withoutPadding(text: string): string {
	let { length } = text;
	while (length > 0 && /[=\s]/.test(text[length - 1])) length--;
	return text.slice(0, length);
}

/** Characters beside line breaks. */
function countCharacters(text: string): number {
	let count = 0;
	for (let index = 0; index < text.length; index++) if (!isSpace(text.charCodeAt(index))) count++;
	return count;
}

/**
 * Decodes base64 as people hand it over: broken into lines, without padding, quoted, escaped, or with blanks where
 * a form has eaten the plus signs.
 *
 * @param label what holds the text, for errors
 * @throws RecognitionFailure that says where the text is not base64, or that it is too large
 */
export function decodeBase64(text: string, label: string): Buffer {
	const plain = decodePlain(text);
	if (plain) return plain;
	if (text.length > MAX_TEXT_LENGTH) throw tooLarge();
	const bare = unescaped(text.trim());
	const base64 = withoutPadding(bare.includes(' ') ? withoutBlanks(bare) : bare);
	const wrong = NOT_BASE64.exec(base64);
	if (wrong && FILE_AS_TEXT.test(base64.slice(0, START)))
		throw inputFailure(
			`${label} holds the bytes of a file as text, which has damaged them`,
			'Let the node before hand over a file: in an HTTP Request node, set Response Format to File and Image Source here to Binary Field',
		);
	if (wrong)
		throw inputFailure(
			`${label} holds text that is not base64: its character ${wrong.index + 1} is ${JSON.stringify(wrong[0])}`,
			REMEDY,
		);
	const count = countCharacters(base64);
	if (count === 0) throw inputFailure(`${label} holds no image`, REMEDY);
	if (count % 4 === 1)
		throw inputFailure(
			`${label} holds base64 that is cut off or has lost characters: it has ${count}, which is a length no base64 has`,
			'Check that the node before hands over the whole text',
		);
	if (bytesOf(count) > MAX_PICTURE_BYTES) throw tooLarge();
	return Buffer.from(base64, 'base64');
}
