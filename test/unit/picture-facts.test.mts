import { readPictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { bmp, jpegHeader, labelledPng } from '../support/pictures.mts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

it.each([
	['a PNG', labelledPng('x', 40, 30), 'PNG', { width: 40, height: 30, complete: true }],
	[
		'a cut-off PNG',
		labelledPng('x').subarray(0, 90),
		'PNG',
		{ width: 40, height: 30, complete: false },
	],
	['a baseline JPEG', jpegHeader(800, 600), 'JPEG', { width: 800, height: 600, complete: true }],
	[
		'a progressive JPEG',
		jpegHeader(800, 600, { frame: 0xc2 }),
		'JPEG',
		{ width: 800, height: 600, complete: true },
	],
	[
		'a JPEG turned by EXIF',
		jpegHeader(800, 600, { orientation: 6 }),
		'JPEG',
		{ width: 600, height: 800, complete: true },
	],
	[
		'a JPEG turned by big-endian EXIF',
		jpegHeader(800, 600, { orientation: 8, littleEndian: false }),
		'JPEG',
		{ width: 600, height: 800, complete: true },
	],
	[
		'a JPEG upside down',
		jpegHeader(800, 600, { orientation: 3 }),
		'JPEG',
		{ width: 800, height: 600, complete: true },
	],
	[
		'a cut-off JPEG',
		jpegHeader(800, 600, { complete: false }),
		'JPEG',
		{ width: 800, height: 600, complete: false },
	],
	['a BMP from bottom to top', bmp(21, 10), 'BMP', { width: 21, height: 10, complete: true }],
	['a BMP from top to bottom', bmp(21, -10), 'BMP', { width: 21, height: 10, complete: true }],
	[
		'a cut-off BMP',
		bmp(21, 10).subarray(0, 100),
		'BMP',
		{ width: 21, height: 10, complete: false },
	],
	['a GIF', latin1('GIF89a...'), 'GIF', undefined],
	['a WEBP', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'WEBP', undefined],
	['a TIFF', latin1('MM\0*\0\0\0\x08'), 'TIFF', undefined],
	['a HEIC', latin1('\0\0\0\x18ftypheic\0\0'), 'HEIC', undefined],
	['a PDF', latin1('%PDF-1.7\n'), 'PDF', undefined],
	['a PDF behind stray bytes', latin1('\r\n\r\n%PDF-1.4'), 'PDF', undefined],
	['an OFD', latin1('PK\x03\x04....OFD.xml'), 'OFD', undefined],
	['a ZIP', latin1('PK\x03\x04....word/document.xml'), 'ZIP', undefined],
	['a web page', latin1('<!DOCTYPE html><html>'), 'HTML', undefined],
	['an SVG', latin1('<?xml version="1.0"?><svg xmlns="">'), 'SVG', undefined],
	['a text', latin1('hello, this is no picture'), undefined, undefined],
	['nothing', Buffer.alloc(0), undefined, undefined],
	['a JPEG of four bytes', latin1('\xff\xd8\xff\xe0'), 'JPEG', undefined],
	['a PNG without a header', latin1('\x89PNG\r\n\x1a\n'), 'PNG', undefined],
	['a BMP of two bytes', latin1('BM'), 'BMP', undefined],
])('%s', (_, bytes, format, header) => {
	expect(readPictureFacts(bytes)).toEqual({ size: bytes.length, format, header });
});
