import { jsonParse } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { COMBINED_FILES, namedFields } from './fieldNames';
import { failingPicture, inputFailure, shortened } from './inputPicture';
import type { InputPicture } from './inputPicture';
import { describesFile, fileAt, filesOf, isFile, isObject, pictureOfFile } from './itemFiles';
import type { ItemFile } from './itemFiles';
import { missingField } from './missingField';
import { faultOfText } from './parameterText';

const LABEL = 'Input Binary Field';
const PASTED_IMAGE =
	/^\s*b?["'`]?(?:data:[\w/+.-]*[;,]|(?:0x|\\x)?[A-Za-z0-9+/_\s-]{80,}={0,2}["'`]?\s*$)/i;
const NAME_IT = 'Give the name of a binary field of the item instead, such as data';
/** Characters of names in an error. */
const MAX_NAMES = 100;

/** The input item that the names are looked up in. */
interface Item {
	context: IExecuteFunctions;
	itemIndex: number;
	json: IDataObject;
	files: Map<string, ItemFile>;
}

const refused = ({ itemIndex }: Item, message: string, remedy: string): InputPicture[] => [
	failingPicture(itemIndex, null, inputFailure(`${LABEL} ${message}`, remedy)),
];

const missing = ({ itemIndex, json, files }: Item, name: string): InputPicture =>
	failingPicture(
		itemIndex,
		shortened(name, MAX_NAMES),
		missingField(name, [...files.keys()], json),
	);

/** n8n gives expressions a file without its content; the rest of the description tells which of the item's it is. */
function isDescribed(file: ItemFile, description: ItemFile): boolean {
	const told = Object.entries(description);
	if (told.length === 0) return Object.keys(file).every((key) => key === 'data');
	return told.every(([key, value]) => file[key] === value);
}

function picturesByDescription(
	item: Item,
	description: ItemFile,
	preferred?: string,
): InputPicture[] {
	const own = [...item.files].filter(([, file]) => isDescribed(file, description));
	const [field, file] = own.find(([name]) => name === preferred) ?? own[0] ?? [];
	const picture = (name: string | null, found: ItemFile) =>
		pictureOfFile(item.context, item.itemIndex, name, found);
	if (field === undefined || file === undefined) {
		if (isFile(description)) return [picture(null, description)];
		return refused(item, 'holds a file of another item without its content', NAME_IT);
	}
	const isCertain = own.every(([, { id, data }]) => id === file.id && data === file.data);
	if (field === preferred || isCertain) return [picture(field, file)];
	const names = shortened(own.map(([name]) => name).join(', '), MAX_NAMES);
	return refused(
		item,
		`holds a file that cannot be told from others of the item: ${names}`,
		NAME_IT,
	);
}

/** The files of `$binary`, or of a whole item. */
function picturesOfObject(item: Item, value: Record<string, unknown>): InputPicture[] {
	const entries = Object.entries(value);
	if (entries.length === 0 && item.files.size === 0) return [missing(item, '*')];
	if (entries.length === 0) return picturesByDescription(item, {});
	const isFileOrEmpty = (entry: unknown): entry is ItemFile =>
		describesFile(entry) || (isObject(entry) && Object.keys(entry).length === 0);
	if (entries.every(([, entry]) => isFileOrEmpty(entry)))
		return entries.flatMap(([field, file]) => picturesByDescription(item, file as ItemFile, field));
	const inner = value.binary ?? value[COMBINED_FILES] ?? value.json;
	if (isObject(inner)) return picturesOfObject(item, inner);
	return refused(item, 'holds an object that describes no file', NAME_IT);
}

function picturesByNames(item: Item, list: string): InputPicture[] {
	const { context, itemIndex, files, json } = item;
	return namedFields(list, [...files.keys()]).flatMap(({ name, fields }) => {
		if (fields.length > 0)
			return fields.map((field) => pictureOfFile(context, itemIndex, field, files.get(field)!));
		const elsewhere = fileAt(json, name);
		return [elsewhere ? pictureOfFile(context, itemIndex, name, elsewhere) : missing(item, name)];
	});
}

/** A list that an expression or an agent gives as JSON text. */
function parseList(text: string): unknown[] | undefined {
	if (!/^\s*\[[^]*\]\s*$/.test(text)) return undefined;
	const list = jsonParse<unknown>(text, { fallbackValue: undefined });
	return Array.isArray(list) ? list : undefined;
}

function picturesByText(item: Item, text: string): InputPicture[] {
	const list = parseList(text);
	if (list) return picturesOf(item, list);
	if (/^\s*https?:\/\//i.test(text))
		return refused(
			item,
			'holds a web address instead of the name of a field',
			'Set Image Source to Image URL and put the address there',
		);
	if (PASTED_IMAGE.test(text))
		return refused(
			item,
			'holds the image itself instead of the name of a field',
			'Set Image Source to Base64 Image and put the text there',
		);
	const pictures = picturesByNames(item, text);
	if (pictures.length > 0) return pictures;
	return refused(item, 'is empty', 'Name the field that holds the image, such as data');
}

function picturesOf(item: Item, value: unknown): InputPicture[] {
	if (typeof value === 'number') return picturesByNames(item, String(value));
	const known = typeof value === 'string' && item.files.get(value);
	if (known) return [pictureOfFile(item.context, item.itemIndex, value, known)];
	if (Array.isArray(value)) {
		if (value.length > 0) return value.flatMap((entry) => picturesOf(item, entry));
		if (item.files.size === 0) return [missing(item, '*')];
		return refused(item, 'holds an empty list', NAME_IT);
	}
	if (describesFile(value)) return picturesByDescription(item, value);
	if (isObject(value)) return picturesOfObject(item, value);
	const fault = faultOfText(value, { label: LABEL, wanted: 'the name of a field' });
	return fault
		? [failingPicture(item.itemIndex, null, fault)]
		: picturesByText(item, String(value));
}

/**
 * The pictures that Input Binary Field names in one item: a name, several by comma or in a list, a pattern, `*`, or
 * files given as objects by an expression.
 *
 * @returns at least one, each field once; what cannot be found is a picture that fails when it is read
 */
export function binaryPictures(context: IExecuteFunctions, itemIndex: number): InputPicture[] {
	const { json } = context.getInputData()[itemIndex];
	const item: Item = { context, itemIndex, json, files: filesOf(context, itemIndex) };
	const seen = new Set<string>();
	const isNew = (field: string) => !seen.has(field) && seen.add(field);
	return picturesOf(item, context.getNodeParameter('binaryPropertyName', itemIndex)).filter(
		({ origin: { sourceField } }) => sourceField === null || isNew(sourceField),
	);
}
