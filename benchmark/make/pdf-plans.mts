import type { PdfPlan } from '../../samples/make/pdf.mts';
import { eDinner } from './invoices/e-dinner.mts';
import { eFarm } from './invoices/e-farm.mts';
import { eGoods } from './invoices/e-goods.mts';
import { ePerson } from './invoices/e-person.mts';
import { eTravel } from './invoices/e-travel.mts';
import { vatZhejiang } from './invoices/vat-zhejiang.mts';

/** Which documents are also printed as a PDF, and how. */
export const pdfPlans: Record<string, PdfPlan | undefined> = {
	[vatZhejiang.id]: {},
	[eDinner.id]: {},
	[eGoods.id]: {},
	[eTravel.id]: { pictureOnly: true },
	[eFarm.id]: { next: ePerson },
};
