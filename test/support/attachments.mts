import { gif, labelledPng, webp, zip } from './pictures.mts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** A file of old Office programs or Outlook: a directory in one sector of 512 bytes, or in several. */
export function ole(...names: string[]): Buffer {
	const sectors = Math.max(1, Math.ceil((names.length + 1) / 4));
	const header = Buffer.alloc(512, 0xff);
	header.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
	header.writeUInt16LE(9, 30);
	// The table stands in the first sector, the directory in every second one behind it.
	header.writeUInt32LE(1, 48);
	header.writeUInt32LE(0, 76);
	const table = Buffer.alloc(512, 0xff);
	const body = Buffer.alloc(512 * 2 * sectors, 0xee);
	['Root Entry', ...names].forEach((name, index) => {
		const at = Math.floor(index / 4) * 1024 + (index % 4) * 128;
		body.fill(0, at, at + 128);
		body.write(name, at, 'utf16le');
	});
	for (let sector = 0; sector < sectors - 1; sector++)
		table.writeUInt32LE(2 * sector + 3, (2 * sector + 1) * 4);
	return Buffer.concat([header, table, body]);
}

/** The first box of an ISO media file, with its major brand and what else it may be read as. */
export function isoMedia(major: string, ...compatible: string[]): Buffer {
	const box = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1');
	box.writeUInt32BE(box.length, 0);
	return Buffer.concat([box, Buffer.alloc(40)]);
}

/** A mail as mail programs save it. */
export const eml = (head = '', body = '<html><body>%PDF-</body></html>'): Buffer =>
	latin1(
		`${head}Received: from a.example.com\r\n by b.example.com\r\nFrom: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n${body}`,
	);

const signed = (inside: string) =>
	latin1(`\x30\x82\x05\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x82\x04\xf1${inside}`);
const plainData = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01';
const ustar = latin1(`${'a.pdf'.padEnd(257, '\0')}ustar\x0000${'\0'.repeat(249)}`);

