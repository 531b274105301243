import type { FileFormat } from '../fileFormats';

const SIGNATURE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const HEADER_BYTES = 512;
/** Where the header says how large a sector is, and which one the directory begins with. */
const SECTOR_SHIFT = 30;
const FIRST_DIRECTORY_SECTOR = 48;
/** Where the header lists the sectors of the table that says which sector follows which. */
const TABLE_SECTORS = 76;
const HEADER_TABLE_SECTORS = 109;
const ENTRY_BYTES = 128;
const NAME_BYTES = 64;
/** More than the parts of a document take; what is attached to a mail stands behind its own. */
const MOST_DIRECTORY_SECTORS = 64;

/** What stands in the directory of each kind. Source: MS-OXMSG, MS-DOC, MS-XLS, MS-PPT, MS-OFFCRYPTO. */
const parts: ReadonlyArray<[name: RegExp, format: FileFormat]> = [
	[/^__(properties_version1|substg1|nameid_version1)/, 'MSG'],
	[/^WordDocument$/, 'DOC'],
	[/^(Workbook|Book)$/, 'XLS'],
	[/^PowerPoint Document$/, 'PPT'],
];

/** Which sector follows one; undefined where that cannot be told. */
function follower(bytes: Buffer, sectorBytes: number, sector: number): number | undefined {
	const perSector = sectorBytes / 4;
	const index = Math.floor(sector / perSector);
	if (index >= HEADER_TABLE_SECTORS) return undefined;
	const table = (bytes.readUInt32LE(TABLE_SECTORS + index * 4) + 1) * sectorBytes;
	const at = table + (sector % perSector) * 4;
	return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : undefined;
}

function namesIn(bytes: Buffer): string[] {
	if (bytes.length < HEADER_BYTES) return [];
	const sectorBytes = 2 ** (bytes.readUInt16LE(SECTOR_SHIFT) & 15);
	if (sectorBytes < ENTRY_BYTES) return [];
	const names: string[] = [];
	let sector: number | undefined = bytes.readUInt32LE(FIRST_DIRECTORY_SECTOR);
	for (let count = 0; sector !== undefined && count < MOST_DIRECTORY_SECTORS; count++) {
		const start = (sector + 1) * sectorBytes;
		const end = Math.min(start + sectorBytes, bytes.length);
		for (let at = start; at + ENTRY_BYTES <= end; at += ENTRY_BYTES)
			names.push(bytes.toString('utf16le', at, at + NAME_BYTES).split('\0')[0]);
		if (end <= start) break;
		sector = follower(bytes, sectorBytes, sector);
	}
	return names;
}

/**
 * Tells files of old Office programs and Outlook apart by the parts in their directory (MS-CFB); of parts of several
 * kinds, the first is the document's own, and a mail's are those of a mail whatever is attached to it.
 *
 * @returns undefined where the file is none
 */
export function oleKind(bytes: Buffer): FileFormat | undefined {
	if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) return undefined;
	const kinds = namesIn(bytes).flatMap(
		(name) => parts.find(([part]) => part.test(name))?.[1] ?? [],
	);
	return kinds.includes('MSG') ? 'MSG' : (kinds[0] ?? 'DOC/XLS/MSG');
}
