import { crc32, deflateRawSync } from 'node:zlib';
import { openFile } from '../../src/files/open-file.mts';
import { mostDocuments } from '../../src/files/bounds.mts';
import { sourcesOf } from '../../testing/files/sources.mts';
import { zip, type ZipEntry } from '../../testing/files/zip.mts';
import { sample } from '../../testing/process/server-process.mts';
import { PictureError } from '../../src/page/picture-error.mts';

const xml = sample('data/x03-ride.xml');
const pdf = sample('pdf/d01-training.pdf');
const ofd = sample('data/o06-training.ofd');
const described = async (file: Buffer) =>
	(await sourcesOf(file)).map(({ type, name }) => `${type} ${name}`);
const refusals = async (file: Buffer) =>
	(await sourcesOf(file)).flatMap((source) => (source.type === 'refused' ? [source.message] : []));

describe('what a ZIP holds', () => {
	it('comes in the order of its list, each file by its bytes and not by its name', async () => {
		const file = zip([
			{ name: 'a/ride.txt', content: xml },
			{ name: 'a/', content: '' },
			{ name: 'b.ofd', content: pdf },
			{ name: 'c.pdf', content: ofd, method: 0 },
		]);
		expect(await described(file)).toEqual(['invoice a/ride.txt', 'pdf b.ofd', 'page c.pdf']);
	});

	it('is named as it was, whether in UTF-8 or in GBK', async () => {
		const gbk = Buffer.from([0xb7, 0xa2, 0xc6, 0xb1, 0x2e, 0x78, 0x6d, 0x6c]);
		const file = zip([
			{ name: '发票\\一.xml', content: xml },
			{ name: gbk, content: xml },
		]);
		expect(await described(file)).toEqual(['invoice 发票/一.xml', 'invoice 发票.xml']);
	});

	it('leaves out what systems put into archives', async () => {
		const litter = ['__MACOSX/._a.xml', 'x/.DS_Store', 'Thumbs.db', 'desktop.ini', '._a.xml'];
		const file = zip([
			...litter.map((name) => ({ name, content: 'x' })),
			{ name: 'a', content: xml },
		]);
		expect(await described(file)).toEqual(['invoice a']);
	});

	it('is named where it is no document, and the others are read', async () => {
		const docx = zip([{ name: 'word/document.xml', content: '<w/>' }]);
		const file = zip([
			{ name: 'note.txt', content: 'hello' },
			{ name: 'word.docx', content: docx },
			{ name: 'inner.zip', content: zip([{ name: 'a.xml', content: xml }]) },
			{ name: 'broken.xml', content: '<?xml version="1.0"?><EInvoice><a></EInvoice>' },
			{ name: 'other.xml', content: '<?xml version="1.0"?><rss/>' },
			{ name: 'a.xml', content: xml },
		]);
		expect((await described(file)).at(-1)).toBe('invoice a.xml');
		expect(await refusals(file)).toEqual([
			'these bytes are not a picture or document of a known format',
			expect.stringMatching(/^the file is a Word document, accepted are .*: save it as PDF$/),
			'an archive in an archive: unpack it',
			'the XML is broken: it has no readable structure',
			'the XML is no electronic invoice of a kind that is known',
		]);
	});

	it('is unpacked only as far as somebody asks', async () => {
		const broken = { name: 'b.xml', content: xml, checksum: 1 };
		for await (const source of openFile(zip([{ name: 'a.xml', content: xml }, broken]))) {
			expect(source).toMatchObject({ type: 'invoice', name: 'a.xml' });
			break;
		}
	});

	it('ends when nobody waits any more', async () => {
		const gone = AbortSignal.abort(new Error('gone'));
		const first = openFile(zip([{ name: 'a.xml', content: xml }]), gone).next();
		await expect(first).rejects.toThrow('gone');
	});
});

