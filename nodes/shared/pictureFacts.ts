import type { FileFormat } from './fileFormats';
import { detectFormat } from './pictureFormat';
import { readBmpHeader } from './headers/bmp';
import { readGifHeader } from './headers/gif';
import { readIcoHeader } from './headers/ico';
import { readJpegHeader } from './headers/jpeg';
import type { PictureHeader } from './headers/pictureHeader';
import { readPngHeader } from './headers/png';
import { readSvgHeader } from './headers/svg';
import { readWebpHeader } from './headers/webp';

export interface PictureFacts {
	/** Bytes of the file. */
	size: number;
	format?: FileFormat;
	/** Missing where the format is none this package reads, or where the header is broken. */
	header?: PictureHeader;
}

type HeaderReader = (bytes: Buffer) => PictureHeader | undefined;

const headerReaders: Partial<Record<FileFormat, HeaderReader>> = {
	PNG: readPngHeader,
	JPEG: readJpegHeader,
	BMP: readBmpHeader,
	GIF: readGifHeader,
	WEBP: readWebpHeader,
	ICO: readIcoHeader,
	SVG: readSvgHeader,
};

/** True for formats whose header this package reads: one without is damaged. */
export const hasHeader = (format: FileFormat): boolean => headerReaders[format] !== undefined;

/** Reads what can be known of a picture without decoding it: microseconds, and no memory beyond the file's own. */
export function readPictureFacts(bytes: Buffer): PictureFacts {
	const format = detectFormat(bytes);
	return {
		size: bytes.length,
		format,
		header: format ? headerReaders[format]?.(bytes) : undefined,
	};
}
