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
	| 'PDF'
	| 'OFD'
	| 'ZIP'
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
	{ format: 'BMP', bytes: 'BM' },
];

const PDF_HEADER_RANGE = 1024;
const TEXT_HEADER_RANGE = 512;

function latin1(bytes: Buffer, from: number, length: number): string {
	return bytes.toString('latin1', from, from + length);
}

function zipKind(bytes: Buffer): FileFormat {
	// An OFD e-invoice is a ZIP whose entry point is OFD.xml; its name stands in the directory at the end.
	return bytes.includes('OFD.xml') ? 'OFD' : 'ZIP';
}

function textKind(bytes: Buffer): FileFormat | undefined {
	const start = latin1(bytes, 0, TEXT_HEADER_RANGE).toLowerCase();
	if (start.includes('<svg')) return 'SVG';
	return start.includes('<html') || start.includes('<!doctype html') ? 'HTML' : undefined;
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
