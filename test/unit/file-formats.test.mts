import fc from 'fast-check';

import { fileFormats, describeFormat, remedyFor } from '../../nodes/shared/fileFormats.ts';
import type { FileFormat } from '../../nodes/shared/fileFormats.ts';
import { detectFormat } from '../../nodes/shared/pictureFormat.ts';
import { attachments, ole } from '../support/attachments.mts';
import { zip } from '../support/pictures.mts';

const formats = Object.keys(fileFormats) as FileFormat[];

it.each(attachments)('%s is %p', (_, format, bytes) => {
	expect(detectFormat(bytes)).toBe(format);
});

it.each(formats)('%s: a refusal says what it is and what to do, for either server', (format) => {
	expect(describeFormat(format)).toMatch(new RegExp(`^an? ${format} file( \\(.+\\))?$`));
	for (const server of ['juheCloud', 'selfHosted'] as const)
		expect(remedyFor(format, server)).toMatch(/^[A-Z].{20,}[^.]$/);
});

it('names are spoken as they are written', () => {
	const spoken = (['OFD', 'XML', 'MSG', 'EML', 'ZIP', 'DOCX', 'HEIC', 'RAR'] as const).map(
		(format) => describeFormat(format).split(' file')[0],
	);
	expect(describeFormat('DOCX')).toBe('a DOCX file (a Word document)');
	expect(describeFormat('GIF')).toBe('a GIF file');
	expect(spoken).toEqual([
		'an OFD',
		'an XML',
		'an MSG',
		'an EML',
		'a ZIP',
		'a DOCX',
		'a HEIC',
		'a RAR',
	]);
});

it('what is read by one server only says so to those of the other', () => {
	expect(remedyFor('OFD', 'juheCloud')).toMatch(/self-hosted server of this package reads OFDs/);
	expect(remedyFor('DOCX', 'selfHosted')).toMatch(/^Print it to PDF/);
	expect(remedyFor('RAR', 'selfHosted')).toMatch(/in a ZIP$/);
});

it('no file is too broken to be looked at: 20,000 of them', () => {
	const wholes = [...attachments.map(([, , bytes]) => bytes), ole(...'abcdefgh'), zip('a', 'b')];
	const broken = fc
		.tuple(
			fc.constantFrom(...wholes),
			fc.nat(),
			fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
		)
		.map(([whole, length, changes]) => {
			const bytes = Buffer.from(
				whole.subarray(0, whole.length - (length % 3 ? 0 : length % whole.length)),
			);
			for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
			return bytes;
		});
	fc.assert(
		fc.property(broken, (bytes) => {
			const format = detectFormat(bytes);
			expect(format === undefined || formats.includes(format)).toBe(true);
		}),
		{ numRuns: 20_000 },
	);
});

describe('the directory of an old Office file', () => {
	const changed = (bytes: Buffer, change: (copy: Buffer) => void) => {
		const copy = Buffer.from(bytes);
		change(copy);
		return copy;
	};
	const parts = [...Array.from({ length: 8 }, (_, index) => `part ${index}`), 'WordDocument'];
	const whole = ole(...parts);

	it('is read to its end, sector by sector, in whichever part of the table they follow', () => {
		expect(detectFormat(whole)).toBe('DOC');
		// A second sector of the table, behind the whole file, says which sector follows number 129.
		const far = 130;
		const moved = Buffer.alloc(512 * (far + 3));
		ole('a', 'b', 'c').copy(moved);
		moved.writeUInt32LE(far + 1, 76 + 4);
		moved.writeUInt32LE(far - 1, 48);
		ole('a', 'b', 'c').copy(moved, 512 * far, 1024, 1536);
		moved.writeUInt32LE(far, 512 * (far + 2) + 4);
		moved.write('WordDocument\0', 512 * (far + 1), 'utf16le');
		expect(detectFormat(moved)).toBe('DOC');
	});

	it('ends with the file, at its last whole entry', () => {
		const last = ole('a', 'b', 'WordDocument').subarray(0, 1024 + 4 * 128);
		expect(detectFormat(last)).toBe('DOC');
		expect(detectFormat(last.subarray(0, -1))).toBe('DOC/XLS/MSG');
		expect(detectFormat(whole.subarray(0, 511))).toBe('DOC/XLS/MSG');
	});

	it('has at most 64 sectors: no file makes work without an end', () => {
		const deep = (sectors: number) =>
			ole(...new Array<string>(sectors * 4 - 2).fill('x'), 'WordDocument');
		expect(detectFormat(deep(64))).toBe('DOC');
		expect(detectFormat(deep(65))).toBe('DOC/XLS/MSG');
	});

	it('has entries as large as a sector at least, or none', () => {
		const shift = (bits: number) => changed(whole, (copy) => copy.writeUInt16LE(bits, 30));
		for (const bits of [0, 6]) expect(detectFormat(shift(bits))).toBe('DOC/XLS/MSG');
	});
});

describe('the directory of a ZIP', () => {
	const named = (...names: string[]) => detectFormat(zip(...names));

	it('has names that begin at its root, however they say so', () => {
		for (const root of ['', './', '/', './/', '././']) expect(named(`${root}OFD.xml`)).toBe('OFD');
		expect(named('a/OFD.xml')).toBe('ZIP');
	});

	it('goes on behind what else an entry says of its file', () => {
		const entries = [zip('a.txt', 'OFD.xml'), zip('OFD.xml')].map((whole) =>
			whole.subarray(whole.indexOf('PK\x01\x02'), whole.lastIndexOf('PK\x05\x06')),
		);
		const first = Buffer.concat([entries[0].subarray(0, 46 + 5), Buffer.from('extracomment')]);
		first.writeUInt16LE(5, 30);
		first.writeUInt16LE(7, 32);
		const end = Buffer.alloc(22);
		end.write('PK\x05\x06', 'latin1');
		end.writeUInt32LE(4, 16);
		const start = Buffer.from('PK\x03\x04', 'latin1');
		expect(detectFormat(Buffer.concat([start, first, entries[1], end]))).toBe('OFD');
		expect(detectFormat(Buffer.concat([start, first, end]))).toBe('ZIP');
	});

	it('counts to 5,000 entries', () => {
		const many = (count: number) => named(...new Array<string>(count).fill('x'), 'OFD.xml');
		expect(many(4999)).toBe('OFD');
		expect(many(5000)).toBe('ZIP');
	});

	it('is done without where the end of the file is missing', () => {
		const whole = zip('OFD.xml');
		for (const missing of [1, 21, 22, 60])
			expect(detectFormat(whole.subarray(0, -missing))).toBe('OFD');
		expect(detectFormat(zip('关于OFD.xml').subarray(0, -1))).toBe('OFD');
	});
});

it('a directory that leads back to itself has an end', () => {
	const bytes = ole('a', 'b', 'c', 'd');
	// The table: each sector is followed by itself.
	for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE(sector, 512 + sector * 4);
	expect(detectFormat(bytes)).toBe('DOC/XLS/MSG');
});

it('a PDF behind what a server printed in front of it is a PDF', () => {
	const warned = Buffer.from('<br />\n<b>Warning</b>: x in y\n%PDF-1.4\n', 'latin1');
	expect(detectFormat(warned)).toBe('PDF');
});
