import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import type { Size } from './picture-header.mts';
import { PictureError } from '../page/picture-error.mts';

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
/** Before a chunk's data stand its length and its name, behind it a checksum. */
const headSize = 8;
const checksumSize = 4;

/** Packed pixels of which the decoder makes short work even where they unpack to a thousand times their size. */
const harmlessSize = 8e6;
/** A pixel of four values of 16 bits; a row of an interlaced picture comes in up to two parts. */
const largestPixel = 8;
const partsOfRow = 2;
const unpackedAtOnce = 2 ** 20;

interface Chunk {
	name: string;
	start: number;
	end: number;
	data: Buffer;
}

/** The chunks of a PNG up to the last one; one that is cut off ends with the file. */
function* chunksOf(picture: Buffer): Generator<Chunk> {
	let start = signatureSize;
	while (start + headSize + checksumSize <= picture.length) {
		const name = picture.toString('latin1', start + 4, start + headSize);
		const dataEnd = start + headSize + picture.readUInt32BE(start);
		const end = Math.min(picture.length, dataEnd + checksumSize);
		yield { name, start, end, data: picture.subarray(start + headSize, dataEnd) };
		if (name === 'IEND') return;
		start = end;
	}
}

/**
 * A PNG without the chunks that say nothing of its pixels: compressed notes unpack to a thousand times their
 * size, and the decoder unpacks them all. The same bytes where it has none.
 */
export function withoutNotes(picture: Buffer): Buffer {
	const kept = Buffer.alloc(picture.length);
	let size = picture.copy(kept, 0, 0, signatureSize);
	for (const { name, start, end, data } of chunksOf(picture)) {
		const isUseful = usefulChunks.has(name) && (name !== 'eXIf' || data.length <= maximumExif);
		if (isUseful) size += picture.copy(kept, size, start, end);
	}
	return size === picture.length ? picture : kept.subarray(0, size);
}

/**
 * Throws PictureError when the packed pixels unpack to more than the picture has: the decoder would unpack
 * what is left over as well, 20 GB of it from a file of 20 MB. What else is wrong with them it finds itself.
 */
export async function assertNoSurplus(picture: Buffer, { width, height }: Size): Promise<void> {
	const packed = packedPixels(picture);
	if (packed.length <= harmlessSize) return;
	const limit = height * (width * largestPixel + partsOfRow);
	let size = 0;
	const measure = async (unpacked: AsyncIterable<Buffer>) => {
		for await (const { length } of unpacked) {
			size += length;
			if (size > limit) return;
		}
	};
	await pipeline([packed], createInflate({ chunkSize: unpackedAtOnce }), measure).catch(
		() => undefined,
	);
	if (size > limit) throw new PictureError('the PNG is broken: it has more pixels than its size');
}

/** The data of all chunks of pixels, which are one stream. */
function packedPixels(picture: Buffer): Buffer {
	const packed = Buffer.alloc(picture.length);
	let size = 0;
	for (const { name, data } of chunksOf(picture)) {
		if (name === 'IDAT') size += data.copy(packed, size);
	}
	return packed.subarray(0, size);
}
