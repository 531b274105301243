/** A segment of a JPEG (ITU-T T.81, B.1.1.4): a marker, a length, and what it says. */
export function segment(marker: number, body: Uint8Array | readonly number[]): Buffer {
	const length = body.length + 2;
	return Buffer.from([0xff, marker, length >> 8, length & 255, ...body]);
}

const startOfImage = Buffer.from([0xff, 0xd8]);
const endOfImage = Buffer.from([0xff, 0xd9]);
const quantisation = segment(0xdb, [0, ...new Array<number>(64).fill(1)]);
/** A table of one symbol, whose code is a zero bit. */
const huffman = (tableClass: number, symbol: number) =>
	segment(0xc4, [tableClass << 4, 1, ...new Array<number>(15).fill(0), symbol]);

interface Frame {
	width: number;
	height: number;
	marker?: number;
	/** A byte for each component: its sampling factors. */
	sampling?: readonly number[];
}

/** A frame header (B.2.2). */
export function frameHeader({ width, height, marker = 0xc0, sampling = [17, 17, 17] }: Frame) {
	const sides = [height >> 8, height & 255, width >> 8, width & 255];
	const components = sampling.flatMap((factors, i) => [i + 1, factors, 0]);
	return segment(marker, [8, ...sides, sampling.length, ...components]);
}

/** The header of a scan of some components (B.2.3). */
const scanHeader = (components: readonly number[], first: number, last: number) =>
	segment(0xda, [components.length, ...components.flatMap((id) => [id, 0]), first, last, 0]);

const blocksOf = ({ width, height }: Frame) => Math.ceil(width / 8) * Math.ceil(height / 8);
const zeroBits = (count: number) => Buffer.alloc(Math.ceil(count / 8));

interface Jpeg extends Frame {
	/** Segments before the frame header. */
	before?: Buffer;
	/** Bytes between the pixels and the end of the image. */
	after?: Buffer;
}

/** A grey picture, encoded without a library, with any number of components: each block takes two bits. */
export function greyJpeg({ before = Buffer.alloc(0), after = Buffer.alloc(0), ...frame }: Jpeg) {
	const { sampling = [17, 17, 17] } = frame;
	return Buffer.concat([
		startOfImage,
		before,
		quantisation,
		frameHeader(frame),
		huffman(0, 0),
		huffman(1, 0),
		scanHeader(
			sampling.map((_, i) => i + 1),
			0,
			63,
		),
		zeroBits(blocksOf(frame) * sampling.length * 2),
		after,
		endOfImage,
	]);
}

/** The symbol of a run of 16,384 blocks and more without a coefficient (G.1.2.2). */
const longRun = 0xe0;
const blocksOfRun = 16_384;
const bitsOfRun = 15;

/** A grey progressive picture with so many scans after the first one: each goes over all of it in a few bytes. */
export function progressiveJpeg({ scans, ...frame }: Frame & { scans: number }): Buffer {
	const runs = Math.ceil(blocksOf(frame) / blocksOfRun);
	const scan = Buffer.concat([scanHeader([1], 1, 63), zeroBits(runs * bitsOfRun)]);
	return Buffer.concat([
		startOfImage,
		quantisation,
		frameHeader({ ...frame, marker: 0xc2 }),
		huffman(0, 0),
		huffman(1, longRun),
		scanHeader([1, 2, 3], 0, 0),
		zeroBits(blocksOf(frame) * 3),
		...new Array<Buffer>(scans).fill(scan),
		endOfImage,
	]);
}

/** A picture with a scan for each colour, as few encoders write it. */
export function planarJpeg(frame: Frame): Buffer {
	const scans = [1, 2, 3].map((id) =>
		Buffer.concat([scanHeader([id], 0, 63), zeroBits(blocksOf(frame) * 2)]),
	);
	return Buffer.concat([
		startOfImage,
		quantisation,
		frameHeader(frame),
		huffman(0, 0),
		huffman(1, 0),
		...scans,
		endOfImage,
	]);
}

/**
 * A picture that says another size to a reader which takes every marker to have a length: to it, the true frame
 * header behind a restart marker is the length of a segment, behind which a false one stands in a comment.
 */
export function twoFacedJpeg(seen: Frame, decoded: Frame): Buffer {
	const picture = greyJpeg(decoded).subarray(startOfImage.length);
	const header = frameHeader(decoded);
	const decoy = frameHeader(seen);
	const before = picture.subarray(0, picture.indexOf(header));
	const skipped = header.readUInt16BE(0) - header.length - 4;
	return Buffer.concat([
		startOfImage,
		before,
		Buffer.from([0xff, 0xd0]),
		header,
		segment(0xfe, [...new Uint8Array(skipped), ...decoy]),
		picture.subarray(before.length + header.length),
	]);
}
