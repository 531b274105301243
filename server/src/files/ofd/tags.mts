import { childrenOf, elementAt, childOf, type XmlElement } from '../xml.mts';
import { assertAtMost, mostLines } from '../bounds.mts';
import {
	lineColumns,
	type Place,
	type StructuredInvoice,
	type StructuredValue,
} from '../invoice/structured.mts';
import { formed } from '../invoice/values.mts';
import { vatInvoice } from '../invoice/vocabularies.mts';

/** An object that a tag refers to. */
export interface TaggedText {
	text: string;
	place: Place;
}

/** Finds the object with a number on the page with a number. */
export type FindObject = (pageId: string, objectId: string) => Promise<TaggedText | undefined>;

/** Texts of the same line may begin this much above each other, in thousandths of the page's height. */
const sameLine = 12;

/** The element that has the tags of an invoice; writers wrap it in roots of any name. */
function containerOf(root: XmlElement, depth = 0): XmlElement | undefined {
	if (childOf(root, 'InvoiceNo')) return root;
	if (depth === 2) return undefined;
	for (const child of root.children) {
		const found = containerOf(child, depth + 1);
		if (found) return found;
	}
	return undefined;
}

async function textsOf(tag: XmlElement | undefined, find: FindObject): Promise<TaggedText[]> {
	const texts: TaggedText[] = [];
	const references = childrenOf(tag, 'ObjectRef');
	assertAtMost(mostLines, references.length, 'a tag has too many objects');
	for (const { attributes, text } of references) {
		const found = await find(attributes.PageRef ?? '', text.trim());
		if (found && found.text.trim() !== '') texts.push(found);
	}
	return texts;
}

/** The box around those of the texts that stand on the first one's page. */
function placeOf(texts: readonly TaggedText[]): Place | null {
	const [first] = texts;
	if (!first) return null;
	const { page } = first.place;
	const boxes = texts.filter(({ place }) => place.page === page).map(({ place }) => place.box);
	const side = (i: number, pick: (...values: number[]) => number) =>
		pick(...boxes.map((box) => box[i]));
	return {
		page,
		box: [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)],
	};
}

const valueOf = (name: string, texts: readonly TaggedText[]): StructuredValue => ({
	name,
	value: formed(name, texts.map(({ text }) => text.trim()).join(name === '备注' ? ' ' : '')),
	place: placeOf(texts),
	isDisputed: false,
});

/** Lines whose tags stand in an element for each. */
async function groupedLines(tags: readonly XmlElement[], find: FindObject) {
	const lines: StructuredValue[][] = [];
	for (const tag of tags) {
		const cells: StructuredValue[] = [];
		for (const name of lineColumns) {
			cells.push(valueOf(name, await textsOf(childOf(tag, vatInvoice.columns[name]), find)));
		}
		lines.push(cells);
	}
	return lines;
}

/**
 * Lines whose tags stand side by side, cells by column: their places tell which line each is of. A line begins where
 * its amount stands; a name goes on below it.
 */
async function scatteredLines(container: XmlElement, find: FindObject) {
	const columns = new Map<string, TaggedText[]>();
	for (const name of lineColumns) {
		const tags = childrenOf(container, vatInvoice.columns[name]);
		assertAtMost(mostLines, tags.length, 'the invoice has too many lines');
		const texts: TaggedText[] = [];
		for (const tag of tags) texts.push(...(await textsOf(tag, find)));
		columns.set(name, texts);
	}
	const isAbove = (one: Place, other: Place) =>
		one.page < other.page || (one.page === other.page && one.box[1] <= other.box[1] + sameLine);
	const starts = (columns.get('金额') ?? []).map(({ place }) => place);
	assertAtMost(mostLines, starts.length, 'the invoice has too many lines');
	starts.sort((a, b) => a.page - b.page || a.box[1] - b.box[1]);
	return starts.map((start, i) => {
		const next = starts[i + 1];
		const isOf = ({ place }: TaggedText) =>
			(i === 0 || isAbove(start, place)) && !(next && isAbove(next, place));
		return lineColumns.map((name) => valueOf(name, columns.get(name)?.filter(isOf) ?? []));
	});
}

/** What the custom tags of a document (GB/T 33190, chapter 16) say of an invoice; undefined where they are none's. */
export async function invoiceOfTags(
	root: XmlElement,
	find: FindObject,
): Promise<StructuredInvoice | undefined> {
	const container = containerOf(root);
	if (!container) return undefined;
	const fields: StructuredValue[] = [];
	for (const [name, path] of vatInvoice.fields) {
		const texts = await textsOf(elementAt(container, path), find);
		if (texts.length > 0) fields.push(valueOf(name, texts));
	}
	const grouped = childrenOf(childOf(container, 'GoodsInfos'), 'GoodsInfo');
	assertAtMost(mostLines, grouped.length, 'the invoice has too many lines');
	const lines =
		grouped.length > 0 ? await groupedLines(grouped, find) : await scatteredLines(container, find);
	const isSaid = lines.some((line) => line.some(({ value }) => value !== ''));
	return fields.length > 0 ? { fields, lines: isSaid ? lines : undefined } : undefined;
}
