import type { ServerKind } from './serverKind';

/** What is to be known of a kind of file. */
interface FormatFacts {
	/** What people call it, where its name alone does not say it. */
	what?: string;
	/** True where a self-hosted server reads it; what Juhe Cloud takes differs from API to API. */
	selfHosted?: true;
	/** True where a file can have several pages, or files, that are read one by one. */
	pages?: true;
	/** True for what comes with mails and is never a document. */
	noise?: true;
	/** What to do where a server does not take it. */
	remedy: string | Readonly<Record<ServerKind, string>>;
}

const CONVERT = 'Convert it first, for example with an Edit Image node (Format: JPEG)';
const SAVE_AS_JPEG =
	'Convert it to JPEG before it is sent; an iPhone takes JPEG by itself with Camera, Formats, Most Compatible';
const print = {
	juheCloud: 'Save its pages as pictures, or as a PDF for the self-hosted server, and send those',
	selfHosted: 'Print it to PDF, or save it as one, and send that',
};
const unpack = {
	juheCloud: 'Unpack it, and send the files that are in it',
	selfHosted: 'Unpack it, and send the files that are in it, alone or in a ZIP',
};
const SEND_ATTACHMENTS =
	'What counts is attached to that mail: save its attachments and send them by themselves, or forward the mail itself instead of attaching it';
const ATTACH_PICTURE = 'Send a picture or a PDF of the document';
const TAKE_PHOTO = 'Send a photo of the document';
const WEB_PAGE =
	'This is a web page, usually an error or login page that was downloaded instead of the picture';
const NOTHING_TO_DO =
	'Nothing is to be done: it comes with mails and holds no document; Skip in Unsupported Files passes over it';

const table = {
	PDF: { selfHosted: true, pages: true, remedy: 'Turn the page into a picture first' },
	OFD: {
		selfHosted: true,
		pages: true,
		remedy:
			'Open the OFD file in a reader and export the page as a picture, or ask the sender for the PDF of the same invoice',
	},
	XML: {
		selfHosted: true,
		remedy:
			'This is the data of a digital invoice without its picture: ask the sender for the PDF of the same invoice, or for a picture of it',
	},
	ZIP: {
		selfHosted: true,
		pages: true,
		remedy: 'Unpack it first, for example with a Compression node',
	},
	PNG: { selfHosted: true, remedy: CONVERT },
	JPEG: { selfHosted: true, remedy: CONVERT },
	BMP: { selfHosted: true, remedy: CONVERT },
	WEBP: { selfHosted: true, remedy: CONVERT },
	TIFF: { selfHosted: true, pages: true, remedy: CONVERT },
	// Of several pictures in it, a self-hosted server reads the first.
	GIF: { selfHosted: true, remedy: CONVERT },
	HEIC: { selfHosted: true, what: "an iPhone's photo", remedy: SAVE_AS_JPEG },
	AVIF: { selfHosted: true, remedy: SAVE_AS_JPEG },
	JXL: { what: 'a JPEG XL picture', remedy: CONVERT },
	JP2: { what: 'a JPEG 2000 picture', remedy: CONVERT },
	PSD: { what: 'a Photoshop picture', remedy: CONVERT },
	ICO: { what: 'an icon', remedy: CONVERT },
	SVG: { remedy: CONVERT },
	DOCX: { what: 'a Word document', remedy: print },
	DOC: { what: 'a Word document', remedy: print },
	XLSX: { what: 'an Excel workbook', remedy: print },
	XLS: { what: 'an Excel workbook', remedy: print },
	PPTX: { what: 'a PowerPoint presentation', remedy: print },
	PPT: { what: 'a PowerPoint presentation', remedy: print },
	ODF: { what: 'an OpenDocument text, table or presentation', remedy: print },
	RTF: { what: 'a text document', remedy: print },
	'DOC/XLS/MSG': { remedy: print },
	EML: { what: 'a mail', remedy: SEND_ATTACHMENTS },
	MSG: { what: 'a mail that Outlook saved', remedy: SEND_ATTACHMENTS },
	TNEF: {
		what: "Outlook's winmail.dat",
		remedy:
			'Ask the sender to send the mail as HTML or plain text: Outlook wraps attachments up like this in its Rich Text format',
	},
	P7M: {
		what: 'an encrypted or signed mail',
		remedy: 'Open it in the mail program that has its key, and send what is in it',
	},
	RAR: { remedy: unpack },
	'7Z': { remedy: unpack },
	GZIP: { remedy: unpack },
	TAR: { remedy: unpack },
	BZIP2: { remedy: unpack },
	XZ: { remedy: unpack },
	CAB: { remedy: unpack },
	HTML: { remedy: WEB_PAGE },
	MHTML: { what: 'a web page with its pictures', remedy: ATTACH_PICTURE },
	MP4: { what: 'a video', remedy: TAKE_PHOTO },
	AVI: { what: 'a video', remedy: TAKE_PHOTO },
	WAV: { what: 'a sound', remedy: TAKE_PHOTO },
	MP3: { what: 'a sound', remedy: TAKE_PHOTO },
	P7S: { what: 'the signature of a mail', noise: true, remedy: NOTHING_TO_DO },
	PGP: { what: 'the signature or key of a mail', noise: true, remedy: NOTHING_TO_DO },
	ICS: { what: 'a calendar entry', noise: true, remedy: NOTHING_TO_DO },
	VCF: { what: 'a business card', noise: true, remedy: NOTHING_TO_DO },
} satisfies Record<string, FormatFacts>;

/** Every kind of file that people attach where a picture is asked for, named so that a refusal can say what it is. */
export type FileFormat = keyof typeof table;

export const fileFormats: Readonly<Record<FileFormat, FormatFacts>> = table;

/** The formats that a self-hosted server reads. It looks further itself: a call to it costs nothing. */
export const selfHostedFormats: readonly FileFormat[] = (Object.keys(table) as FileFormat[]).filter(
	(format) => fileFormats[format].selfHosted,
);

/** As the names are spoken: an XML file, a PDF file. */
const AN = /^(AVI|EML|HTML|ICO|ICS|M[HPS]|ODF|OFD|RTF|SVG|X)/;

/** What a file is, for a sentence: `an OFD file`, `a DOCX file (a Word document)`. */
export function describeFormat(format: FileFormat): string {
	const { what } = fileFormats[format];
	return `${AN.test(format) ? 'an' : 'a'} ${format} file${what === undefined ? '' : ` (${what})`}`;
}

/** What to do with a file that a server does not take. */
export function remedyFor(format: FileFormat, server: ServerKind): string {
	const { remedy, selfHosted } = fileFormats[format];
	const todo = typeof remedy === 'string' ? remedy : remedy[server];
	return selfHosted
		? `${todo}; the self-hosted server of this package reads ${format}s (Server in the credential)`
		: todo;
}
