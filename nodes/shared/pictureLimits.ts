import { RecognitionFailure } from './failure';
import type { FailureDetails } from './failure';
import { MAX_PICTURE_BYTES } from './input/inputPicture';
import { isNoise } from './noise';
import { serverLabels } from './ocrApi';
import type { OcrApi, PictureLimits, ServerKind } from './ocrApi';
import type { PictureFacts } from './pictureFacts';
import type { FileFormat } from './pictureFormat';

const PRINT_AS_PICTURE =
	'Save its pages as pictures, or as a PDF for the self-hosted server, and send those';
const SAVE_AS_JPEG =
	'Convert it to JPEG before it is sent; an iPhone takes JPEG by itself with Camera, Formats, Most Compatible';

const conversions: Partial<Record<FileFormat, string>> = {
	PDF: 'The self-hosted server of this package reads PDFs (Server in the credential); or turn the page into a picture first',
	OFD: 'Open the OFD file in a reader and export the page as a picture, or ask the sender for the PDF of the same invoice',
	XML: 'This is the data of a digital invoice without its picture: ask the sender for the PDF of the same invoice, or for a picture of it',
	HEIC: SAVE_AS_JPEG,
	AVIF: SAVE_AS_JPEG,
	DOCX: PRINT_AS_PICTURE,
	XLSX: PRINT_AS_PICTURE,
	PPTX: PRINT_AS_PICTURE,
	'DOC/XLS/MSG': PRINT_AS_PICTURE,
	ZIP: 'Unpack it first, for example with a Compression node',
	RAR: 'Unpack it, and send the files that are in it',
	'7Z': 'Unpack it, and send the files that are in it',
	HTML: 'This is a web page, usually an error or login page that was downloaded instead of the picture',
};
const DEFAULT_CONVERSION = 'Convert it first, for example with an Edit Image node (Format: JPEG)';

/** Bytes of a file to characters of its base64 form, padding included. */
export const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** What the server of this package takes by default. It looks further itself: a call to it costs nothing. */
export const selfHostedLimits: PictureLimits = {
	formats: ['PDF', 'PNG', 'JPEG', 'BMP'],
	base64Length: base64Length(MAX_PICTURE_BYTES),
};

/** As the names are spoken: an XML file, a PDF file. */
const articleOf = (format: FileFormat) => (/^(AVIF|HTML|ICO|OFD|SVG|X)/.test(format) ? 'an' : 'a');

const megabytes = (count: number) => `${(count / 1e6).toFixed(1)} MB`;

function listOf(words: readonly string[], conjunction: 'and' | 'or'): string {
	return words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

/** Why a file cannot be sent. */
type Refusal = Pick<FailureDetails, 'message' | 'remedy' | 'unsupportedFile'>;

const refuse = (message: string, remedy: string, unsupportedFile = false): Refusal => ({
	message,
	remedy,
	unsupportedFile,
});

function formatProblem(
	{ format, size }: PictureFacts,
	limits: PictureLimits,
	takes: string,
): Refusal | undefined {
	if (size === 0) {
		return refuse('The file is empty', 'Check the node that fetched it', true);
	}
	if (!format) {
		return refuse(
			'The file is not a picture: its bytes are of no known picture format',
			`Send a ${listOf(limits.formats, 'or')} file: the name and type of an attachment can be wrong`,
			true,
		);
	}
	if (!limits.formats.includes(format)) {
		return refuse(
			`The file is ${articleOf(format)} ${format} file, and ${takes} only ${listOf(limits.formats, 'and')}`,
			conversions[format] ?? DEFAULT_CONVERSION,
			true,
		);
	}
	return undefined;
}

function contentProblem({ format, header }: PictureFacts): Refusal | undefined {
	// Pages have their sizes deep inside a PDF; the server that takes it opens it.
	if (format === 'PDF') return undefined;
	if (!header) {
		return refuse(`The ${format} file is damaged: its header cannot be read`, 'Fetch it again');
	}
	if (!header.complete) {
		return refuse(`The ${format} file is cut off: its end is missing`, 'Fetch it again');
	}
	return undefined;
}

function sizeProblem(
	{ size }: PictureFacts,
	limits: PictureLimits,
	takes: string,
): Refusal | undefined {
	const length = base64Length(size);
	if (length <= limits.base64Length) return undefined;
	return refuse(
		`The picture has ${megabytes(length)} after base64 encoding, and ${takes} at most ${megabytes(limits.base64Length)}`,
		'Make it smaller first, for example with an Edit Image node (Resize, Only if Larger)',
	);
}

function sidesProblem(
	{ header }: PictureFacts,
	{ shortestSide, longestSide }: PictureLimits,
	takes: string,
): Refusal | undefined {
	if (!header) return undefined;
	const { width, height } = header;
	const sides = `The picture is ${width} x ${height} pixels`;
	if (shortestSide !== undefined && Math.min(width, height) < shortestSide) {
		return refuse(
			`${sides}, and ${takes} a shortest side of at least ${shortestSide}`,
			'Send a larger picture of the document',
			true,
		);
	}
	if (longestSide !== undefined && Math.max(width, height) > longestSide) {
		return refuse(
			`${sides}, and ${takes} a longest side of at most ${longestSide}`,
			`Make it smaller first, for example with an Edit Image node (Resize, ${longestSide} x ${longestSide}, Only if Larger)`,
		);
	}
	return undefined;
}

/**
 * Checks a picture against what the API takes, before anything is sent and paid for.
 *
 * @throws RecognitionFailure that names the limit, the value and the remedy
 */
export function assertWithinLimits(facts: PictureFacts, api: OcrApi, server: ServerKind): void {
	const limits = api.limits[server];
	const takes = `${serverLabels[server]} takes`;
	const problem =
		formatProblem(facts, limits, takes) ??
		contentProblem(facts) ??
		sizeProblem(facts, limits, takes) ??
		sidesProblem(facts, limits, takes);
	if (!problem) return;
	throw new RecognitionFailure({
		...problem,
		origin: 'input',
		retry: 'never',
		file: isNoise(facts) ? 'noise' : 'unreadable',
	});
}
