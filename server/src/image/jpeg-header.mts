import type { PictureHeader } from './picture-header.mts';
import { PictureError } from '../page/picture-error.mts';

/** Segments and stray bytes before the first scan: an ICC profile has up to 255, depth maps of phones a few hundred. */
const maximumSteps = 2_000;
/** Markers that stand alone, without a length: TEM, RST0 to RST7, SOI, EOI. None of them stands before a scan. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
/** No marker but stray bytes, or 0xff as filling: both are passed over. */
const isStray = (marker: number) => marker === 0x00 || marker === 0xff;
const startOfScan = 0xda;
/** Baseline, extended and progressive, the latter two with either coding; others no decoder of photos knows. */
const frameMarkers = [0xc0, 0xc1, 0xc2, 0xc9, 0xca];
/** Grey, colour, CMYK. */
const componentCounts = [1, 3, 4];
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

/** What a JPEG says of itself before its pixels. */
export interface JpegHeader extends PictureHeader {
	/** Where the marker of the first scan stands. */
	firstScan: number;
}

/**
 * ITU-T T.81, annex B: segments of a marker and a length up to the first scan, one of them the frame header. A
 * progressive picture, and one with a scan for each colour, is decoded as a whole. Looks at a bounded number
 * of segments, as libjpeg does; throws PictureError where they are not as an encoder writes them.
 */
export function readJpegHeader(picture: Buffer): JpegHeader {
	let frame: Frame | undefined;
	let at = 2;
	for (let step = 0; step < maximumSteps && at + 4 <= picture.length; step++) {
		const marker = picture[at + 1];
		if (picture[at] !== 0xff || isStray(marker)) {
			at++;
			continue;
		}
		const end = at + 2 + picture.readUInt16BE(at + 2);
		if (standsAlone(marker) || end < at + 4 || end > picture.length) break;
		const segment = picture.subarray(at + 4, end);
		if (marker === startOfScan && frame) return headerOf(frame, segment, at);
		if (isFrame(marker)) {
			if (frame) throw new PictureError('the JPEG is broken: it says twice how large it is');
			frame = readFrame(segment, marker);
		}
		at = end;
	}
	throw new PictureError("the JPEG's header cannot be read");
}

/** SOF0 to SOF15, but not DHT, JPG and DAC. */
const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** B.2.2: precision, height, width, then id, sampling factors and table of each component. */
function readFrame(segment: Buffer, marker: number): Frame {
	if (!frameMarkers.includes(marker)) {
		throw new PictureError('the JPEG is lossless or of a rare kind: save it as an ordinary JPEG');
	}
	const components = segment[5] ?? 0;
	if (segment.length !== 6 + 3 * components || !componentCounts.includes(components)) {
		throw new PictureError(
			`the JPEG is broken or of a rare kind (${components} components): save it as an ordinary JPEG`,
		);
	}
	const samples = Array.from({ length: components }, (_, i) => {
		const factors = segment[7 + 3 * i];
		return { across: factors >> 4, down: factors & 15 };
	});
	if (samples.some(({ across, down }) => !isFactor(across) || !isFactor(down))) {
		throw new PictureError('the JPEG is broken: a colour of it has no size');
	}
	const perUnit = samples.reduce((sum, { across, down }) => sum + across * down, 0);
	const widest = Math.max(...samples.map(({ across }) => across));
	const tallest = Math.max(...samples.map(({ down }) => down));
	return {
		width: segment.readUInt16BE(3),
		height: segment.readUInt16BE(1),
		coefficients: perUnit / (widest * tallest),
		components,
		isProgressive: (marker & 3) === 2,
	};
}

const isFactor = (factor: number) => factor >= 1 && factor <= 4;

/** B.2.3: how many components the first scan has. */
function headerOf(frame: Frame, scan: Buffer, firstScan: number): JpegHeader {
	const { width, height, coefficients, components, isProgressive } = frame;
	const isWhole = isProgressive || (scan[0] ?? 0) < components;
	return {
		width,
		height,
		channels: components,
		isWhole,
		heldBytes: isWhole ? width * height * coefficients * coefficientSize : 0,
		firstScan,
	};
}
