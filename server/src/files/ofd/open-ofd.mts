import { isUsable } from '../../image/pdf/usable.mts';
import { toPage } from '../../image/pdf/text-layer.mts';
import { formatOf, isPictureFormat } from '../../image/format.mts';
import { PictureError } from '../../page/picture-error.mts';
import type { Place, StructuredInvoice } from '../invoice/structured.mts';
import { invoiceOf } from '../invoice/from-xml.mts';
import { merged } from '../invoice/merge.mts';
import { formed } from '../invoice/values.mts';
import { headNames } from '../invoice/vocabularies.mts';
import type { Source } from '../source.mts';
import { documentsOf, type OfdDocument } from './document.mts';
import { OfdPackage } from './package.mts';
import { readOfdPage, type OfdPage } from './page.mts';
import { readResources, type Resources } from './resources.mts';
import { invoiceOfTags, type TaggedText } from './tags.mts';
import { boxOf } from './text-object.mts';

/** So many attachments and lists of tags are looked at; invoices have one of each. */
const mostLists = 8;
/** So many pages are read for what tags refer to. */
const mostTagged = 50;

/** One document of an OFD, its pages read when they are asked for. */
class OfdReader {
	readonly #files: OfdPackage;
	readonly #document: OfdDocument;
	readonly #resources: Resources;
	/** The page that was read last. */
	#last: { index: number; page: OfdPage } | undefined;
	readonly #texts = new Map<number, ReadonlyMap<string, TaggedText>>();

	constructor(files: OfdPackage, document: OfdDocument, resources: Resources) {
		this.#files = files;
		this.#document = document;
		this.#resources = resources;
	}

	/** The page with an index from 0. Throws PictureError. */
	async page(index: number): Promise<OfdPage> {
		if (this.#last?.index !== index) {
			const file = this.#document.pages[index];
			const page = await readOfdPage(this.#files, this.#document, file, this.#resources);
			this.#last = { index, page };
		}
		return this.#last.page;
	}

	/** What the document's own data say: its attached XML, else what is tagged, else its head. Throws PictureError. */
	async invoice(): Promise<StructuredInvoice | undefined> {
		const sources: Array<StructuredInvoice | undefined> = [];
		for (const path of this.#document.attachments.slice(0, mostLists)) {
			if (!/\.xml$/iu.test(path)) continue;
			const root = await this.#files.optionalXml(path);
			sources.push(root && invoiceOf(root));
		}
		for (const path of this.#document.tags.slice(0, mostLists)) {
			const root = await this.#files.optionalXml(path);
			sources.push(root && (await invoiceOfTags(root, (...at) => this.#find(...at))));
		}
		return merged([...sources.filter((source) => source !== undefined), ...this.#head()]);
	}

	/** A picture that is the whole page, as scanners make them. */
	async picture({ picture }: OfdPage): Promise<Buffer | undefined> {
		const path = this.#resources.pictures.get(picture?.resource ?? '');
		if (!path) return undefined;
		const file = await this.#files.bytes(path);
		return isPictureFormat(formatOf(file)) ? file : undefined;
	}

	#head(): StructuredInvoice[] {
		const fields = this.#document.head.flatMap(([key, text]) => {
			const name = headNames[key.replace(/\s/gu, '')];
			const value = name ? formed(name, text) : '';
			return value === '' ? [] : [{ name, value, place: null, isDisputed: false }];
		});
		const isInvoice = fields.some(({ name }) => name === '发票号码');
		return isInvoice ? [{ fields, lines: undefined }] : [];
	}

	async #find(pageId: string, objectId: string): Promise<TaggedText | undefined> {
		const index = this.#document.pages.findIndex(({ id }) => id === pageId);
		if (index < 0) return undefined;
		if (!this.#texts.has(index)) {
			if (this.#texts.size >= mostTagged) return undefined;
			this.#texts.set(index, textsById(await this.page(index), index + 1));
		}
		return this.#texts.get(index)?.get(objectId);
	}
}

function textsById(page: OfdPage, number: number): Map<string, TaggedText> {
	const { width, height, texts } = page;
	const scaled = ([left, top, right, bottom]: readonly number[]): Place['box'] => [
		thousandth(left / width),
		thousandth(top / height),
		thousandth(right / width),
		thousandth(bottom / height),
	];
	return new Map(
		texts
			.filter(({ glyphs }) => glyphs.some(({ char }) => char.trim() !== ''))
			.map((text) => [
				text.id,
				{ text: text.text, place: { page: number, box: scaled(boxOf(text)) } },
			]),
	);
}

const thousandth = (share: number): number => Math.min(1000, Math.max(0, Math.round(share * 1000)));

/** The pages of an OFD, with the data that its documents bring along. Throws PictureError. */
export async function* openOfd(file: Buffer, name: string): AsyncGenerator<Source> {
	const files = await OfdPackage.open(file);
	for await (const document of documentsOf(files)) {
		const reader = new OfdReader(files, document, await readResources(files, document));
		const invoice = await reader.invoice();
		if (document.pages.length === 0 && !invoice) {
			throw new PictureError('the OFD is broken: it has no pages');
		}
		if (document.pages.length === 0 && invoice) yield { type: 'invoice', name, invoice };
		for (let index = 0; index < document.pages.length; index++) {
			const page = await reader.page(index);
			const glyphs = page.texts.flatMap((text) => text.glyphs);
			const { picture } = page;
			const scan =
				picture && !isUsable(glyphs, picture.share) ? await reader.picture(page) : undefined;
			if (scan && !invoice) yield { type: 'picture', name, file: scan };
			else {
				yield {
					type: 'page',
					name,
					page: toPage(glyphs, page),
					...(invoice && index === 0 ? { invoice } : {}),
					...(invoice && index > 0 ? { continues: true as const } : {}),
				};
			}
		}
	}
}
