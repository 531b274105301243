import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printPdf } from '../../samples/make/pdf.mts';
import { makeSet } from '../../samples/make/set.mts';
import { harshPicture, harshSettings } from './harsh.mts';
import { invoices } from './invoices/index.mts';
import { pdfPlans } from './pdf-plans.mts';
import { receipts } from './receipts/index.mts';

await makeSet(
	{
		folder: join(dirname(fileURLToPath(import.meta.url)), '..', 'measured'),
		documents: [...receipts, ...invoices],
		maxBytes: 14e6,
		more: async (page, document, picture) => {
			const harsh = await harshPicture(page, picture, harshSettings(document.id));
			const plan = pdfPlans[document.id];
			return [
				['harsh.jpg', harsh],
				...(plan
					? [['pdf', await printPdf(page, document, picture, plan)] as [string, Buffer]]
					: []),
			];
		},
	},
	process.argv.slice(2),
);
