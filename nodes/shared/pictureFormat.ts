/** Every kind of file that people attach where a picture is asked for, named so that a refusal can say what it is. */
export type FileFormat =
	| 'PNG'
	| 'JPEG'
	| 'BMP'
	| 'GIF'
	| 'WEBP'
	| 'TIFF'
	| 'HEIC'
	| 'AVIF'
	| 'ICO'
	| 'PDF'
	| 'OFD'
	| 'XML'
	| 'DOCX'
	| 'XLSX'
	| 'PPTX'
	| 'DOC/XLS/MSG'
	| 'ZIP'
	| 'RAR'
	| '7Z'
	| 'HTML'
	| 'SVG';

interface Signature {
	format: FileFormat;
	/** Bytes from the offset; Latin-1, so one character is one byte. */
	bytes: string;
	offset?: number;
}

/** Magic numbers in the order they are tried. Source: the formats' specifications (the list of file signatures). */
const signatures: Signature[] = [
	{ format: 'PNG', bytes: '\x89PNG\r\n\x1a\n' },
	{ format: 'JPEG', bytes: '\xff\xd8\xff' },
	{ format: 'GIF', bytes: 'GIF8' },
	{ format: 'WEBP', bytes: 'WEBP', offset: 8 },
	{ format: 'TIFF', bytes: 'II*\0' },
	{ format: 'TIFF', bytes: 'MM\0*' },
	...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map(
		(brand): Signature => ({ format: 'HEIC', bytes: `ftyp${brand}`, offset: 4 }),
	),
	{ format: 'AVIF', bytes: 'ftypavif', offset: 4 },
	{ format: 'ICO', bytes: '\0\0\x01\0' },
	{ format: 'DOC/XLS/MSG', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
	{ format: 'RAR', bytes: 'Rar!\x1a\x07' },
	{ format: '7Z', bytes: '7z\xbc\xaf\x27\x1c' },
	{ format: 'BMP', bytes: 'BM' },
];

/**
 * What stands in a ZIP of each kind. Source: GB/T 33190 (OFD), ECMA-376 (Office Open XML).
 */
const entryPoints: ReadonlyArray<[name: string, format: FileFormat]> = [
	['OFD.xml', 'OFD'],
	['word/document', 'DOCX'],
	['xl/workbook', 'XLSX'],
	['ppt/presentation', 'PPTX'],
];
const ZIP_END = 'PK\x05\x06';
/** Where the end record of a ZIP says at which byte its directory begins. */
const DIRECTORY_OFFSET = 16;
const LITTLE_ENDIAN_MARK = '\xff\xfe';

const PDF_HEADER_RANGE = 1024;
const TEXT_HEADER_RANGE = 1024;

function latin1(bytes: Buffer, from: number, length: number): string {
	return bytes.toString('latin1', from, from + length);
}

/** The names in a ZIP stand in the directory at its end; what lies before that can be an archive of its own. */
function zipDirectory(bytes: Buffer): Buffer {
	const end = bytes.lastIndexOf(ZIP_END, undefined, 'latin1');
	const isCutOff = end === -1 || end + DIRECTORY_OFFSET + 4 > bytes.length;
	return isCutOff ? bytes : bytes.subarray(bytes.readUInt32LE(end + DIRECTORY_OFFSET));
}

function zipKind(bytes: Buffer): FileFormat {
	const directory = zipDirectory(bytes);
	return entryPoints.find(([name]) => directory.includes(name))?.[1] ?? 'ZIP';
}

function textStart(bytes: Buffer): string {
	const isUtf16 = latin1(bytes, 0, 2) === LITTLE_ENDIAN_MARK;
	return bytes.toString(isUtf16 ? 'utf16le' : 'utf8', 0, TEXT_HEADER_RANGE).toLowerCase();
}

function textKind(bytes: Buffer): FileFormat | undefined {
	const start = textStart(bytes);
	if (start.includes('<svg')) return 'SVG';
	if (start.includes('<html') || start.includes('<!doctype html')) return 'HTML';
	return /^[\ufeff\s]*<(\?xml|einvoice)\b/.test(start) ? 'XML' : undefined;
}

/**
 * Tells a file's format from its bytes; names and MIME types of attachments are often wrong.
 *
 * @returns the format, or undefined where the bytes are of no kind known here
 */
export function detectFormat(bytes: Buffer): FileFormat | undefined {
	const found = signatures.find(
		({ bytes: magic, offset = 0 }) => latin1(bytes, offset, magic.length) === magic,
	);
	if (found) return found.format;
	if (latin1(bytes, 0, 4) === 'PK\x03\x04') return zipKind(bytes);
	if (latin1(bytes, 0, PDF_HEADER_RANGE).includes('%PDF-')) return 'PDF';
	return textKind(bytes);
}
