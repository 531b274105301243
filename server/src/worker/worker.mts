import { parentPort } from 'node:worker_threads';
import { readInvoice } from '../documents/invoice.mts';
import { readReceipt } from '../documents/receipt.mts';
import { OcrEngine } from '../engine/engine.mts';
import type { Page } from '../engine/types.mts';
import { PictureError } from '../image/picture-error.mts';
import type { Job, Reading, Report } from './messages.mts';

if (!parentPort) throw new Error('worker.mts runs in a worker thread');
const port = parentPort;
const send = (report: Report) => port.postMessage(report);

const engine = await OcrEngine.create();
port.on('message', async ({ id, document, picture }: Job) => {
	try {
		const page = await engine.read(Buffer.from(picture.buffer));
		const reading = readDocument(document, page);
		send(isEmpty(reading) ? { type: 'nothing', id } : { type: 'read', id, reading });
	} catch (error) {
		if (error instanceof PictureError) send({ type: 'refused', id, message: error.message });
		else
			send({
				type: 'failed',
				id,
				stack: error instanceof Error ? String(error.stack) : String(error),
			});
	}
});
send({ type: 'ready' });

function readDocument(document: Job['document'], page: Page): Reading {
	return document === 'invoice'
		? { document, data: readInvoice(page) }
		: { document, data: readReceipt(page) };
}

/** Whether no field of the document could be read. */
function isEmpty(reading: Reading): boolean {
	if (reading.document === 'invoice') return reading.data.every(({ value }) => value === '');
	const { table, table_row_num: _count, ...fields } = reading.data;
	return table.length === 0 && Object.values(fields).every((value) => value === '');
}
