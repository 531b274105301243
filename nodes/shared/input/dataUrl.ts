/** Characters within which the comma of a data: URL stands; nobody needs as many. */
const HEADER_RANGE = 1000;
/** RFC 2397, and parameters whose quoted values hold commas (RFC 2045). */
const HEADER = /^data:((?:[^",]|"[^"]*")*),/i;
/** What is left of a data: URL that lost its scheme. */
const HEADLESS = /^(?:[\w.+/-]*;)?\s*base64\s*[,:]/i;
const BASE64_FLAG = /;\s*base64\s*$/i;
const PERCENT = 0x25;
const NO_DIGIT = 255;

const digits = new Uint8Array(256).fill(NO_DIGIT);
for (const digit of '0123456789abcdefABCDEF') digits[digit.charCodeAt(0)] = parseInt(digit, 16);

/** A data: URL in its parts. */
export interface DataUrl {
	isBase64: boolean;
	/** As written: base64, or percent-encoded. */
	content: string;
}

/** True for what was meant as a data: URL, whole or not. */
export const isDataUrl = (text: string): boolean =>
	/^data:/i.test(text) || HEADLESS.test(text.slice(0, HEADER_RANGE));

/**
 * Takes a data: URL apart (RFC 2397), in any case and with any parameters.
 *
 * @returns undefined where it has no comma before its content
 */
export function parseDataUrl(text: string): DataUrl | undefined {
	const start = text.slice(0, HEADER_RANGE);
	const [whole, header] = HEADER.exec(start) ?? [];
	if (whole !== undefined)
		return { isBase64: BASE64_FLAG.test(header), content: text.slice(whole.length) };
	const headless = HEADLESS.exec(start);
	return headless ? { isBase64: true, content: text.slice(headless[0].length) } : undefined;
}

/** The bytes of percent-encoded text (WHATWG URL, 1.3: percent-decode). */
export function percentDecode(text: string): Buffer {
	const bytes = Buffer.from(text);
	let end = 0;
	for (let index = 0; index < bytes.length; index++) {
		const high = digits[bytes[index + 1]];
		const low = digits[bytes[index + 2]];
		const isEncoded = bytes[index] === PERCENT && high < NO_DIGIT && low < NO_DIGIT;
		bytes[end++] = isEncoded ? high * 16 + low : bytes[index];
		if (isEncoded) index += 2;
	}
	return bytes.subarray(0, end);
}
