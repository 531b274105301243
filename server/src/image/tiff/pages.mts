import { PictureError } from '../../page/picture-error.mts';
import { Directory, firstDirectory } from './directory.mts';

/** So many directories are looked at; 200 pages are read in a call. */
const maximumDirectories = 5_000;
/** TIFF 6.0, section 8: NewSubfileType with its bits, and the older SubfileType with its value. */
const newSubfileType = 254;
const reducedOrMask = 1 | 4;
const subfileType = 255;
const reduced = 2;

/** Directories in their order, up to the last one, one that is missing, or one that was there before. */
function* directoriesOf(file: Buffer): Generator<Directory> {
	const seen = new Set<number>();
	let offset = firstDirectory(file);
	while (offset !== 0 && !seen.has(offset)) {
		if (seen.size === maximumDirectories) {
			throw new PictureError(`the TIFF has more than ${maximumDirectories} pages`);
		}
		seen.add(offset);
		const directory = new Directory(file, offset);
		yield directory;
		offset = directory.next ?? 0;
	}
}

/** Whether a directory is a page, and not a preview of one or a mask. */
const isPage = (directory: Directory): boolean =>
	(directory.value(newSubfileType, 0) & reducedOrMask) === 0 &&
	directory.value(subfileType, 0) !== reduced;

/** The first page of a TIFF. Throws PictureError. */
export function firstTiffPage(file: Buffer): Directory {
	for (const directory of directoriesOf(file)) if (isPage(directory)) return directory;
	throw new PictureError('the TIFF is broken or cut off: it has no page');
}

const pagesOf = (file: Buffer): Directory[] => [...directoriesOf(file)].filter(isPage);

/** How many pages a TIFF has; one whose directory is missing counts. Throws PictureError. */
export const countTiffPages = (file: Buffer): number => pagesOf(file).length;

/**
 * A TIFF of one page of another. Throws PictureError.
 * @param number counts from 1
 */
export function tiffPage(file: Buffer, number: number): Buffer {
	const page = pagesOf(file)[number - 1];
	if (!page) throw new PictureError(`the TIFF has no page ${number}`);
	return Directory.alone(file, page);
}
