import { mostElongated } from '../../image/header.mts';
import type { Matrix } from '../../image/pdf/matrix.mts';
import { assertWithin } from '../../page/bounds.mts';
import { PictureError } from '../../page/picture-error.mts';
import { childOf, childrenOf, elementAt, numbersOf, type XmlElement } from '../xml.mts';
import type { OfdDocument, PageFile } from './document.mts';
import type { OfdPackage } from './package.mts';
import type { Resources } from './resources.mts';
import { objectMatrix, readText, type OfdText } from './text-object.mts';

/** Pages are measured as if they were drawn with 300 dots an inch, or as many as make a picture of this many pixels. */
const dotsPerMillimetre = 300 / 25.4;
const usefulPixels = 6_000_000;
/** In millimetres; no paper comes near it. */
const longestSide = 5000;
/** A4, where a file does not say how large its pages are. */
const usualBox = [0, 0, 210, 297];
/** How deep it is looked into units of graphics in units of graphics, and how many objects of a page are looked at. */
const mostDepth = 4;
const mostObjects = 50_000;

/** What a page shows, in pixels of the drawn page. */
export interface OfdPage {
	width: number;
	height: number;
	texts: OfdText[];
	/** The number of its largest picture's resource, and the share of the page that it covers. */
	picture: { resource: string; share: number } | undefined;
}

/** Annotations of these types are no part of what the document says: seals, and marks of a viewer or an archive. */
const leftOut: ReadonlySet<string> = new Set(['Stamp', 'Watermark']);

/** Collects what is drawn on a page. */
class Drawing {
	readonly texts: OfdText[] = [];
	picture: OfdPage['picture'];
	readonly #resources: Resources;
	readonly #area: number;
	#objects = 0;
	#characters = 0;

	constructor(resources: Resources, area: number) {
		this.#resources = resources;
		this.#area = area;
	}

	/** Adds the objects in an element, which `matrix` brings onto the page. */
	add(element: XmlElement, matrix: Matrix, depth = 0): void {
		for (const child of element.children) {
			if (++this.#objects > mostObjects) throw new PictureError('the page has too many objects');
			if (child.name === 'TextObject') this.#addText(child, matrix);
			else if (child.name === 'ImageObject') this.#addPicture(child);
			else if (child.name === 'Layer' || child.name === 'PageBlock') this.add(child, matrix, depth);
			else if (child.name === 'CompositeObject') this.#addUnit(child, matrix, depth);
		}
	}

	#addText(element: XmlElement, matrix: Matrix): void {
		for (const { text } of childrenOf(element, 'TextCode')) this.#characters += text.length;
		assertWithin('characters', this.#characters);
		const text = readText(element, matrix);
		if (text) this.texts.push(text);
	}

	#addPicture({ attributes }: XmlElement): void {
		const [, , width = 0, height = 0] = numbersOf(attributes.Boundary);
		const share = Math.min(1, (width * height) / this.#area);
		if (share > (this.picture?.share ?? 0)) {
			this.picture = { resource: attributes.ResourceID ?? '', share };
		}
	}

	#addUnit(element: XmlElement, matrix: Matrix, depth: number): void {
		const unit = this.#resources.units.get(element.attributes.ResourceID ?? '');
		const content = childOf(unit, 'Content');
		if (content && depth < mostDepth) {
			this.add(content, objectMatrix(element, matrix), depth + 1);
		}
	}
}

function boxOf(page: XmlElement, document: OfdDocument): number[] {
	const own = numbersOf(elementAt(page, 'Area/PhysicalBox')?.text);
	const box = [own, document.box].find(({ length }) => length === 4) ?? usualBox;
	const [, , width, height] = box;
	const [short, long] = [Math.min(width, height), Math.max(width, height)];
	if (!(short > 0) || long > longestSide || long > mostElongated * short) {
		throw new PictureError(
			`the page measures ${Math.round(width)} x ${Math.round(height)} mm: no paper does`,
		);
	}
	return box;
}

/** Reads a page with its templates and annotations. Throws PictureError. */
export async function readOfdPage(
	files: OfdPackage,
	document: OfdDocument,
	{ id, path }: PageFile,
	resources: Resources,
): Promise<OfdPage> {
	if (path === undefined) throw new PictureError('the OFD is broken: it lacks the file of a page');
	const page = await files.xml(path);
	const [left, top, width, height] = boxOf(page, document);
	const scale = Math.min(dotsPerMillimetre, Math.sqrt(usefulPixels / (width * height)));
	const toPixels: Matrix = [scale, 0, 0, scale, -left * scale, -top * scale];
	const drawing = new Drawing(resources, width * height);
	for (const { attributes } of childrenOf(page, 'Template')) {
		const template = document.templates.get(attributes.TemplateID ?? '');
		const content = childOf(await files.optionalXml(template), 'Content');
		if (content) drawing.add(content, toPixels);
	}
	const content = childOf(page, 'Content');
	if (content) drawing.add(content, toPixels);
	const annotations = await files.optionalXml(document.annotations.get(id));
	for (const annotation of childrenOf(annotations, 'Annot')) {
		const { Type, Visible } = annotation.attributes;
		const appearance = childOf(annotation, 'Appearance');
		if (!appearance || leftOut.has(Type ?? '') || Visible === 'false') continue;
		drawing.add(appearance, objectMatrix(appearance, toPixels));
	}
	const pixels = (side: number) => Math.max(1, Math.round(side * scale));
	const size = { width: pixels(width), height: pixels(height) };
	const isOn = ({ x, y }: { x: number; y: number }) =>
		x >= 0 && y >= 0 && x <= size.width && y <= size.height;
	return {
		...size,
		texts: drawing.texts.map((text) => ({ ...text, glyphs: text.glyphs.filter(isOn) })),
		picture: drawing.picture,
	};
}
