import type { FileFormat } from './fileFormats';
import { isoMediaKind } from './formats/isoMedia';
import { oleKind } from './formats/ole';
import { signedKind } from './formats/signed';
import { mailKind, textKind } from './formats/text';
import { zipKind } from './formats/zip';

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
	{ format: 'AVI', bytes: 'AVI ', offset: 8 },
	{ format: 'WAV', bytes: 'WAVE', offset: 8 },
	{ format: 'TIFF', bytes: 'II*\0' },
	{ format: 'TIFF', bytes: 'MM\0*' },
	{ format: 'TIFF', bytes: 'II+\0' },
	{ format: 'TIFF', bytes: 'MM\0+' },
	{ format: 'JXL', bytes: '\xff\x0a' },
	{ format: 'JXL', bytes: '\0\0\0\x0cJXL ' },
	{ format: 'JP2', bytes: '\0\0\0\x0cjP  ' },
	{ format: 'JP2', bytes: '\xff\x4f\xff\x51' },
	{ format: 'PSD', bytes: '8BPS' },
	{ format: 'ICO', bytes: '\0\0\x01\0' },
	{ format: 'RAR', bytes: 'Rar!\x1a\x07' },
	{ format: '7Z', bytes: '7z\xbc\xaf\x27\x1c' },
	{ format: 'GZIP', bytes: '\x1f\x8b' },
	{ format: 'BZIP2', bytes: 'BZh' },
	{ format: 'XZ', bytes: '\xfd7zXZ\0' },
	{ format: 'CAB', bytes: 'MSCF\0\0\0\0' },
	{ format: 'TAR', bytes: 'ustar', offset: 257 },
	{ format: 'TNEF', bytes: '\x78\x9f\x3e\x22' },
	{ format: 'MP3', bytes: 'ID3' },
	{ format: 'BMP', bytes: 'BM' },
];

const PDF_HEADER_RANGE = 1024;

const latin1 = (bytes: Buffer, from: number, length: number) =>
	bytes.toString('latin1', from, from + length);

const signatureKind = (bytes: Buffer): FileFormat | undefined =>
	signatures.find(({ bytes: magic, offset = 0 }) => latin1(bytes, offset, magic.length) === magic)
		?.format;

const pdfKind = (bytes: Buffer): FileFormat | undefined =>
	latin1(bytes, 0, PDF_HEADER_RANGE).includes('%PDF-') ? 'PDF' : undefined;

/** In the order they are tried. */
const kinds: ReadonlyArray<(bytes: Buffer) => FileFormat | undefined> = [
	signatureKind,
	isoMediaKind,
	zipKind,
	oleKind,
	signedKind,
	mailKind,
	pdfKind,
	textKind,
];

/**
 * Tells a file's format from its bytes; names and MIME types of attachments are often wrong.
 *
 * @returns the format, or undefined where the bytes are of no kind known here
 */
export function detectFormat(bytes: Buffer): FileFormat | undefined {
	for (const kindOf of kinds) {
		const format = kindOf(bytes);
		if (format) return format;
	}
	return undefined;
}
