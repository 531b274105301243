import type { FormatEnding } from '../../../server/testing/pictures/formats.mts';
import type { SampleDocument } from '../document.mts';
import { hainan } from '../invoices/hainan.mts';
import { shanghai } from '../invoices/shanghai.mts';
import { bookstore } from '../receipts/bookstore.mts';
import { convenience } from '../receipts/convenience.mts';
import { kiosk } from '../receipts/kiosk.mts';
import { market } from '../receipts/market.mts';

/** A file in another format than JPEG and PDF: what stands on its pages, and whether that is photographed. */
export interface FormatSample {
	id: string;
	ending: FormatEnding;
	pages: Array<{ document: SampleDocument; isPhoto: boolean }>;
}

const photo = (document: SampleDocument) => [{ document, isPhoto: true }];
const clean = (...documents: SampleDocument[]) =>
	documents.map((document) => ({ document, isPhoto: false }));

export const formats: FormatSample[] = [
	{ id: 'f01-photo', ending: 'webp', pages: photo(convenience) },
	{ id: 'f02-phone', ending: 'heic', pages: photo(market) },
	{ id: 'f03-two-pages', ending: 'tif', pages: clean(hainan, shanghai) },
	{ id: 'f04-photo', ending: 'avif', pages: photo(kiosk) },
	{ id: 'f05-scan', ending: 'gif', pages: clean(bookstore) },
];

/** The truth of a file's documents, in order, each with the page on which it stands. */
export function truthOfFormats({ id, pages }: FormatSample): string {
	const documents = pages.map(({ document: { kind, fields } }, i) => ({
		id: pages.length > 1 ? `${id}-${i + 1}` : id,
		page: i + 1,
		kind,
		fields,
	}));
	return `${JSON.stringify({ id, documents }, null, '\t')}\n`;
}
