import type { IDataObject } from 'n8n-workflow';

import { invoiceColumns } from '../support/columns.mts';
import { FaultServer, envelope } from '../support/fault-server.mts';
import { labelledPng } from '../support/pictures.mts';
import { rowsOf, runInEngine } from '../support/n8n-engine.mts';
import { invoiceExample } from '../support/results.mts';

let server: FaultServer;

beforeAll(async () => {
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());
beforeEach(() => server.reset());

const confidence = { 购买方名称: 0.52, 发票代码: 0.98 };

async function run(label: string, parameters: IDataObject) {
	const result = { ...invoiceExample.result, confidence };
	server.answer = envelope({ ...invoiceExample, result });
	const { items, error } = await runInEngine({
		node: 'juheInvoiceOcr',
		credential: {
			server: 'selfHosted',
			baseUrl: server.url,
			invoiceKey: 'invoice-key-0123456789',
			receiptKey: '',
		},
		parameters,
		items: [{ files: { data: { bytes: labelledPng(label), fileName: 'scan.png' } } }],
	});
	expect(error).toBeUndefined();
	return rowsOf(items)[0];
}

it('names the doubtful fields of a self-hosted answer and adds no column', async () => {
	const row = await run('doubtful', {});
	expect(Object.keys(row)).toEqual(invoiceColumns);
	expect(row.needsReview).toBe(true);
	expect(row.reviewReasons).toContain('Doubtful: buyerName 0.52');
	expect(row.reviewReasons).not.toContain('invoiceCode 0.98');
});

it('says nothing of them without Review Checks', async () => {
	const row = await run('unchecked', { options: { reviewChecks: false } });
	expect(row.reviewReasons).toBeNull();
});

it('hands the confidence on in the raw response', async () => {
	const row = await run('raw', { output: 'raw' });
	expect(JSON.stringify(row)).toContain(JSON.stringify(confidence));
});
