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
