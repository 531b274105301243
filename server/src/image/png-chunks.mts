/** The chunks on which the pixels and their colours depend; others are notes, animation and history. */
const usefulChunks = new Set([
	'IHDR',
	'PLTE',
	'IDAT',
	'IEND',
	'tRNS',
	'gAMA',
	'cHRM',
	'sRGB',
	'iCCP',
	'cICP',
	'eXIf',
]);
/** In a JPEG, for which Exif was made, it has at most so many bytes. */
const maximumExif = 65_535;

const signatureSize = 8;
/** Length and name before a chunk's data, its checksum behind. */
const frameSize = 12;

/**
 * A PNG without the chunks that say nothing of its pixels: compressed notes unpack to a thousand times their
 * size, and the decoder unpacks them all. The same bytes where it has none.
 */
export function withoutNotes(picture: Buffer): Buffer {
	const kept = Buffer.alloc(picture.length);
	let size = picture.copy(kept, 0, 0, signatureSize);
	for (let at = signatureSize; at + frameSize <= picture.length; ) {
		const length = picture.readUInt32BE(at);
		const name = picture.toString('latin1', at + 4, at + 8);
		const end = Math.min(picture.length, at + frameSize + length);
		const isKept = usefulChunks.has(name) && (name !== 'eXIf' || length <= maximumExif);
		if (isKept) size += picture.copy(kept, size, at, end);
		if (name === 'IEND') break;
		at = end;
	}
	return size === picture.length ? picture : kept.subarray(0, size);
}
