import { detectFormat } from '../pictureFormat';
import { decodeBase64, decodePlain, MAX_TEXT_LENGTH } from './base64Text';
import { isDataUrl, parseDataUrl, percentDecode } from './dataUrl';
import { inputFailure, MAX_PICTURE_BYTES, tooLarge } from './inputPicture';

/** What stands in place of the content where n8n keeps files outside the items. Source: n8n-core's binary data modes. */
const STORE_MARK = /^(?:filesystem|filesystem-v2|s3|azure|database)$/;
/** As PostgreSQL and others write bytes; a picture's base64 never consists of such digits alone. */
const HEX_START = /^\s*["']?(?:0x|\\x)?[0-9a-f]{8}/i;
const HEX_PREFIX = /^(?:0x|\\x)/i;
const OUTER_QUOTES = /^["'`]|["'`]$/g;

interface JsonBuffer {
	type: 'Buffer';
	data: number[];
}

/** What can be a picture's content: text, bytes, or bytes that went through JSON. */
export type PictureContent = string | Uint8Array | JsonBuffer;

function isJsonBuffer(value: unknown): value is JsonBuffer {
	return (
		typeof value === 'object' &&
		value !== null &&
		(value as Partial<JsonBuffer>).type === 'Buffer' &&
		Array.isArray((value as Partial<JsonBuffer>).data)
	);
}

/** True for a value that can be a picture's content. */
export function isContent(value: unknown): value is PictureContent {
	return typeof value === 'string' || ArrayBuffer.isView(value) || isJsonBuffer(value);
}

function decodeHex(text: string): Buffer | undefined {
	if (!HEX_START.test(text)) return undefined;
	const hex = text.replace(/[\s"']/g, '').replace(HEX_PREFIX, '');
	if (hex.length % 2 === 1 || /[^0-9a-f]/i.test(hex)) return undefined;
	if (hex.length > 2 * MAX_PICTURE_BYTES) throw tooLarge();
	const bytes = Buffer.from(hex, 'hex');
	return detectFormat(bytes) && bytes;
}

function decodeDataUrl(text: string, label: string): Buffer {
	const url = parseDataUrl(text);
	if (!url)
		throw inputFailure(
			`${label} holds a data: URL without the comma before its content`,
			'Give it whole, for example data:image/jpeg;base64,/9j/4AAQ…',
		);
	if (url.content.trim() === '')
		throw inputFailure(`${label} holds a data: URL without content`, 'Check the node that made it');
	if (url.isBase64) return decodeBase64(url.content, label);
	const bytes = percentDecode(url.content);
	if (bytes.length > MAX_PICTURE_BYTES) throw tooLarge();
	// data:image/png,iVBOR… is base64 whose flag was lost.
	return detectFormat(bytes) ? bytes : (decodePlain(url.content) ?? bytes);
}

function decodeText(text: string, label: string): Buffer {
	if (text.length > MAX_TEXT_LENGTH) throw tooLarge();
	if (STORE_MARK.test(text))
		throw inputFailure(
			`${label} holds n8n's mark of a stored file, "${text}", instead of the image`,
			'Set Image Source to Binary Field and give the name of the field: the content of such a file is not in the item',
		);
	const bytes = decodeHex(text) ?? decodePlain(text);
	if (bytes) return bytes;
	if (/^\s*https?:\/\//i.test(text))
		throw inputFailure(
			`${label} holds a web address`,
			'Set Image Source to Image URL and put it there',
		);
	const bare = text.trim().replace(OUTER_QUOTES, '');
	if (isDataUrl(bare)) return decodeDataUrl(bare, label);
	return decodeBase64(text, label);
}

/**
 * The bytes of a picture that stands in an item itself: as base64, as a data: URL, as hexadecimal digits, or as
 * bytes.
 *
 * @param label what holds it, for errors
 * @returns memory of its own
 * @throws RecognitionFailure that says what is wrong with it
 */
export function contentOf(value: PictureContent, label: string): Buffer {
	if (typeof value === 'string') return decodeText(value, label);
	const bytes = isJsonBuffer(value) ? value.data : value;
	if (bytes.length > MAX_PICTURE_BYTES) throw tooLarge();
	return Buffer.from(bytes as Uint8Array);
}
