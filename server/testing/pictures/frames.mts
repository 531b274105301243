/** A WEBP animation with its last frame so many times more; each of them adds to what a decoder goes through. */
export function manyWebpFrames(animation: Buffer, count: number): Buffer {
	const last = animation.lastIndexOf('ANMF');
	const frame = animation.subarray(last, last + 8 + animation.readUInt32LE(last + 4));
	const flood = Buffer.concat([animation, ...new Array<Buffer>(count).fill(frame)]);
	flood.writeUInt32LE(flood.length - 8, 4);
	return flood;
}

/** A frame of one pixel in the corner (GIF89a, 20 and 22). */
const tinyFrame = Buffer.from(',\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1');

/** A GIF with so many tiny frames more. */
export const manyGifFrames = (gif: Buffer, count: number): Buffer =>
	Buffer.concat([
		gif.subarray(0, -1),
		...new Array<Buffer>(count).fill(tinyFrame),
		gif.subarray(-1),
	]);

/** A HEIC or AVIF that says other sizes of its pictures. */
export function withSides(photo: Buffer, width: number, height: number): Buffer {
	const changed = Buffer.from(photo);
	for (let at = changed.indexOf('ispe'); at >= 0; at = changed.indexOf('ispe', at + 1)) {
		changed.writeUInt32BE(width, at + 8);
		changed.writeUInt32BE(height, at + 12);
	}
	return changed;
}

/** A HEIC that says of its photo that it is to be turned, where it said how many bits its colours have. */
export function turnedHeic(photo: Buffer, quarterTurns: number): Buffer {
	const changed = Buffer.from(photo);
	const at = changed.indexOf('pixi');
	changed.write('irot', at, 'latin1');
	changed[at + 4] = quarterTurns;
	return changed;
}
