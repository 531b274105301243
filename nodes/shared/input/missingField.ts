import type { IDataObject } from 'n8n-workflow';

import type { RecognitionFailure } from '../failure';
import { inputFailure, shortened } from './inputPicture';

/** Names that an error lists at most: an item can have thousands of files. */
const MAX_LISTED = 10;
/** Characters of a name in an error. */
const MAX_NAME = 60;

const plain = (name: string) => name.trim().toLowerCase();

function listed(names: readonly string[]): string {
	const first = names.slice(0, MAX_LISTED).map((name) => shortened(name, MAX_NAME));
	const others = names.length - first.length;
	return first.join(', ') + (others > 0 ? ` and ${others} more` : '');
}

function remedyFor(name: string, available: readonly string[], json: IDataObject): string {
	const similar = available.find((field) => plain(field) === plain(name));
	if (similar !== undefined)
		return `Write it as "${shortened(similar, MAX_NAME)}": capital and small letters and blanks count`;
	if (available.length > 0)
		return 'Set Input Binary Field to one of these, to a pattern such as attachment_*, or to * for all files';
	if (typeof json[name] === 'string')
		return 'The item has a text of that name: to read an image from it, set Image Source to Image URL or Base64 Image and drag the field there';
	return 'Check that the node before outputs files, for example that it downloads attachments';
}

/**
 * Says that an item has no file of a name, and which it has.
 *
 * @param available the names of its files
 */
export function missingField(
	name: string,
	available: readonly string[],
	json: IDataObject,
): RecognitionFailure {
	const has = available.length > 0 ? `it has ${listed(available)}` : 'it has no files at all';
	return inputFailure(
		`The item has no binary field "${shortened(name, MAX_NAME)}": ${has}`,
		remedyFor(name, available, json),
	);
}
