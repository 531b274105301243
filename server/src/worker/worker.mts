import { PictureError } from '../page/picture-error.mts';
import type { Order, Report } from './messages.mts';
import { SourceReader } from './source-reader.mts';
import { PageReader } from './page-reader.mts';
import { isEmpty, readContent } from './reading.mts';

// Whoever ends the server ends it through its main process, which lets readings finish.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());

const send = (report: Report) => process.send?.(report);
const sources = new SourceReader(await PageReader.create());
const cancels = new Map<number, AbortController>();

process.on('message', (order: Order) => {
	if (order.type === 'read') void read(order);
	else cancels.get(order.id)?.abort();
});
send({ type: 'ready' });

async function read({ id, document, file, page }: Extract<Order, { type: 'read' }>): Promise<void> {
	const cancel = new AbortController();
	cancels.set(id, cancel);
	try {
		const content = await sources.read(
			Buffer.from(file.buffer, file.byteOffset, file.length),
			page,
			cancel.signal,
		);
		const reading = await readContent(document, content, cancel.signal);
		send(isEmpty(reading) ? { type: 'nothing', id } : { type: 'read', id, reading });
	} catch (error) {
		send(cancel.signal.aborted ? { type: 'cancelled', id } : reportOf(id, error));
	} finally {
		cancels.delete(id);
	}
}

function reportOf(id: number, error: unknown): Report {
	if (error instanceof PictureError) return { type: 'refused', id, message: error.message };
	return { type: 'failed', id, stack: String(error instanceof Error ? error.stack : error) };
}
