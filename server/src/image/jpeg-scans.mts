import { PictureError } from '../page/picture-error.mts';

/** Encoders write up to 14 scans; a hundred tiny ones over a large picture take a third of a second. */
const maximumScans = 100;
/** Segments after the first scan, all of which the decoder keeps. */
const maximumSegments = 2_000;

const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Within a scan: stuffed bytes, fill bytes, TEM and restarts; none of them has a length. */
const isPartOfScan = (marker: number) =>
	marker <= 0x01 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Throws PictureError when a JPEG has more scans, or segments between them, than an encoder writes: each goes
 * over the whole picture, so that a few kilobytes would keep the decoder busy for minutes.
 * @param firstScan where the marker of the first scan stands
 */
export function assertFewScans(picture: Buffer, firstScan: number): void {
	let scans = 0;
	let segments = 0;
	let at = firstScan;
	while (at + 4 <= picture.length) {
		const marker = picture[at + 1];
		if (picture[at] !== 0xff || isPartOfScan(marker)) {
			at++;
			continue;
		}
		if (marker === endOfImage) return;
		segments++;
		if (marker === startOfScan) scans++;
		if (scans > maximumScans || segments > maximumSegments) {
			throw new PictureError(
				`the JPEG has more than ${scans > maximumScans ? `${maximumScans} scans` : `${maximumSegments} segments`}: save it as an ordinary JPEG`,
			);
		}
		at += 2 + picture.readUInt16BE(at + 2);
	}
}
