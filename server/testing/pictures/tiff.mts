/** TIFF 6.0, section 2: types SHORT and LONG. */
const short = 3;
const long = 4;

interface TiffPage {
	width?: number;
	height?: number;
	/** Entries beside or in place of the usual ones: by tag, a value or `[type, count, value or offset]`. */
	entries?: Readonly<
		Record<number, number | readonly [type: number, count: number, value: number]>
	>;
	/** Where the next directory stands, instead of where it is. */
	next?: number;
}

const offsetOfData = 8;
const dataSize = 64;

/** A TIFF of grey pages, uncompressed, each of which shows the same bytes. */
export function tiff(...pages: TiffPage[]): Buffer {
	const head = Buffer.alloc(offsetOfData + dataSize, 200);
	head.write('II*\0', 'latin1');
	head.writeUInt32LE(head.length, 4);
	let offset = head.length;
	const directories = pages.map((page, i) => {
		const directory = directoryOf(page, offset, i === pages.length - 1);
		offset += directory.length;
		return directory;
	});
	return Buffer.concat([head, ...directories]);
}

function directoryOf(
	{ width = 8, height = 8, entries, next }: TiffPage,
	offset: number,
	isLast: boolean,
) {
	const all = Object.entries({
		256: width,
		257: height,
		258: 8,
		259: 1,
		262: 1,
		273: [long, 1, offsetOfData] as const,
		277: 1,
		278: height,
		279: [long, 1, Math.min(dataSize, width * height)] as const,
		...entries,
	});
	const directory = Buffer.alloc(2 + all.length * 12 + 4);
	directory.writeUInt16LE(all.length, 0);
	all.forEach(([tag, entry], i) => {
		const [type, count, value] =
			typeof entry === 'number' ? [entry < 2 ** 16 ? short : long, 1, entry] : entry;
		const at = 2 + i * 12;
		directory.writeUInt16LE(Number(tag), at);
		directory.writeUInt16LE(type, at + 2);
		directory.writeUInt32LE(count, at + 4);
		directory.writeUInt32LE(value, at + 8);
	});
	directory.writeUInt32LE(next ?? (isLast ? 0 : offset + directory.length), directory.length - 4);
	return directory;
}
