import type { PictureHeader } from './pictureHeader';

const DIRECTORY_START = 6;
const ENTRY_BYTES = 16;

/** A side of 256 pixels is written as 0. */
const sideOf = (byte: number) => byte || 256;

/**
 * Reads the directory of an ICO, an icon in several sizes (Windows, ICONDIR), and takes the largest.
 *
 * @returns undefined where the directory is broken
 */
export function readIcoHeader(bytes: Buffer): PictureHeader | undefined {
	if (bytes.length < DIRECTORY_START + ENTRY_BYTES) return undefined;
	const listed = bytes.readUInt16LE(4);
	const held = Math.floor((bytes.length - DIRECTORY_START) / ENTRY_BYTES);
	if (listed === 0 || listed > held) return undefined;
	let [width, height, end] = [0, 0, 0];
	for (let entry = 0; entry < listed; entry++) {
		const at = DIRECTORY_START + entry * ENTRY_BYTES;
		width = Math.max(width, sideOf(bytes[at]));
		height = Math.max(height, sideOf(bytes[at + 1]));
		end = Math.max(end, bytes.readUInt32LE(at + 8) + bytes.readUInt32LE(at + 12));
	}
	return { width, height, complete: bytes.length >= end };
}
