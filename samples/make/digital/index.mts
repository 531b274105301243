import type { SampleDocument } from '../document.mts';
import { building, passage, returned, ride } from './business.mts';
import { hardware } from './hardware.mts';
import { hotel } from './hotel.mts';
import { railway } from './railway.mts';
import { roll } from './roll.mts';
import { training } from './training.mts';

/** A PDF: its pages in order, and whether they are pictures without text. */
export interface PdfSample {
	name: string;
	pages: [SampleDocument] | [SampleDocument, SampleDocument];
	pictureOnly?: boolean;
}

export const pdfs: PdfSample[] = [
	{ name: 'd01-training', pages: [training] },
	{ name: 'd02-hotel-scan', pages: [hotel], pictureOnly: true },
	{ name: 'd03-hardware-two', pages: [hardware[0], hardware[1]] },
	...[ride, passage, returned, building, railway, roll].map(
		(page): PdfSample => ({ name: page.id, pages: [page] }),
	),
];