describe('ZIPs that are made to do harm', () => {
	it('cannot lead out of themselves', async () => {
		const names = ['../../etc/passwd', '..\\..\\windows\\win.ini', '/../up.xml', 'a/../../b.xml'];
		const file = zip([
			...names.map((name) => ({ name, content: xml })),
			{ name: 'a/../c.xml', content: xml },
		]);
		expect(await described(file)).toEqual(['invoice c.xml', 'refused ']);
		expect(await refusals(file)).toEqual(['4 files of the ZIP have paths that lead out of it']);
	});

	const bomb = deflateRawSync(Buffer.alloc(50e6));
	const cases: Array<[name: string, entry: ZipEntry, message: RegExp]> = [
		[
			'says that it is larger than may be',
			{ name: 'a', content: Buffer.alloc(25e6) },
			/more than 21 MB/,
		],
		['unpacks to more than it says', { name: 'a', packed: bomb, size: 1000 }, /is broken/],
		['unpacks to less than it says', { name: 'a', content: xml, size: 1e6 }, /is broken/],
		['is not what its checksum says', { name: 'a', content: xml, checksum: 1 }, /is broken/],
		[
			'is encrypted',
			{ name: 'a', content: xml, flags: 1 },
			/encrypted: pack it without a password/,
		],
		['is packed in an unknown way', { name: 'a', content: xml, method: 93 }, /as an ordinary ZIP/],
		['is no deflated data', { name: 'a', packed: Buffer.alloc(99, 0xff), size: 999 }, /is broken/],
	];
	it.each(cases)('refuse a file that %s, and read on', async (_, entry, message) => {
		const [refused, next] = await sourcesOf(zip([entry, { name: 'b.xml', content: xml }]));
		expect(refused).toMatchObject({ type: 'refused', message: expect.stringMatching(message) });
		expect(next).toMatchObject({ type: 'invoice', name: 'b.xml' });
	});

	it('refuse what is too large together, though each file is small and all share the same bytes', async () => {
		const content = Buffer.alloc(15e6);
		const one = { content, packed: deflateRawSync(content), checksum: crc32(content) };
		const shared = Array.from({ length: 60 }, (_, i) => ({ ...one, name: `${i}`, sharedWith: 0 }));
		const messages = await refusals(zip([{ ...one, name: 'first' }, ...shared]));
		expect(messages.slice(0, 4)).toEqual(Array(4).fill(expect.stringMatching(/known format/)));
		expect(messages.slice(4)).toEqual(Array(57).fill(expect.stringMatching(/more than 67 MB/)));
	});

	it('are read up to so many documents, and the rest is said', async () => {
		const entries = Array.from({ length: mostDocuments + 7 }, (_, i) => ({
			name: `${i}.xml`,
			content: xml,
		}));
		const sources = await sourcesOf(zip(entries));
		expect(sources).toHaveLength(mostDocuments + 1);
		expect(sources.at(-1)).toMatchObject({
			message: `7 further files of the ZIP: at most ${mostDocuments} are read`,
		});
	});

	const many = Array.from({ length: 2001 }, (_, i) => ({ name: `${i}`, content: '' }));
	const whole = zip([{ name: 'a.xml', content: xml }]);
	const broken: Array<[name: string, file: Buffer, message: RegExp]> = [
		['of 2,001 files', zip(many), /too many files: at most 2000 are read/],
		[
			'that says it has more files than are there',
			zip([{ name: 'a', content: xml }], 60_000),
			/too many files/,
		],
		['that says it has one file more', zip([{ name: 'a', content: xml }], 2), /is broken/],
		['without files', zip([]), /the ZIP is empty/],
		['with nothing but litter', zip([{ name: '__MACOSX/x', content: '' }]), /the ZIP is empty/],
		['cut off', whole.subarray(0, whole.length - 30), /is broken/],
		['of one header', Buffer.from('PK\x03\x04', 'latin1'), /is broken/],
	];
	it.each(broken)('refuse one %s', async (_, file, message) => {
		await expect(sourcesOf(file)).rejects.toThrow(message);
		await expect(sourcesOf(file)).rejects.toThrow(PictureError);
	});
});
