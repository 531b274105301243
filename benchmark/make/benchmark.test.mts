import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSet } from '../../samples/make/checks.mts';
import type { InvoiceFields, ReceiptFields, SampleDocument } from '../../samples/make/document.mts';
import { invoices as sampleInvoices } from '../../samples/make/invoices/index.mts';
import { receipts as sampleReceipts } from '../../samples/make/receipts/index.mts';
import { harshSettings } from './harsh.mts';
import { invoices } from './invoices/index.mts';
import { pdfPlans } from './pdf-plans.mts';
import { receipts } from './receipts/index.mts';

type AllFields = Partial<ReceiptFields> & InvoiceFields;

const measured = join(__dirname, '..', 'measured');
const documents = [...receipts, ...invoices];

describeSet({
	folder: measured,
	receipts,
	invoices,
	atLeast: [16, 14],
	maxBytes: 14e6,
	endingsOf: ({ id }) => ['jpg', 'photo.jpg', 'harsh.jpg', ...(pdfPlans[id] ? ['pdf'] : [])],
	fees: {},
	totalAfterDiscount: ['mr02-convenience'],
	rowsAfterDiscount: [],
});

describe('the harsh pictures', () => {
	it('are turned in about half of the cases, in every direction', () => {
		const turns = documents.map(({ id }) => harshSettings(id).turns);
		const share = turns.filter((turn) => turn > 0).length / turns.length;
		expect(share).toBeGreaterThan(0.35);
		expect(share).toBeLessThan(0.65);
		expect(new Set(turns)).toEqual(new Set([0, 1, 2, 3]));
	});
});

describe('the PDFs', () => {
	it.each(Object.entries(pdfPlans))('%s has its pages, and text if it should', (id, plan) => {
		const pdf = readFileSync(join(measured, 'invoices', `${id}.pdf`), 'latin1');
		expect(pdf.match(/\/Type ?\/Page\b/g)?.length).toBe(plan?.next ? 2 : 1);
		expect(/\/Type ?\/Font\b/.test(pdf)).toBe(!plan?.pictureOnly);
	});
});

describe('what the rules may have seen', () => {
	const namesIn = (set: SampleDocument[]) =>
		set.flatMap(({ fields }) => {
			const { shop_name, table = [], items = [], ...parties } = fields as AllFields;
			const names = [shop_name, parties.购买方名称, parties.销售方名称];
			return [...names, ...[...table, ...items].map(([name]) => name)].filter(Boolean);
		});

	it('holds none of the shops, companies and goods measured here', () => {
		const seen = new Set(namesIn([...sampleReceipts, ...sampleInvoices]));
		expect(namesIn(documents).filter((name) => seen.has(name))).toEqual([]);
	});
});
