import { ModelError } from '../engine/model-error.mts';
import { PictureError } from '../page/picture-error.mts';
import { drawPage } from './draw-page.mts';
import { readFile } from './file-reader.mts';
import type { Order, Report } from './messages.mts';
import { PageReader } from './page-reader.mts';
import { SourceReader } from './source-reader.mts';

// Whoever ends the server ends it through its main process, which lets readings finish.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());

/** How long a worker reads on in one file before others have their turn, in milliseconds. */
const turnTime = 2_000;

const send = (report: Report) => process.send?.(report);
const [models] = process.argv.slice(2);
const pages = await PageReader.create(models).catch(leave);
const sources = new SourceReader(pages);
const cancels = new Map<number, AbortController>();

process.on('message', (order: Order) => {
	if (order.type === 'read') void read(order);
	else cancels.get(order.id)?.abort();
});
send({ type: 'ready', models: pages.models });

/** Says why the models cannot be used, and ends. */
function leave(error: unknown): Promise<never> {
	if (!(error instanceof ModelError)) throw error;
	const report: Report = { type: 'unfit', message: error.message };
	return new Promise(() => process.send?.(report, () => process.exit(1)));
}

async function read({ id, rest, ...job }: Extract<Order, { type: 'read' }>): Promise<void> {
	const cancel = new AbortController();
	cancels.set(id, cancel);
	try {
		if (job.draws) {
			send({ type: 'drawn', id, drawing: await drawPage(pages, job, cancel.signal) });
			return;
		}
		const ends = performance.now() + turnTime;
		for await (const piece of readFile(sources, job, rest, cancel.signal)) {
			const isBusy = piece.rest !== undefined && performance.now() < ends;
			send({ type: 'piece', id, piece, isBusy });
			if (!isBusy) break;
		}
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
