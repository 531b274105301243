import { PictureError } from '../page/picture-error.mts';
import { zipListing } from './zip-listing.mts';

/** Pictures that are decoded. */
const pictureFormats = ['png', 'jpeg', 'bmp', 'webp', 'tiff', 'gif', 'heic', 'avif'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
/** Files that hold documents as text, as data, or as files of their own. */
const containerFormats = ['pdf', 'ofd', 'xml', 'zip'] as const;
export type ContainerFormat = (typeof containerFormats)[number];

/** Files that are only known, so that a refusal can name them, and what to do with them instead. */
const otherFormats = {
	bigtiff: ['a BigTIFF', 'save it as an ordinary TIFF or as PDF'],
	jxl: ['a JPEG XL picture', 'save it as PNG or JPEG'],
	jp2: ['a JPEG 2000 picture', 'save it as PNG or JPEG'],
	svg: ['an SVG drawing', 'save it as PNG or PDF'],
	docx: ['a Word document', 'save it as PDF'],
	xlsx: ['an Excel workbook', 'save it as PDF'],
	pptx: ['a PowerPoint presentation', 'save it as PDF'],
	ole: ['an old Office document (.doc, .xls, .ppt or .msg)', 'save it as PDF'],
	odf: ['an OpenDocument file', 'save it as PDF'],
	eml: ['an e-mail', 'send its attachments'],
	html: ['a web page', 'send the invoice that it links to'],
	rar: ['a RAR archive', 'unpack it, or pack it as ZIP'],
	'7z': ['a 7-Zip archive', 'unpack it, or pack it as ZIP'],
	gzip: ['a gzip archive', 'unpack it, or pack it as ZIP'],
} as const satisfies Record<string, readonly [name: string, remedy: string]>;
export type OtherFormat = keyof typeof otherFormats;

export type Format = PictureFormat | ContainerFormat | OtherFormat;

/**
 * First bytes, of which a kilobyte is looked at. Stray bytes may stand before the header of a PDF within that
 * (PDF 1.7, H.3.4.1); the boxes of ISO 14496-12 begin with their length. A mail begins with a line of its header
 * (RFC 5322, 2.2), XML with its declaration or, of an invoice that lacks it, with the root.
 */
const signatures: ReadonlyArray<readonly [Format, RegExp]> = [
	['png', /^\x89PNG\r\n\x1a\n/],
	['jpeg', /^\xff\xd8\xff/],
	['bmp', /^BM/],
	['gif', /^GIF8[79]a/],
	['webp', /^RIFF....WEBP/s],
	['tiff', /^(II\*\0|MM\0\*)/],
	['bigtiff', /^(II\+\0|MM\0\+)/],
	['jxl', /^(?:\xff\x0a|\0\0\0\x0cJXL )/],
	['jp2', /^(?:\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/],
	['avif', /^\0\0\0.ftyp(?:avi[fs]|(?:mi[fa]f|mif[12]|msf1)(?:....){1,40}?avi[fs])/s],
	['heic', /^....ftyp(?:hei[cfmsx]|hev[cmsx]|mif[12]|msf1)/s],
	['zip', /^PK(?:\x03\x04|\x05\x06|\x07\x08)/],
	['ole', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
	['rar', /^Rar!\x1a\x07/],
	['7z', /^7z\xbc\xaf\x27\x1c/],
	['gzip', /^\x1f\x8b\x08/],
	['html', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)[\s>]/i],
	['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]/s],
	['xml', /^(?:\xef\xbb\xbf)?\s*<(?:\?xml[\s?]|(?:[\w-]+:)?(?:e-?invoice|xbrl)[\s>])/i],
	['xml', /^(?:\xff\xfe)?<\0\?\0x\0m\0l\0|^(?:\xfe\xff)?\0<\0\?\0x\0m\0l/],
	['pdf', /%PDF-/],
	[
		'eml',
		/^(?:(?:From |Return-Path:|Received:|Delivered-To:|MIME-Version:|Message-ID:|Date:|From:|To:|Subject:|Content-Type:|DKIM-Signature:|X-[\w-]+:)[^\r\n]*\r?\n)/i,
	],
];
const signatureRange = 1024;

/** What stands in the listing of a ZIP that is a document of its own: the first of which all is there (GB/T 33190, 7.1; ECMA-376). */
const listings: ReadonlyArray<readonly [Format, ...RegExp[]]> = [
	['ofd', /(?:^|[^\w/\\])OFD\.xml/],
	['docx', /word\/document\.xml/],
	['xlsx', /xl\/workbook\.(?:xml|bin)/],
	['pptx', /ppt\/presentation\.xml/],
	['odf', /META-INF\/manifest\.xml/, /content\.xml/],
];

/** The format of a file by its bytes, whatever its name. Throws PictureError when it is none that is known. */
export function formatOf(file: Buffer): Format {
	if (file.length === 0) throw new PictureError('the picture is empty');
	const start = file.toString('latin1', 0, signatureRange);
	const format = signatures.find(([, signature]) => signature.test(start))?.[0];
	if (!format)
		throw new PictureError('these bytes are not a picture or document of a known format');
	if (format !== 'zip') return format;
	const listing = zipListing(file);
	return listings.find(([, ...signs]) => signs.every((sign) => sign.test(listing)))?.[0] ?? 'zip';
}

const pictures: ReadonlySet<Format> = new Set(pictureFormats);

/** Whether a format is one of those whose pictures are decoded. */
export const isPictureFormat = (format: Format): format is PictureFormat => pictures.has(format);

/** Whether a format is only known, and not read. */
export const isOtherFormat = (format: Format): format is OtherFormat => format in otherFormats;

const accepted = [...pictureFormats, ...containerFormats]
	.join(', ')
	.replace(/, (?=\w+$)/u, ' and ');

/** What a file that is not read is, and what to do instead: `a Word document, accepted are …: save it as PDF`. */
export function describeOther(format: OtherFormat): string {
	const [name, remedy] = otherFormats[format];
	return `${name}, accepted are ${accepted}: ${remedy}`;
}
