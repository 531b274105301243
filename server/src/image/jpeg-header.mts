import type { PictureHeader } from './header.mts';

const startOfScan = 0xda;
/** Bytes of a coefficient in the decoder. */
const coefficientSize = 2;

interface Frame {
	width: number;
	height: number;
	/** Coefficients for each pixel: 3 with full colour, 1.5 with colour at half the size. */
	coefficients: number;
	components: number;
	isProgressive: boolean;
}

/**
 * ITU-T T.81, annex B: segments of a marker and a length up to the first scan. A progressive picture, and one
 * with a scan for each colour, is decoded as a whole. Undefined when there is no frame header.
 */
export function readJpegHeader(picture: Buffer): PictureHeader | undefined {
	let frame: Frame | undefined;
	let at = 2;
	while (at + 9 <= picture.length && picture[at] === 0xff) {
		const marker = picture[at + 1];
		if (marker === startOfScan) break;
		if (isFrame(marker)) frame = readFrame(picture.subarray(at), marker);
		at += marker === 0xff ? 1 : 2 + picture.readUInt16BE(at + 2);
	}
	if (!frame) return undefined;
	const { width, height, isProgressive, coefficients, components } = frame;
	const isWhole = isProgressive || (picture[at + 4] ?? 0) < components;
	return {
		width,
		height,
		heldBytes: isWhole ? width * height * coefficients * coefficientSize : 0,
	};
}

/** SOF0 to SOF15, but not DHT, JPG and DAC. */
const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** B.2.2: length, precision, height, width, then id, sampling factors and table of each component. */
function readFrame(segment: Buffer, marker: number): Frame {
	const components = segment[9] ?? 0;
	const samples = Array.from({ length: components }, (_, i) => {
		const factors = segment[11 + 3 * i] ?? 0;
		return { across: factors >> 4, down: factors & 15 };
	});
	const perUnit = samples.reduce((sum, { across, down }) => sum + across * down, 0);
	const widest = Math.max(1, ...samples.map(({ across }) => across));
	const tallest = Math.max(1, ...samples.map(({ down }) => down));
	return {
		width: segment.readUInt16BE(7),
		height: segment.readUInt16BE(5),
		coefficients: perUnit / (widest * tallest),
		components,
		isProgressive: (marker & 3) === 2,
	};
}