/** What comes with mails beside pictures and PDFs, by what it is. */
export const attachments: ReadonlyArray<[name: string, format: string | undefined, bytes: Buffer]> =
	[
		['an OFD', 'OFD', zip('Doc_0/Document.xml', 'OFD.xml')],
		['an OFD of another packer', 'OFD', zip('.\\OFD.xml', 'Doc_0\\Document.xml')],
		['a ZIP of what is called OFD.xml elsewhere', 'ZIP', zip('mail/OFD.xml', '关于OFD.xml')],
		['a ZIP of an unpacked Word document', 'ZIP', zip('报销/word/document.xml')],
		['a ZIP of a Word document', 'ZIP', zip('a.docx', zip('word/document.xml'))],
		['an empty ZIP', 'ZIP', zip()],
		['a Word document', 'DOCX', zip('[Content_Types].xml', 'word/document.xml')],
		['an Excel workbook', 'XLSX', zip('[Content_Types].xml', 'xl/workbook.xml')],
		['a binary Excel workbook', 'XLSX', zip('xl/workbook.bin')],
		['a presentation', 'PPTX', zip('ppt/presentation.xml')],
		['an OpenDocument text', 'ODF', zip('mimetype', 'content.xml', 'META-INF/manifest.xml')],
		['an old Word document', 'DOC', ole('1Table', 'WordDocument', 'Data')],
		['an old workbook', 'XLS', ole('Workbook')],
		['an old presentation', 'PPT', ole('Pictures', 'PowerPoint Document')],
		['a Word document with a workbook in it', 'DOC', ole('WordDocument', 'ObjectPool', 'Workbook')],
		['an Outlook mail', 'MSG', ole('__nameid_version1.0', '__substg1.0_001A001F')],
		[
			'an Outlook mail with a workbook attached',
			'MSG',
			ole('Workbook', 'a', 'b', 'c', 'd', '__properties_version1.0'),
		],
		['a file of one of these kinds', 'DOC/XLS/MSG', ole('Contents')],
		['a mail', 'EML', eml()],
		['a mail out of a mailbox', 'EML', eml('From a@example.com Fri Nov 27 06:44:53 2026\n')],
		['a mail with a mark', 'EML', Buffer.concat([Buffer.from('\ufeff'), eml()])],
		[
			'a saved web page',
			'MHTML',
			eml('From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\n'),
		],
		['a text with a colon', undefined, latin1('To: whom it may concern\n\nFrom me')],
		["Outlook's wrapping", 'TNEF', latin1('\x78\x9f\x3e\x22\x01\0')],
		['a signature', 'P7S', signed(`\x31\x0f\x30\x0b${plainData}\xa0\x82`)],
		[
			'a signature of open length',
			'P7S',
			latin1(
				`\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30\x80${plainData}\0\0`,
			),
		],
		['a signed mail', 'P7M', signed(`\x31\x0f\x30\x82\x01\0${plainData}\xa0\x82`)],
		['a PGP signature', 'PGP', latin1('-----BEGIN PGP SIGNATURE-----\n')],
		['a calendar entry', 'ICS', latin1('BEGIN:VCALENDAR\r\nVERSION:2.0')],
		['a business card', 'VCF', latin1('BEGIN:VCARD\nVERSION:3.0')],
		['a HEIC', 'HEIC', isoMedia('heic', 'mif1', 'heic')],
		['a HEIC of the family brand', 'HEIC', isoMedia('mif1', 'mif1', 'heic')],
		['an AVIF', 'AVIF', isoMedia('avif', 'avif', 'mif1')],
		['an AVIF of the family brand', 'AVIF', isoMedia('mif1', 'miaf', 'avif')],
		['a moving AVIF', 'AVIF', isoMedia('avis', 'msf1')],
		['a video', 'MP4', isoMedia('isom', 'mp42')],
		['a video of an iPhone', 'MP4', isoMedia('qt  ')],
		['a WEBP', 'WEBP', webp('VP8 ', 700, 900)],
		['a GIF', 'GIF', gif(600, 800)],
		['a TIFF', 'TIFF', latin1('II*\0\x08\0\0\0')],
		['a large TIFF', 'TIFF', latin1('MM\0+\0\x08\0\0')],
		['a RAR', 'RAR', latin1('Rar!\x1a\x07\x01\0')],
		['a 7z', '7Z', latin1('7z\xbc\xaf\x27\x1c\0\x04')],
		['a gzip', 'GZIP', latin1('\x1f\x8b\x08\0')],
		['a tape archive', 'TAR', ustar],
		['an RTF', 'RTF', latin1('{\\rtf1\\ansi')],
		['the XML of an invoice', 'XML', Buffer.from('<?xml version="1.0"?><EInvoice>')],
		[
			'an XML with a comment',
			'XML',
			Buffer.from('<?xml version="1.0"?>\n<!-- <html> -->\n<EInvoice>'),
		],
		['an XML in GBK', 'XML', latin1('<?xml version="1.0" encoding="GBK"?>\n<\xb7\xa2\xc6\xb1>')],
		[
			'an XML of 16 bits the other way round',
			'XML',
			Buffer.from('\ufeff<?xml version="1.0"?><EInvoice/>', 'utf16le').swap16(),
		],
		['an XML with a document type', 'XML', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><EInvoice>')],
		['a web page with a drawing', 'HTML', latin1('<!DOCTYPE html><html><svg></svg></html>')],
		['a part of a web page', 'HTML', latin1('<div>404</div>')],
		['a web page behind words', 'HTML', latin1('\nError\n<html>')],
		['an SVG behind a comment', 'SVG', latin1('<?xml version="1.0"?><!-- x --><svg xmlns="">')],
		['a picture', 'PNG', labelledPng('a')],
		['a text', undefined, latin1('hello')],
	];
