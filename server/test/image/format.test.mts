import { formatOf, isOtherFormat } from '../../src/image/format.mts';
import { zip } from '../../testing/files/zip.mts';
import { growthOf, tooSteep } from '../../testing/growth.mts';
import { sample } from '../../testing/process/server-process.mts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const packed = (...names: string[]) =>
	zip(names.map((name) => ({ name, content: 'x'.repeat(2000) })));

it.each([
	['an OFD, whose entry stands last', sample('data/o01-printing.ofd'), 'ofd'],
	['a Word document', packed('[Content_Types].xml', 'word/document.xml'), 'docx'],
	['an Excel workbook', packed('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
	['a binary Excel workbook', packed('[Content_Types].xml', 'xl/workbook.bin'), 'xlsx'],
	['a PowerPoint presentation', packed('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
	['an OpenDocument file', packed('content.xml', 'META-INF/manifest.xml'), 'odf'],
	['a ZIP of documents', packed('a.pdf', 'b.ofd'), 'zip'],
	['a ZIP with a folder of an unpacked OFD', packed('invoice/OFD.xml', 'a.pdf'), 'zip'],
	['an empty ZIP', zip([]), 'zip'],
	['a ZIP that is cut off', packed('a.pdf').subarray(0, 40), 'zip'],
	['an XML of an invoice', sample('data/x01-training.xml'), 'xml'],
	['an XML without declaration', Buffer.from('\n <EInvoice>'), 'xml'],
	['an XML without declaration, with a prefix', Buffer.from('<fp:eInvoice version="1"/>'), 'xml'],
	['an XML in UTF-16', Buffer.from('\ufeff<?xml version="1.0"?><a/>', 'utf16le'), 'xml'],
	['an SVG', Buffer.from('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x"/>'), 'svg'],
	['a web page', Buffer.from('<!DOCTYPE html><html>'), 'html'],
	['a mail', latin1('Received: from a by b;\r\n Fri\r\nFrom: a@b\r\n\r\nhello'), 'eml'],
	['a mail that was exported', latin1('Subject: =?utf-8?B?5Y+R?=\nFrom: a@b\n'), 'eml'],
	['a HEIC photo', latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
	['a HEIC photo of a sequence', latin1('\0\0\0\x18ftypmsf1\0\0\0\0'), 'heic'],
	['an AVIF photo', latin1('\0\0\0\x1cftypavif\0\0\0\0'), 'avif'],
	['an AVIF of the family brand', latin1('\0\0\0\x1cftypmif1\0\0\0\0mif1miafavif'), 'avif'],
	['a HEIC of the family brand', latin1('\0\0\0\x1cftypmif1\0\0\0\0mif1miafheic'), 'heic'],
	['a BigTIFF', latin1('II+\0\x08\0\0\0'), 'bigtiff'],
	['a JPEG XL', latin1('\0\0\0\x0cJXL \r\n'), 'jxl'],
	['a JPEG 2000', latin1('\0\0\0\x0cjP  \r\n'), 'jp2'],
	['an old Office document', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'ole'],
	['a RAR', latin1('Rar!\x1a\x07\x01\0'), 'rar'],
	['a 7-Zip', latin1('7z\xbc\xaf\x27\x1c'), '7z'],
	['a gzip', latin1('\x1f\x8b\x08\0'), 'gzip'],
])('tells %s by its bytes', (_, file, format) => {
	expect(formatOf(file)).toBe(format);
});

it.each([
	['ends of archives', 'PK\x05\x06'],
	['names of files', 'META-INF/manifest.xml'],
	['names of files that are none', ' OFD.xm word/document.xm'],
])('looks at a file full of %s for no longer than it is large', (_, filling) => {
	const fileOf = (bytes: number) => {
		const file = Buffer.concat([latin1('PK\x03\x04'), Buffer.alloc(bytes, filling), zip([])]);
		file.writeUInt32LE(100, file.length - 6);
		return file;
	};
	const files = new Map([5e6, 20e6].map((bytes) => [bytes, fileOf(bytes)]));
	expect(growthOf((bytes) => formatOf(files.get(bytes)!), 5e6)).toBeLessThan(tooSteep);
});

it.each([
	'hello',
	'{"a":1}',
	'Dear Sir or Madam: hello',
	'\0\0\0\x18ftypmp42',
	'<a/>',
	'key: value',
])('knows nothing of %j', (text) => {
	expect(() => formatOf(latin1(text))).toThrow('not a picture or document of a known format');
});

it('reads pictures and containers, and only those', () => {
	expect(
		[
			'png',
			'jpeg',
			'bmp',
			'webp',
			'tiff',
			'gif',
			'heic',
			'avif',
			'pdf',
			'ofd',
			'xml',
			'zip',
		].filter((format) => isOtherFormat(format as 'png')),
	).toEqual([]);
});
