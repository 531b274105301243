import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { readInvoice } from '../../src/documents/invoice.mts';
import { structuredFields } from '../../src/documents/structured.mts';
import type { Source } from '../../src/files/source.mts';
import { compareInvoice, type Truth } from '../../testing/accuracy/compare.mts';
import { sourcesOf } from '../../testing/files/sources.mts';
import { sample } from '../../testing/process/server-process.mts';

const names = readdirSync(join(__dirname, '../../../samples/data')).filter(
	(name) => !name.endsWith('.json'),
);
const truthsOf = (name: string): Truth[] =>
	(JSON.parse(sample(`data/${parse(name).name}.json`).toString()) as { pages: Truth[] }).pages;

type Document = Extract<Source, { type: 'page' | 'invoice' }>;
const isDocument = (source: Source): source is Document =>
	source.type === 'invoice' || (source.type === 'page' && !source.continues);

/** The fields of a document as the invoice API serves them. */
function fieldsOf(source: Document) {
	const page = source.type === 'page' ? source.page : undefined;
	const reading = page ? readInvoice(page) : [];
	return source.invoice ? structuredFields(source.invoice, reading, page) : reading;
}

it.each(names)('reads every document of %s, all fields and cells', async (name) => {
	const documents = (await sourcesOf(sample(`data/${name}`))).filter(isDocument);
	const truths = truthsOf(name);
	expect(documents).toHaveLength(truths.length);
	for (const [i, truth] of truths.entries()) {
		const fields = fieldsOf(documents[i]);
		const { misses, invented } = compareInvoice(truth, fields);
		expect({ misses, invented }).toEqual({ misses: [], invented: [] });
		const unsure = fields.filter(({ value, confidence }) => value !== '' && confidence < 0.9);
		expect(unsure).toEqual([]);
	}
});

it.each(names)('takes the data of %s where it has some', async (name) => {
	const documents = (await sourcesOf(sample(`data/${name}`))).filter(isDocument);
	for (const { invoice } of documents) {
		expect(invoice === undefined).toBe(/text/.test(name));
		for (const { isDisputed } of invoice?.fields ?? []) expect(isDisputed).toBe(false);
	}
});

it('knows where tagged values stand', async () => {
	const [page] = (await sourcesOf(sample('data/o10-software.ofd'))).filter(isDocument);
	const number = page.invoice?.fields.find(({ name }) => name === '发票号码');
	expect(number?.place).toEqual({ page: 1, box: [805, 73, 956, 96] });
	expect(page.invoice?.lines?.map(([name]) => name.place?.page)).toEqual([1, 1]);
	// The second line begins below the first one's name of three rows.
	const tops = page.invoice?.lines?.map(([name]) => name.place?.box[1] ?? 0) ?? [];
	expect(tops[1] - tops[0]).toBeGreaterThan(60);
});
