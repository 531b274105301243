const TIFF_START = 6;
const ENTRY_BYTES = 12;
const ORIENTATION_TAG = 0x0112;

/**
 * Finds the orientation in the first image directory of an EXIF segment (EXIF 2.32, section 4.6.2).
 *
 * @param segment the content of an APP1 segment, after its length
 * @returns 1 to 8, or undefined where the segment holds none
 */
export function readExifOrientation(segment: Buffer): number | undefined {
	if (segment.length < TIFF_START + 8 || segment.toString('latin1', 0, 4) !== 'Exif') {
		return undefined;
	}
	const tiff = segment.subarray(TIFF_START);
	const littleEndian = tiff.toString('latin1', 0, 2) === 'II';
	const read16 = (at: number) => (littleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const read32 = (at: number) => (littleEndian ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));

	const directory = read32(4);
	if (directory + 2 > tiff.length) return undefined;
	const entries = read16(directory);
	for (let entry = 0; entry < entries; entry++) {
		const at = directory + 2 + entry * ENTRY_BYTES;
		if (at + ENTRY_BYTES > tiff.length) return undefined;
		if (read16(at) !== ORIENTATION_TAG) continue;
		const orientation = read16(at + 8);
		return orientation >= 1 && orientation <= 8 ? orientation : undefined;
	}
	return undefined;
}
