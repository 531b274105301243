import type { IExecuteFunctions } from 'n8n-workflow';

import type { Bounds } from '../call/bounded';
import { isDataUrl } from './dataUrl';
import { download } from './download';
import { inputFailure } from './inputPicture';
import type { InputPicture } from './inputPicture';
import { textOf } from './parameterText';
import { contentOf } from './pictureContent';
import { fileNameOf } from './urlFileName';

const WEB_ADDRESS = /^https?:\/\/[^/\s]+/i;
const SCHEME = /^([a-z][a-z0-9+.-]{0,20}):/i;
const BASE64 = /^[A-Za-z0-9+/_\s-]{80,}={0,2}$/;
/** Behind a blank, or behind a comma that stands outside a query. */
const SECOND_ADDRESS = /(?:\s|^[^?#]*[,;，；、|])["'<,]{0,5}https?:\/\//i;
const QUOTES = /^[<"'`]|[>"'`]$/g;
const WEB_ADDRESS_REMEDY = 'Give an address that begins with https:// or http://';

function assertWebAddress(address: string): void {
	if (BASE64.test(address))
		throw inputFailure(
			'Image URL holds the image itself as base64 text',
			'Set Image Source to Base64 Image and put the text there',
			false,
		);
	if (SECOND_ADDRESS.test(address))
		throw inputFailure(
			'Image URL holds several web addresses',
			'Give one address for each item, for example with a Split Out node before this one',
			false,
		);
	if (WEB_ADDRESS.test(address) && URL.canParse(address)) return;
	const [, scheme] = SCHEME.exec(address) ?? [];
	throw inputFailure(
		`Image URL is not a web address${scheme ? `: it begins with ${scheme}:` : ''}`,
		WEB_ADDRESS_REMEDY,
		false,
	);
}

/** The picture that Image URL points to for one item. */
export function urlPictures(context: IExecuteFunctions, itemIndex: number): InputPicture[] {
	const value = context.getNodeParameter('imageUrl', itemIndex);
	const text = typeof value === 'string' ? value : '';
	const sourceFile = fileNameOf(text.trim().replace(QUOTES, ''));
	const load = async (bounds: Bounds) => {
		const address = textOf(value, { label: 'Image URL', wanted: 'a web address' }).replace(
			QUOTES,
			'',
		);
		if (isDataUrl(address)) return contentOf(address, 'Image URL');
		assertWebAddress(address);
		return await download(context, address, bounds);
	};
	return [
		{
			itemIndex,
			origin: { sourceFile, sourceField: null },
			load,
			toBinary: async (bytes) =>
				bytes && (await context.helpers.prepareBinaryData(bytes, sourceFile ?? undefined)),
		},
	];
}
