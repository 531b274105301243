import sax from 'sax';
import { PictureError } from '../page/picture-error.mts';
import { mostInXml } from './bounds.mts';

/** An element, by its name without prefix: writers of invoices bind prefixes wrongly or not at all. */
export interface XmlElement {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: XmlElement[];
	/** Its own text, without that of its children. */
	text: string;
}

/** What is given to the parser at once; it looks after its own buffers between two pieces. */
const pieceLength = 2 ** 16;

/** The name that a declaration gives the encoding of a file. */
const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w-]+)["']/u;

/** The text of a file: by its byte order mark, its declaration, or as UTF-8, and as GBK where it is none. */
function decodeXml(bytes: Buffer): string {
	const [first, second] = bytes;
	if (first === 0xff || (first === 0x3c && second === 0)) return decoded('utf-16le', bytes);
	if (first === 0xfe || (first === 0 && second === 0x3c)) return decoded('utf-16be', bytes);
	const encoding = declared.exec(bytes.toString('latin1', 0, 256))?.[1] ?? '';
	if (/^gb/iu.test(encoding)) return decoded('gb18030', bytes);
	return utf8Text(bytes) ?? decoded('gb18030', bytes);
}

const decoded = (encoding: string, bytes: Buffer): string =>
	new TextDecoder(encoding).decode(bytes);

function utf8Text(bytes: Buffer): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/**
 * The root of an XML file, parsed by sax: it reports events, so that every bound holds while it reads, knows no entities
 * but the predefined ones, loads nothing, and is kept. A document type is refused: no invoice has one, and attacks need it.
 * Throws PictureError.
 */
export function parseXml(bytes: Buffer): XmlElement {
	if (bytes.length > mostInXml.bytes) throw tooMuch('bytes');
	const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
	const open = [document];
	let elements = 0;
	const reader = sax.parser(true);
	const addText = (text: string) => {
		open[open.length - 1].text += text;
	};
	reader.onopentag = ({ name, attributes }) => {
		if (++elements > mostInXml.elements) throw tooMuch('elements');
		if (open.length > mostInXml.depth) throw tooMuch('levels');
		const local = name.slice(name.lastIndexOf(':') + 1);
		const element: XmlElement = {
			name: local,
			attributes: attributes as Record<string, string>,
			children: [],
			text: '',
		};
		open[open.length - 1].children.push(element);
		open.push(element);
	};
	reader.onclosetag = () => void open.pop();
	reader.ontext = addText;
	reader.oncdata = addText;
	reader.ondoctype = () => {
		throw new PictureError('the XML has a document type (<!DOCTYPE ...>): no invoice has one');
	};
	reader.onerror = () => {
		throw broken();
	};
	const text = decodeXml(bytes);
	for (let at = 0; at < text.length; at += pieceLength)
		reader.write(text.slice(at, at + pieceLength));
	reader.close();
	const [root, ...others] = document.children;
	if (!root || others.length > 0) throw broken();
	return root;
}

const broken = () => new PictureError('the XML is broken: it has no readable structure');
const tooMuch = (what: 'bytes' | 'elements' | 'levels') =>
	new PictureError(`the XML has more ${what} than any invoice`);

/** The first child with a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
	element?.children.find((child) => child.name === name);

/** The children with a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
	element?.children.filter((child) => child.name === name) ?? [];

/** The element at the end of a path of names: `Buyer/BuyerName`. */
export const elementAt = (element: XmlElement, path: string): XmlElement | undefined =>
	path.split('/').reduce<XmlElement | undefined>(childOf, element);

/** The numbers of an attribute such as a box or a matrix; empty where one of them is none. */
export function numbersOf(text: string | undefined): number[] {
	const numbers = (text ?? '').trim().split(/\s+/u).map(Number);
	return text && numbers.every(Number.isFinite) ? numbers : [];
}
