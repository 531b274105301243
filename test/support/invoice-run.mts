import { runInEngine } from './n8n-engine.mts';
import type { EngineResult, EngineRun } from './n8n-engine.mts';
import { labelledPng } from './pictures.mts';

/** Items of one picture each, labelled with the prefix and their number. */
export const pictures = (prefix: string, count: number): EngineRun['items'] =>
	Array.from({ length: count }, (_, index) => ({
		files: { data: { bytes: labelledPng(`${prefix}-${index}`), fileName: `${index}.png` } },
	}));

/** Runs the invoice node against a server that answers as Juhe Cloud does. */
export const runInvoices = async (
	baseUrl: string,
	items: EngineRun['items'],
	options: object = {},
	more: Partial<EngineRun> = {},
): Promise<EngineResult> =>
	await runInEngine({
		node: 'juheInvoiceOcr',
		credential: { server: 'juheCloud', baseUrl, invoiceKey: 'k1', receiptKey: 'k2' },
		items,
		parameters: { options },
		...more,
	});
