import type { FileFormat } from '../fileFormats';

const START = 'PK\x03\x04';
const EMPTY_START = 'PK\x05\x06';
const ENTRY = 0x02014b50;
const END = 'PK\x05\x06';
/** In the record at the end: how many bytes it has, and where it says at which byte the directory begins. */
const END_BYTES = 22;
const DIRECTORY_OFFSET = 16;
/** In an entry of the directory: where the lengths of its three texts stand, and where these begin. */
const LENGTHS = 28;
const NAME = 46;
/** An office file has its parts early; an archive may have as many entries as it likes. */
const MOST_ENTRIES = 5000;

/** What stands in a ZIP of each kind. Source: GB/T 33190 (OFD), ECMA-376 (Office Open XML), ISO/IEC 26300 (OpenDocument). */
const entryPoints: ReadonlyArray<[name: RegExp, format: FileFormat]> = [
	[/^ofd\.xml$/i, 'OFD'],
	[/^word\/document\d*\.xml$/i, 'DOCX'],
	[/^xl\/workbook\.(xml|bin)$/i, 'XLSX'],
	[/^ppt\/presentation\.xml$/i, 'PPTX'],
	[/^meta-inf\/manifest\.xml$/i, 'ODF'],
];
/** The same in a file whose directory is missing, where any text may stand around a name. */
const marks: ReadonlyArray<[mark: string, format: FileFormat]> = [
	['OFD.xml', 'OFD'],
	['word/document', 'DOCX'],
	['xl/workbook', 'XLSX'],
	['ppt/presentation', 'PPTX'],
];

/** As packers of all systems write it. */
const plain = (name: string) => name.replace(/\\/g, '/').replace(/^(\.?\/)+/, '');

/** The names in the directory at a ZIP's end; what lies before that can be archives of their own. */
function namesIn(bytes: Buffer): string[] | undefined {
	const end = bytes.lastIndexOf(END, undefined, 'latin1');
	if (end === -1 || end + END_BYTES > bytes.length) return undefined;
	const names: string[] = [];
	let at = bytes.readUInt32LE(end + DIRECTORY_OFFSET);
	while (at + NAME <= end && bytes.readUInt32LE(at) === ENTRY && names.length < MOST_ENTRIES) {
		const [name, extra, comment] = [0, 2, 4].map((field) =>
			bytes.readUInt16LE(at + LENGTHS + field),
		);
		names.push(plain(bytes.toString('latin1', at + NAME, at + NAME + name)));
		at += NAME + name + extra + comment;
	}
	return names;
}

/**
 * Tells the documents that are ZIPs inside apart, by what stands at the root of each.
 *
 * @returns undefined where the file is no ZIP
 */
export function zipKind(bytes: Buffer): FileFormat | undefined {
	const start = bytes.toString('latin1', 0, START.length);
	if (start !== START && start !== EMPTY_START) return undefined;
	const names = namesIn(bytes);
	const found = names
		? entryPoints.find(([point]) => names.some((name) => point.test(name)))
		: marks.find(([mark]) => bytes.includes(mark));
	return found?.[1] ?? 'ZIP';
}
