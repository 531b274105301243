import { crc32, deflateSync } from 'node:zlib';

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	body.copy(framed, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}

/**
 * A valid grey PNG that carries a label, so that a test can tell pictures apart behind the wire.
 *
 * @param padding bytes of incompressible content in a chunk of its own, to make the file as large as a photo
 */
export function labelledPng(label: string, width = 40, height = 30, padding = 0): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const rows = Buffer.alloc((width + 1) * height, 0xcc);
	for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('tEXt', Buffer.from(`label\0${label};`, 'latin1')),
		...(padding > 0 ? [chunk('prVt', Buffer.alloc(padding, label))] : []),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** Segments of a JPEG without image data: enough for its header. */
export function jpegHeader(
	width: number,
	height: number,
	{ orientation = 1, frame = 0xc0, littleEndian = true, complete = true } = {},
): Buffer {
	const tiff = Buffer.alloc(26);
	tiff.write(littleEndian ? 'II*\0' : 'MM\0*', 'latin1');
	const write16 = (value: number, at: number) =>
		littleEndian ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
	const write32 = (value: number, at: number) =>
		littleEndian ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
	write32(8, 4);
	write16(1, 8);
	write16(0x0112, 10);
	write16(3, 12);
	write32(1, 14);
	write16(orientation, 18);

	const segment = (marker: number, content: Buffer) => {
		const head = Buffer.from([0xff, marker, 0, 0]);
		head.writeUInt16BE(content.length + 2, 2);
		return Buffer.concat([head, content]);
	};
	const sizes = Buffer.alloc(6);
	sizes[0] = 8;
	sizes.writeUInt16BE(height, 1);
	sizes.writeUInt16BE(width, 3);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
		segment(frame, sizes),
		segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
		Buffer.from([0x12, 0xff, 0x00, 0x34]),
		Buffer.from(complete ? [0xff, 0xd9] : []),
	]);
}

/** A BMP of 24 bits; a negative height has its rows from top to bottom. */
export function bmp(width: number, height: number): Buffer {
	const rowBytes = Math.ceil((width * 3) / 4) * 4;
	const bytes = Buffer.alloc(54 + rowBytes * Math.abs(height), 0xff);
	bytes.write('BM', 'latin1');
	bytes.writeUInt32LE(bytes.length, 2);
	bytes.writeUInt32LE(54, 10);
	bytes.writeUInt32LE(40, 14);
	bytes.writeInt32LE(width, 18);
	bytes.writeInt32LE(height, 22);
	bytes.writeUInt16LE(1, 26);
	bytes.writeUInt16LE(24, 28);
	bytes.writeUInt32LE(0, 30);
	return bytes;
}

/** A GIF of one pixel's data under a header of any size; in a loop, as smileys are. */
export function gif(width: number, height: number, { loop = false } = {}): Buffer {
	const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
	head.writeUInt16LE(width, 6);
	head.writeUInt16LE(height, 8);
	const repeat = Buffer.from('!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1');
	const picture = Buffer.from(',\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1');
	return Buffer.concat([head, ...(loop ? [repeat] : []), picture]);
}

/** A WEBP's first chunk, enough for its header; VP8X says that the picture moves. */
export function webp(chunkName: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
	const bytes = Buffer.alloc(30);
	bytes.write('RIFF', 'latin1');
	bytes.writeUInt32LE(bytes.length - 8, 4);
	bytes.write(`WEBP${chunkName}`, 8, 'latin1');
	if (chunkName === 'VP8 ') {
		bytes.writeUInt16LE(width, 26);
		bytes.writeUInt16LE(height, 28);
	} else if (chunkName === 'VP8L') {
		bytes[20] = 0x2f;
		bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
	} else {
		bytes[20] = 0x02;
		bytes.writeUIntLE(width - 1, 24, 3);
		bytes.writeUIntLE(height - 1, 27, 3);
	}
	return bytes;
}

/** The directory of an icon that holds a square of each size. */
export function ico(...sides: number[]): Buffer {
	const head = Buffer.from([0, 0, 1, 0, sides.length, 0]);
	return Buffer.concat([
		head,
		...sides.map((side) => Buffer.from([side, side, ...Buffer.alloc(14)])),
	]);
}

/** An SVG with nothing in it. */
export const svg = (attributes: string): Buffer =>
	Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`);

/** A ZIP whose entries are stored as they are: names of empty files, and the content of the one before. */
export function zip(...entries: Array<string | Buffer>): Buffer {
	const files: Array<{ name: Buffer; content: Buffer }> = [];
	for (const entry of entries) {
		if (typeof entry === 'string')
			files.push({ name: Buffer.from(entry), content: Buffer.alloc(0) });
		else files[files.length - 1].content = entry;
	}
	const parts: Buffer[] = [];
	const directory = files.map(({ name, content }) => {
		// The checksum, both sizes and the length of the name.
		const facts = Buffer.alloc(16);
		facts.writeUInt32LE(crc32(content), 0);
		facts.writeUInt32LE(content.length, 4);
		facts.writeUInt32LE(content.length, 8);
		facts.writeUInt16LE(name.length, 12);
		// UTF-8 names, stored as they are, of no time.
		const way = Buffer.from([0, 8, 0, 0, 0, 0, 0x21, 0]);
		const head = Buffer.concat([Buffer.from('PK\x03\x04\x14\0'), way, facts]);
		const offset = parts.reduce((sum, part) => sum + part.length, 0);
		parts.push(head, name, content);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		return Buffer.concat([Buffer.from('PK\x01\x02\x14\0\x14\0'), way, facts, place, name]);
	});
	const start = parts.reduce((sum, part) => sum + part.length, 0);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(start, 16);
	return Buffer.concat([...parts, ...directory, end]);
}
