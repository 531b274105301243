import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { RecognitionFailure } from '../failure';
import { MAX_PICTURE_BYTES, failingPicture, tooLarge } from './inputPicture';
import type { InputPicture } from './inputPicture';

/** Where n8n 2.x puts files in its combined binary mode. */
export const COMBINED_FILES = '_files';

const PASTED_BASE64 = /^(data:[\w/+.-]+;base64,|[A-Za-z0-9+/\s]{80,}={0,2}$)/;

function describesFile(value: unknown): value is Partial<IBinaryData> {
	return typeof value === 'object' && value !== null && 'mimeType' in value;
}

function isFile(value: unknown): value is IBinaryData {
	return describesFile(value) && ('data' in value || 'id' in value);
}

/** All files of an item by field name, from both places n8n keeps them. */
function filesOf(context: IExecuteFunctions, itemIndex: number): Map<string, IBinaryData> {
	const { binary = {}, json } = context.getInputData()[itemIndex];
	const combined = (json[COMBINED_FILES] ?? {}) as IDataObject;
	const entries: Array<[string, unknown]> = [
		...Object.entries(combined),
		...Object.entries(binary),
	];
	return new Map(entries.filter((entry): entry is [string, IBinaryData] => isFile(entry[1])));
}

/** `attachment_*` and `*` as regular expressions; a name without a star matches itself. */
function patternOf(name: string): RegExp {
	const escaped = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${escaped.join('.*')}$`);
}

const withoutPrefix = (name: string) => name.replace(new RegExp(`^${COMBINED_FILES}\\.`), '');

function matches(name: string, files: Map<string, IBinaryData>): string[] {
	const pattern = patternOf(withoutPrefix(name));
	return [...files.keys()].filter((field) => pattern.test(field));
}

function pictureOf(
	context: IExecuteFunctions,
	itemIndex: number,
	sourceField: string | null,
	file: IBinaryData,
): InputPicture {
	return {
		itemIndex,
		origin: { sourceFile: file.fileName ?? null, sourceField },
		load: async () => {
			// Without an id the content is in the item, and so in memory already.
			const stored = file.id && (await context.helpers.getBinaryMetadata(file.id));
			if (stored && stored.fileSize > MAX_PICTURE_BYTES) throw tooLarge();
			return await context.helpers.getBinaryDataBuffer(itemIndex, file);
		},
		toBinary: async () => file,
	};
}

function refusedPicture(
	itemIndex: number,
	sourceField: string | null,
	message: string,
	remedy: string,
): InputPicture {
	const failure = new RecognitionFailure({
		origin: 'input',
		message,
		remedy,
		retry: 'never',
		unsupportedFile: true,
	});
	return failingPicture(itemIndex, sourceField, failure);
}

/** n8n gives expressions a file without its content; the rest of the description tells which of the item's it is. */
function pictureByDescription(
	context: IExecuteFunctions,
	itemIndex: number,
	description: Partial<IBinaryData>,
): InputPicture {
	const own = [...filesOf(context, itemIndex)].find(([, file]) =>
		Object.entries(description).every(([key, value]) => file[key] === value),
	);
	if (own) return pictureOf(context, itemIndex, ...own);
	if (isFile(description)) return pictureOf(context, itemIndex, null, description);
	return refusedPicture(
		itemIndex,
		null,
		'Input Binary Field holds a file of another item without its content',
		'Give the name of a binary field of the item instead, such as data',
	);
}

function missingField(itemIndex: number, name: string, available: string[]): InputPicture {
	const has = available.length > 0 ? `it has ${available.join(', ')}` : 'it has no files at all';
	return refusedPicture(
		itemIndex,
		name,
		`The item has no binary field "${name}": ${has}`,
		available.length > 0
			? 'Set Input Binary Field to one of these, to a pattern such as attachment_*, or to * for all files'
			: 'Check that the node before outputs files, for example that it downloads attachments',
	);
}

function namesOf(parameter: string): string[] {
	const names = parameter.split(',').map((name) => name.trim());
	return names.filter((name) => name !== '');
}

/**
 * The pictures that Input Binary Field names in one item: a name, several by comma, a pattern, `*`, or a file
 * given as an object by an expression.
 *
 * @returns at least one; what cannot be found is a picture that fails when it is read
 */
export function binaryPictures(context: IExecuteFunctions, itemIndex: number): InputPicture[] {
	const parameter: unknown = context.getNodeParameter('binaryPropertyName', itemIndex);
	if (describesFile(parameter)) return [pictureByDescription(context, itemIndex, parameter)];
	if (typeof parameter !== 'string' || namesOf(parameter).length === 0) {
		return [
			refusedPicture(
				itemIndex,
				null,
				'Input Binary Field is empty',
				'Name the field that holds the image, such as data',
			),
		];
	}
	if (PASTED_BASE64.test(parameter)) {
		return [
			refusedPicture(
				itemIndex,
				null,
				'Input Binary Field holds the image itself instead of the name of a field',
				'Set Image Source to Base64 Image and put the text there',
			),
		];
	}

	const files = filesOf(context, itemIndex);
	const seen = new Set<string>();
	return namesOf(parameter).flatMap((name) => {
		const fields = matches(name, files);
		if (fields.length === 0) return [missingField(itemIndex, name, [...files.keys()])];
		const fresh = fields.filter((field) => !seen.has(field));
		fresh.forEach((field) => seen.add(field));
		return fresh.map((field) => pictureOf(context, itemIndex, field, files.get(field)!));
	});
}
