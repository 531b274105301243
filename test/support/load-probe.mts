// A process of its own, so that its memory and time are the node's and not the test runner's.
// Usage: node load-probe.mts SERVER_URL PICTURES BYTES CONCURRENCY
import { runInEngine, useBinaryMode } from './n8n-engine.mts';
import { peakMemory } from './peak-memory.mts';
import { labelledPng } from './pictures.mts';

const [baseUrl, count, bytes, maxConcurrency] = process.argv.slice(2);

await useBinaryMode('filesystem');
const run = async (pictures: number, label: string) =>
	await runInEngine({
		node: 'juheInvoiceOcr',
		credential: { server: 'juheCloud', baseUrl, invoiceKey: 'k1', receiptKey: '' },
		parameters: { options: { maxConcurrency: Number(maxConcurrency) } },
		items: Array.from({ length: pictures }, (_, index) => ({
			files: {
				data: {
					bytes: () => labelledPng(`${label}-${index}`, 40, 30, Number(bytes)),
					fileName: `${index}.png`,
					mimeType: 'image/png',
				},
			},
		})),
	});

await run(Number(maxConcurrency), 'warm-up');
const { items, error, run: record } = await run(Number(count), 'probe');
const node = record.data.resultData.runData.OCR[0];
console.log(
	JSON.stringify({
		items: items.length,
		error: error && `${error.message} ${JSON.stringify(error.context)}`,
		seconds: node.executionTime / 1000,
		peakMegabytes: peakMemory() / 1e6,
	}),
);
process.exit(0);
