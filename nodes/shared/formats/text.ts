import type { FileFormat } from '../fileFormats';

const HEAD_BYTES = 4096;

/** Marks of a text in 16 bits, by the byte that comes first. */
const LITTLE_ENDIAN = '\xff\xfe';
const BIG_ENDIAN = '\xfe\xff';

/** How texts of a kind begin, in lower case, in the order they are tried. */
const starts: ReadonlyArray<[start: RegExp, format: FileFormat]> = [
	[/^\{\\rtf/, 'RTF'],
	[/^begin:vcalendar/, 'ICS'],
	[/^begin:vcard/, 'VCF'],
	[/^-----begin pgp (signature|public key)/, 'PGP'],
];
/** What may stand in front of the first element of a page or of data. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--[^]*?-->|<!doctype(?! html)[^>[]*(?:\[[^\]]*\]\s*)?>)/;
const HTML_ELEMENT =
	/^<(!doctype html|html|head|body|title|meta|link|script|style|div|span|p|table|center|font|form|a|img|br|h[1-6])\b/;
const ELEMENT = /^<[a-z_\u0080-\uffff][^\s<>]*[\s/>]/;

/** A mail has two of these above its text. Source: RFC 5322, section 3.6. */
const mailHeaders: ReadonlySet<string> = new Set([
	'from',
	'to',
	'subject',
	'date',
	'message-id',
	'mime-version',
	'received',
	'return-path',
	'delivered-to',
	'sender',
]);
const MAIL_HEADERS = 2;
const HEADER_LINE = /^([!-9;-~]+):/;
const SAVED_PAGE = /^(snapshot-content-location:|from: <?saved by )/m;

/** The beginning of a text, in lower case, without a mark. */
function headOf(bytes: Buffer): string {
	const head = bytes.subarray(0, HEAD_BYTES);
	const mark = head.toString('latin1', 0, 2);
	if (mark === BIG_ENDIAN)
		return Buffer.from(head.subarray(0, head.length & ~1))
			.swap16()
			.toString('utf16le', 2)
			.toLowerCase();
	const text = head.toString(mark === LITTLE_ENDIAN ? 'utf16le' : 'utf8');
	return text.replace(/^\ufeff/, '').toLowerCase();
}

function markupKind(head: string): FileFormat | undefined {
	let rest = head;
	for (let prologue = PROLOGUE.exec(rest); prologue; prologue = PROLOGUE.exec(rest))
		rest = rest.slice(prologue[0].length);
	if (rest.startsWith('<svg')) return 'SVG';
	if (HTML_ELEMENT.test(rest)) return 'HTML';
	if (ELEMENT.test(rest) || head.trimStart().startsWith('<?xml')) return 'XML';
	return head.includes('<html') ? 'HTML' : undefined;
}

/**
 * Tells a mail by its headers, whatever its body is: a file that is attached to it can stand there as it is.
 *
 * @returns undefined where the file is none
 */
export function mailKind(bytes: Buffer): FileFormat | undefined {
	const head = headOf(bytes);
	const lines = head.split(/\r?\n/);
	// A mailbox puts a line of its own in front of each mail.
	const first = lines[0].startsWith('from ') ? 1 : 0;
	const names = new Set<string>();
	for (const line of lines.slice(first)) {
		const name = HEADER_LINE.exec(line)?.[1];
		if (name !== undefined && mailHeaders.has(name)) names.add(name);
		else if (name === undefined && !/^[ \t]/.test(line)) break;
	}
	if (names.size < MAIL_HEADERS) return undefined;
	return SAVED_PAGE.test(head) ? 'MHTML' : 'EML';
}

/** Tells other texts apart by how they begin. @returns undefined where a text is of no kind known here */
export function textKind(bytes: Buffer): FileFormat | undefined {
	const head = headOf(bytes);
	return starts.find(([start]) => start.test(head.trimStart()))?.[1] ?? markupKind(head);
}
