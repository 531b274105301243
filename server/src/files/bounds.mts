import { PictureError } from '../page/picture-error.mts';

const mega = 2 ** 20;

/**
 * What an archive may hold at most. A folder of invoices as mail gateways pack it has a hundred files; an OFD
 * takes four to six files a page. What is unpacked is counted as it is read, whatever the archive says of itself.
 */
export const mostInArchive = {
	files: 2000,
	/** Bytes of one file, unpacked. */
	ofOneFile: 20 * mega,
	/** Bytes of all that are read. */
	together: 64 * mega,
} as const;

/** Documents of a ZIP that are read; further ones are named as left out. */
export const mostDocuments = 100;

/** Pages of an OFD that are read. */
export const mostOfdPages = 500;

/**
 * What an XML file may hold: the fullest page of an invoice has 300 KB, 3,000 elements, 8 levels. A megabyte takes a
 * core up to 300 ms, so that what an OFD may hold together is read in five seconds.
 */
export const mostInXml = {
	bytes: 4 * mega,
	elements: 100_000,
	depth: 64,
	/** Bytes of all XML files of an OFD that are read. */
	together: 16 * mega,
} as const;

/** Lines of goods of an invoice; a list of a whole year's tickets has some hundreds. */
export const mostLines = 2000;

/** Characters of one value; the form has room for 450 of a remark. */
export const mostInValue = 10_000;

/** Throws PictureError where a file holds more of something than is read. */
export function assertAtMost(most: number, count: number, what: string): void {
	if (count > most) throw new PictureError(`${what}: at most ${most} are read`);
}
