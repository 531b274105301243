import { childrenOf, elementAt, type XmlElement } from '../xml.mts';
import { assertAtMost, mostLines } from '../bounds.mts';
import { lineColumns, type StructuredInvoice, type StructuredValue } from './structured.mts';
import { formed } from './values.mts';
import { vocabularies, type Vocabulary } from './vocabularies.mts';

const valueOf = (name: string, text: string): StructuredValue => ({
	name,
	value: formed(name, text),
	place: null,
	isDisputed: false,
});

/** The text at one of several paths, or at some together; undefined where no element is at any. */
function textAt(root: XmlElement, paths: string): string | undefined {
	const found = paths.split('|').flatMap((path) => {
		const elements = path.split('+').flatMap((one) => elementAt(root, one) ?? []);
		const text = elements.map((element) => element.text.trim()).filter((part) => part !== '');
		return elements.length > 0 ? [text.join(' ')] : [];
	});
	return found.find((text) => text !== '') ?? found[0];
}

/** The elements at a path, of which the last name is repeated. */
function repeatedAt(root: XmlElement, path: string): XmlElement[] {
	const names = path.split('/');
	const last = names.pop() ?? '';
	const parent = names.length === 0 ? root : elementAt(root, names.join('/'));
	return childrenOf(parent, last);
}

function read(root: XmlElement, { fields, line, columns }: Vocabulary): StructuredInvoice {
	const lines = repeatedAt(root, line);
	assertAtMost(mostLines, lines.length, 'the invoice has too many lines');
	return {
		fields: fields.flatMap(([name, path]) => {
			const text = textAt(root, path);
			return text === undefined ? [] : [valueOf(name, text)];
		}),
		lines:
			lines.length === 0
				? undefined
				: lines.map((one) =>
						lineColumns.map((name) => valueOf(name, textAt(one, columns[name]) ?? '')),
					),
	};
}

/** The invoice that an XML file is, or undefined where it is none of a known kind. Throws PictureError. */
export function invoiceOf(root: XmlElement): StructuredInvoice | undefined {
	const vocabulary = vocabularies.find(({ signs }) => signs.some((sign) => elementAt(root, sign)));
	if (!vocabulary) return undefined;
	const invoice = read(root, vocabulary);
	return invoice.fields.some(({ value }) => value !== '') ? invoice : undefined;
}
