import { runInEngine } from './n8n-engine.mts';
import type { EngineResult, EngineRun } from './n8n-engine.mts';
import { severalInvoices } from './several-documents.mts';

export const latin1 = (text: string) => Buffer.from(text, 'latin1');
let files = 0;
/** A number for each file: identical ones share an answer. */
export const fileNumber = () => files++;
export const pdf = () => latin1(`%PDF-1.7\n% ${fileNumber()}\n%%EOF\n`);

export const numberOf = (index: number) => `2441200000001234567${index}`;
export const bill = (index: number) => ({
	发票号码: numberOf(index),
	'合计金额(小写)': `${index}1.30`,
});
/** What a server answers to a file of three invoices, of which the second is doubtful. */
export const threeInvoices = severalInvoices([
	{ page: 1, fields: bill(1) },
	{ page: 1, fields: bill(2), more: { kind: 'receipt', confidence: { 发票号码: 0.5 } } },
	{ page: 3, fields: bill(3) },
]);

/** A node, its files, its options with `output`, and what else differs from a run with a self-hosted server. */
export type DocumentRun = [
	node: EngineRun['node'],
	inputs: Array<{ bytes: Buffer; fileName?: string }>,
	options?: Record<string, unknown>,
	more?: Partial<EngineRun>,
];

/** Runs a node on files, each in an item of its own. */
export const runDocuments = async (
	baseUrl: string,
	...[node, inputs, { output, ...options } = {}, more = {}]: DocumentRun
): Promise<EngineResult> =>
	await runInEngine({
		node,
		credential: { server: 'selfHosted', baseUrl, invoiceKey: 'k1', receiptKey: 'k2' },
		items: inputs.map((file, index) => ({
			json: { sender: `s${index}` },
			files: { data: { fileName: `${index}.pdf`, ...file } },
		})),
		parameters: { ...(output !== undefined && { output: output as string }), options },
		...more,
	});
