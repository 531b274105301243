import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { COMBINED_FILES } from './fieldNames';
import { MAX_PICTURE_BYTES, tooLarge } from './inputPicture';
import type { InputPicture } from './inputPicture';
import { contentOf, isContent } from './pictureContent';
import type { PictureContent } from './pictureContent';
import { releaseBytes } from './releaseBytes';

/** What n8n itself reads as a file's content; it would make other bytes of anything else. */
const READ_BY_N8N = /^[A-Za-z0-9+/_\r\n-]*={0,2}$/;

/** Characters of the words by which n8n names its stores, and a few more; no picture is as short. */
const LONGEST_MARK = 40;

/** A file as an item holds it: n8n's own, or made by hand with little more than its content. */
export interface ItemFile {
	/** Names the file in n8n's store; without one the content is in the item, and so in memory already. */
	id?: unknown;
	data?: PictureContent;
	mimeType?: unknown;
	fileName?: unknown;
	[key: string]: unknown;
}

/** True for what has named parts: an object that is no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * True where the content lies in n8n's store: its ids are a mode, a colon and a path, and in place of the content
 * stands a word. Files made by hand have ids of other kinds.
 */
export const isStored = ({ id, data }: ItemFile): boolean =>
	typeof id === 'string' &&
	id.includes(':') &&
	(data === undefined || (typeof data === 'string' && data.length <= LONGEST_MARK));

/** True for a file whose content can be had. */
export const isFile = (value: unknown): value is ItemFile & { data: PictureContent } =>
	isObject(value) && (isContent(value.data) || isStored(value));

/** True for what tells of a file, with its content or without; expressions get it without. */
export const describesFile = (value: unknown): value is ItemFile =>
	isFile(value) ||
	(isObject(value) &&
		['mimeType', 'fileName', 'fileSize', 'fileExtension'].some(
			(key) => typeof value[key] === 'string',
		));

/** All files of an item by field name, from both places n8n keeps them. */
export function filesOf(context: IExecuteFunctions, itemIndex: number): Map<string, ItemFile> {
	const { binary, json } = context.getInputData()[itemIndex];
	const combined = json?.[COMBINED_FILES];
	const files = new Map<string, ItemFile>();
	for (const [field, value] of Object.entries(isObject(combined) ? combined : {}))
		if (isFile(value)) files.set(field, value);
	for (const [field, value] of Object.entries<unknown>(binary ?? {})) {
		if (isFile(value)) files.set(field, value);
		else if (isContent(value)) files.set(field, { data: value });
	}
	return files;
}

/** A file that stands elsewhere in the item's JSON, by its path such as `body.photo` or `files[0]`. */
export function fileAt(json: IDataObject, path: string): ItemFile | undefined {
	let value: unknown = json;
	for (const key of path.split(/[.[\]"']+/).filter((part) => part !== '')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwnProperty.call(value, key))
			return undefined;
		value = (value as Record<string, unknown>)[key];
	}
	return isFile(value) && typeof value.mimeType === 'string' ? value : undefined;
}

async function loadFile(
	{ helpers }: IExecuteFunctions,
	itemIndex: number,
	file: ItemFile,
): Promise<Buffer> {
	if (!isStored(file)) return contentOf(file.data ?? '', 'The file');
	const { fileSize } = await helpers.getBinaryMetadata(file.id as string);
	if (fileSize > MAX_PICTURE_BYTES) throw tooLarge();
	const stored = { data: '', mimeType: '', ...file } as IBinaryData;
	const bytes = await helpers.getBinaryDataBuffer(itemIndex, stored);
	if (bytes.length <= MAX_PICTURE_BYTES) return bytes;
	releaseBytes(bytes);
	throw tooLarge();
}

/** True where other nodes can take the file as it is. */
function isWhole(file: ItemFile): boolean {
	if (typeof file.mimeType !== 'string' || file.mimeType === '') return false;
	return isStored(file) || (typeof file.data === 'string' && READ_BY_N8N.test(file.data));
}

/** The picture that a file holds. */
export function pictureOfFile(
	context: IExecuteFunctions,
	itemIndex: number,
	sourceField: string | null,
	file: ItemFile,
): InputPicture {
	const sourceFile = typeof file.fileName === 'string' && file.fileName ? file.fileName : null;
	return {
		itemIndex,
		origin: { sourceFile, sourceField },
		load: async () => await loadFile(context, itemIndex, file),
		toBinary: async (bytes) =>
			isWhole(file)
				? (file as IBinaryData)
				: bytes && (await context.helpers.prepareBinaryData(bytes, sourceFile ?? undefined)),
	};
}
