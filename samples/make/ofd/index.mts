import { hardware } from '../digital/hardware.mts';
import { hotel } from '../digital/hotel.mts';
import { training } from '../digital/training.mts';
import type { InvoiceFields, Item } from '../document.mts';
import { digitalXml, vatXml } from './data.mts';
import { exempt, returned, ride, rideTravellers, software } from './digital.mts';
import { digitalForm, listForm, vatForm } from './forms.mts';
import { ofdOf, zipOf, type OfdDocumentPlan } from './package.mts';
import { books, officeList, printing, special } from './vat.mts';

/** A file of data: its bytes, and the truth of each document in it. */
export interface DataSample {
	/** With its ending. */
	name: string;
	bytes: Buffer;
	documents: InvoiceFields[];
}

const ofd = (name: string, ...plans: OfdDocumentPlan[]): DataSample => ({
	name: `${name}.ofd`,
	bytes: ofdOf(plans),
	documents: plans.map(({ fields }) => fields),
});

const vat = (fields: InvoiceFields, more: Partial<OfdDocumentPlan> = {}): OfdDocumentPlan => ({
	fields,
	pages: [vatForm(fields)],
	...more,
});

const digital = (fields: InvoiceFields, more: Partial<OfdDocumentPlan> = {}): OfdDocumentPlan => ({
	fields,
	pages: [digitalForm(fields)],
	...more,
});

const original = (fields: InvoiceFields): [string, string] => [
	'original_invoice.xml',
	vatXml(fields),
];
const eInvoice = (fields: InvoiceFields): [string, string] => ['einvoice.xml', digitalXml(fields)];

/** What a page shows of an invoice whose goods are on a list. */
const onList: Item[] = [
	[
		'（详见销货清单）',
		'',
		'',
		'',
		'',
		String(officeList.合计金额),
		'13%',
		String(officeList.合计税额),
	],
];

const listed: OfdDocumentPlan = {
	fields: officeList,
	pages: [vatForm(officeList, onList), listForm(officeList)],
	attachment: original(officeList),
	head: true,
};

const xml = (name: string, text: string, fields: InvoiceFields): DataSample => ({
	name: `${name}.xml`,
	bytes: Buffer.from(text),
	documents: [fields],
});

/** What the XML of a VAT invoice says: it has neither the title nor the words that the page prints. */
function withoutPrinted({ 发票名称: _title, '合计金额(大写)': _words, ...fields }: InvoiceFields) {
	return fields;
}

const drawn = (document: { fields: unknown }): InvoiceFields => document.fields as InvoiceFields;

const o06 = ofd('o06-training', digital(drawn(training), { tags: 'scattered', head: true }));
const x01 = xml('x01-training', digitalXml(drawn(training)), drawn(training));

/** OFDs of both generations, XMLs and a ZIP of them; several are twins of the PDFs. */
export const dataSamples: DataSample[] = [
	ofd(
		'o01-printing',
		vat(printing, { attachment: original(printing), tags: 'grouped', head: true }),
	),
	ofd('o02-books', vat(books, { attachment: original(books) })),
	ofd('o03-special', vat(special, { tags: 'grouped', head: true })),
	ofd('o04-office-list', listed),
	ofd('o05-printing-text', vat(printing)),
	o06,
	ofd('o07-hotel', digital(drawn(hotel), { attachment: eInvoice(drawn(hotel)) })),
	ofd('o08-software-text', digital(software, { scale: 2.5 })),
	ofd(
		'o09-returned',
		digital(returned, { attachment: eInvoice(returned), tags: 'scattered', head: true }),
	),
	ofd('o10-software', digital(software, { tags: 'scattered' })),
	ofd('o11-hardware-two', ...hardware.map((one) => digital(drawn(one), { head: true }))),
	x01,
	xml('x02-returned', digitalXml(returned), returned),
	xml('x03-ride', digitalXml(ride, rideTravellers), ride),
	xml('x04-exempt', digitalXml(exempt), exempt),
	xml('x05-books', vatXml(books), withoutPrinted(books)),
	{
		name: 'z01-mail.zip',
		bytes: zipOf({
			'四月/培训费.ofd': o06.bytes,
			'四月/出行.xml': digitalXml(ride, rideTravellers),
			'__MACOSX/._四月': 'resource fork',
			'说明.txt': '请查收',
		}),
		documents: [drawn(training), ride],
	},
];
