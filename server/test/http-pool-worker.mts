// A worker for the tests of the pool: the first byte of a picture says what it does with it.
import { parentPort } from 'node:worker_threads';
import type { Job, Report } from '../src/worker/messages.mts';

const send = (report: Report) => parentPort?.postMessage(report);

const behaviours: Record<string, (id: number) => void> = {
	n: (id) => send({ type: 'nothing', id }),
	r: (id) => send({ type: 'refused', id, message: 'no picture' }),
	f: (id) => send({ type: 'failed', id, stack: 'Error: a fault' }),
	e: () => process.exit(3),
	t: () =>
		setImmediate(() => {
			throw new Error('crashed');
		}),
	w: (id) => setTimeout(() => send({ type: 'nothing', id }), 100),
};

parentPort?.on('message', ({ id, picture }: Job) =>
	behaviours[String.fromCharCode(picture[0])](id),
);
send({ type: 'ready' });
