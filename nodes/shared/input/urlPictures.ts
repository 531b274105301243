import type { IExecuteFunctions } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import { MAX_PICTURE_BYTES, tooLarge } from './inputPicture';
import type { InputPicture } from './inputPicture';

/** Milliseconds without a byte. */
const DOWNLOAD_TIMEOUT = 60_000;

interface Download {
	statusCode: number;
	body: AsyncIterable<Buffer> & { destroy(): void };
}

function refuse(message: string, remedy: string): RecognitionFailure {
	return new RecognitionFailure({ origin: 'input', message, remedy, retry: 'never' });
}

async function readBounded(body: Download['body']): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > MAX_PICTURE_BYTES) {
			body.destroy();
			throw tooLarge();
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

async function download(context: IExecuteFunctions, url: string): Promise<Buffer> {
	if (!/^https?:\/\/[^/\s]+/i.test(url)) {
		throw refuse(
			'Image URL is not a web address',
			'Give an address that begins with https:// or http://',
		);
	}
	try {
		const { statusCode, body } = (await context.helpers.httpRequest({
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: DOWNLOAD_TIMEOUT,
		})) as Download;
		if (statusCode >= 200 && statusCode <= 299) return await readBounded(body);
		body.destroy();
		throw refuse(
			`The image could not be downloaded: its server answered HTTP ${statusCode}`,
			'Check that Image URL opens in a browser without a login',
		);
	} catch (error) {
		throw error instanceof RecognitionFailure
			? error
			: refuse(
					'The image could not be downloaded',
					"Check that this n8n can reach Image URL, and n8n's rules for outgoing requests",
				);
	}
}

function fileNameOf(url: string): string | null {
	const path = url.split(/[?#]/, 1)[0];
	const name = path.slice(path.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name) || null;
	} catch {
		return name;
	}
}

/** The picture that Image URL points to for one item. */
export function urlPictures(context: IExecuteFunctions, itemIndex: number): InputPicture[] {
	const url = String(context.getNodeParameter('imageUrl', itemIndex) ?? '').trim();
	const load = async () => await download(context, url);
	const sourceFile = fileNameOf(url);
	return [
		{
			itemIndex,
			origin: { sourceFile, sourceField: null },
			load,
			toBinary: async () =>
				await context.helpers.prepareBinaryData(await load(), sourceFile ?? undefined),
		},
	];
}
