import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { pageOfRows, runLengthBmp } from '../../testing/pictures/attack.mts';
import { greyJpeg, planarJpeg, progressiveJpeg } from '../../testing/pictures/jpeg.mts';
import { nestedForms } from '../../testing/pictures/pdf.mts';
import { tiff } from '../../testing/pictures/tiff.mts';
import { ofdText, smallOfd } from '../../testing/files/ofd.mts';

/** Numbers from 0 to 1 that a seed decides (Mulberry32, Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Random = () => number;

export const pick = <T,>(random: Random, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)];

const samples = path.join(import.meta.dirname, '..', '..', '..', 'samples');
const below = (random: Random, limit: number) => Math.floor(random() * limit);

const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/MediaBox[0 0 200 100]/Parent 2 0 R/Contents 4 0 R>>endobj
4 0 obj<</Length 33>>stream
BT /F1 12 Tf 10 50 Td (12.50) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`);

/** Small files of every format, sound: what is mutated. */
export async function seeds(): Promise<Buffer[]> {
	const svg = Buffer.from(
		'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="96" height="48" fill="white"/><text x="6" y="32" font-size="26">12.50</text></svg>',
	);
	const image = () => sharp(svg).flatten();
	const size = { width: 96, height: 48 };
	return [
		await image().png().toBuffer(),
		await image().png({ palette: true }).toBuffer(),
		await image().png({ progressive: true }).toBuffer(),
		await image().toColourspace('rgb16').png().toBuffer(),
		await image().jpeg().toBuffer(),
		await image().jpeg({ progressive: true }).toBuffer(),
		await image().toColourspace('cmyk').jpeg().toBuffer(),
		await image().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
		await image().gif().toBuffer(),
		await image().webp().toBuffer(),
		await image().tiff().toBuffer(),
		await image()
			.tiff({ compression: 'lzw', tile: true, tileWidth: 32, tileHeight: 32 })
			.toBuffer(),
		await image().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
		await image().avif({ effort: 0 }).toBuffer(),
		tiff({}, { width: 12 }, {}),
		readFileSync(path.join(samples, 'formats', 'f02-phone.heic')),
		bmp(96, 48),
		runLengthBmp(size),
		planarJpeg(size),
		progressiveJpeg({ ...size, scans: 20 }),
		greyJpeg({ ...size, sampling: [0x22, 17, 17, 0x22] }),
		pdf,
		nestedForms(3),
		pageOfRows(60),
	];
}

/** Sound files of data: OFDs of both generations, XMLs, a ZIP. */
export function documentSeeds(): Buffer[] {
	const folder = path.join(samples, 'data');
	const names = [
		'o01-printing.ofd',
		'o04-office-list.ofd',
		'o07-hotel.ofd',
		'o08-software-text.ofd',
		'o09-returned.ofd',
		'o10-software.ofd',
		'x02-returned.xml',
		'x03-ride.xml',
		'x05-books.xml',
		'z01-mail.zip',
	];
	const unit = '<ofd:CompositeObject ResourceID="5" CTM="2 0 0 2 1 1"/>';
	const nested = smallOfd({
		objects: unit.repeat(3) + ofdText('合计12.50', 20, 30, 'CTM="1 0 0 1 0 0"'),
		resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${unit}${unit}${ofdText('合计', 1, 2)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
	});
	return [...names.map((name) => readFileSync(path.join(folder, name))), nested];
}

/** An uncompressed BMP of 24 bits with a gradient. */
function bmp(width: number, height: number): Buffer {
	const file = Buffer.alloc(54 + width * height * 3, 128);
	file.write('BM');
	file.writeUInt32LE(54, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(24, 28);
	return file;
}

/** Values that break arithmetic more often than random ones. */
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

const mutations: ReadonlyArray<(file: Buffer, random: Random) => Buffer> = [
	(file, random) => file.subarray(0, below(random, file.length)),
	(file, random) => {
		for (let i = 0; i <= below(random, 12); i++) {
			file[below(random, file.length)] ^= 1 << below(random, 8);
		}
		return file;
	},
	(file, random) => {
		const at = below(random, Math.min(64, file.length - 4));
		if (random() < 0.5) file.writeUInt32BE(pick(random, extremes), at);
		else file.writeUInt32LE(pick(random, extremes), at);
		return file;
	},
	(file, random) => {
		const from = below(random, file.length);
		const length = below(random, file.length - from);
		return Buffer.concat([file, file.subarray(from, from + length), file.subarray(from)]);
	},
	(file, random) => {
		const from = below(random, file.length);
		const to = Math.min(file.length, from + below(random, 64));
		return file.fill(below(random, 256), from, to);
	},
	(file, random) => {
		const from = below(random, file.length);
		return Buffer.concat([file.subarray(0, from), file.subarray(from + below(random, 32))]);
	},
];

/** Texts of attributes and elements that break more than random ones. */
const extremeTexts = [
	'',
	'0',
	'-1',
	'1e308',
	'NaN',
	'99999999999999999999',
	'g 999999999 1',
	'../../x',
	'&x;',
];
const xmlStart = 0x3c;

/** An XML with other figures, and an element that comes again and again. */
function mutateXml(file: Buffer, random: Random): Buffer {
	const text = file.toString();
	const figures = [...text.matchAll(/(?<=["> ])-?[\d.]+(?=["< ])/gu)];
	const elements = [...text.matchAll(/<[\w:]+[^<>]*\/>|<([\w:]+)[^<>]*>[^<>]*<\/\1>/gu)];
	const isFigure = random() < 0.7;
	const list = isFigure ? figures : elements;
	if (list.length === 0) return file;
	const { 0: found, index } = pick(random, list);
	const changed = isFigure ? pick(random, extremeTexts) : found.repeat(below(random, 2000));
	return Buffer.from(text.slice(0, index) + changed + text.slice(index + found.length));
}

/** An archive with a fault in one of its files, packed as it should be. */
function mutateInside(file: Buffer, random: Random): Buffer {
	const files = unzipSync(file);
	const name = pick(random, Object.keys(files));
	return Buffer.from(zipSync({ ...files, [name]: mutate(Buffer.from(files[name]), random) }));
}

const isZip = (file: Buffer) => file.toString('latin1', 0, 4) === 'PK\x03\x04';

/** A copy of a file with one to three faults; of archives, most have them in one of their files. */
export function mutate(file: Buffer, random: Random): Buffer {
	if (isZip(file) && random() < 0.7) return mutateInside(file, random);
	let mutated = Buffer.from(file);
	for (let i = 0; i <= below(random, 3) && mutated.length > 8; i++) {
		const isXml = mutated[0] === xmlStart && random() < 0.6;
		mutated = Buffer.from(
			isXml ? mutateXml(mutated, random) : pick(random, mutations)(mutated, random),
		);
	}
	return mutated;
}

/** A form with the file in it, now and then one with faults of its own. */
export function formWith(file: Buffer, parameter: string, key: string, random: Random): Buffer {
	const form = Buffer.from(
		new URLSearchParams({ key, [parameter]: file.toString('base64') }).toString(),
	);
	return random() < 0.2 ? mutate(form, random) : form;
}
