import type { FileFormat } from '../fileFormats';

const BRANDS_RANGE = 256;

/** By a brand that a file may be read as, in the order they are tried. Source: ISO/IEC 23008-12, the AV1 image format. */
const brands: ReadonlyArray<[brand: RegExp, format: FileFormat]> = [
	[/^avi[fs]$/, 'AVIF'],
	[/^(hei[cfxms]|hev[cmxs]|mif[12]|msf1)$/, 'HEIC'],
];

/**
 * Tells pictures and films in an ISO base media file (ISO/IEC 14496-12) apart by all brands of its first box: the major
 * one may be that of a family.
 *
 * @returns undefined where the file is none
 */
export function isoMediaKind(bytes: Buffer): FileFormat | undefined {
	if (bytes.toString('latin1', 4, 8) !== 'ftyp') return undefined;
	const end = Math.min(bytes.readUInt32BE(0), bytes.length, BRANDS_RANGE);
	const named: string[] = [bytes.toString('latin1', 8, 12)];
	// Behind the major brand stands its version.
	for (let at = 16; at + 4 <= end; at += 4) named.push(bytes.toString('latin1', at, at + 4));
	return brands.find(([brand]) => named.some((name) => brand.test(name)))?.[1] ?? 'MP4';
}
