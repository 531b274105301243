import { describeFormat, remedyFor, selfHostedFormats } from './fileFormats';
import { RecognitionFailure } from './failure';
import type { FailureDetails } from './failure';
import { MAX_PICTURE_BYTES } from './input/inputPicture';
import { isNoise } from './noise';
import type { OcrApi, PictureLimits } from './ocrApi';
import { hasHeader } from './pictureFacts';
import type { PictureFacts } from './pictureFacts';
import { serverLabels } from './serverKind';
import type { ServerKind } from './serverKind';

/** Bytes of a file to characters of its base64 form, padding included. */
export const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** What the server of this package takes by default. */
export const selfHostedLimits: PictureLimits = {
	formats: selfHostedFormats,
	base64Length: base64Length(MAX_PICTURE_BYTES),
};

const takesOf = (server: ServerKind) => `${serverLabels[server]} takes`;

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
	{ formats }: PictureLimits,
	server: ServerKind,
): Refusal | undefined {
	if (size === 0) {
		return refuse('The file is empty', 'Check the node that fetched it', true);
	}
	if (!format) {
		return refuse(
			'The file is not a picture: its bytes are of no known picture format',
			`Send a ${listOf(formats, 'or')} file: the name and type of an attachment can be wrong`,
			true,
		);
	}
	if (!formats.includes(format)) {
		return refuse(
			`The file is ${describeFormat(format)}, and ${takesOf(server)} only ${listOf(formats, 'and')}`,
			remedyFor(format, server),
			true,
		);
	}
	return undefined;
}

function contentProblem({ format, header }: PictureFacts): Refusal | undefined {
	// Pages have their sizes deep inside a file; the server that takes it opens it.
	if (!format || !hasHeader(format)) return undefined;
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
	const takes = takesOf(server);
	const problem =
		formatProblem(facts, limits, server) ??
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
