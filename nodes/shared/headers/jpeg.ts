import type { PictureHeader } from './pictureHeader';
import { readExifOrientation } from './exif';

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC), which share the range (ITU-T T.81, table B.1). */
const isStartOfFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers that stand alone: TEM, RST0 to RST7, SOI. */
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Orientations 5 to 8 turn the picture by 90 degrees (EXIF 2.32, tag 0x0112). */
const swapsSides = (orientation: number) => orientation >= 5 && orientation <= 8;

/**
 * Walks a JPEG's segments up to the first scan; baseline and progressive files alike.
 *
 * @returns undefined where no frame header is found
 */
export function readJpegHeader(bytes: Buffer): PictureHeader | undefined {
	let sides: { width: number; height: number } | undefined;
	let orientation = 1;
	let position = 2;

	while (position + 4 <= bytes.length && bytes[position] === 0xff) {
		const marker = bytes[position + 1];
		if (marker === 0xff || hasNoLength(marker)) {
			position += marker === 0xff ? 1 : 2;
			continue;
		}
		const length = bytes.readUInt16BE(position + 2);
		if (length < 2) return undefined;
		const segment = bytes.subarray(position + 4, position + 2 + length);
		if (isStartOfFrame(marker) && segment.length >= 5) {
			sides = { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3) };
		}
		if (marker === APP1) orientation = readExifOrientation(segment) ?? orientation;
		position += 2 + length;
		if (marker === START_OF_SCAN) break;
	}

	if (!sides || sides.width === 0 || sides.height === 0) return undefined;
	// Inside a scan FF is always followed by 00 or a restart marker, so this is the end itself and not data.
	const complete = bytes.indexOf(END_OF_IMAGE, position) !== -1;
	const { width, height } = sides;
	return swapsSides(orientation)
		? { width: height, height: width, complete }
		: { width, height, complete };
}
