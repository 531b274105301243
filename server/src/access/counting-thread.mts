import { parentPort, workerData } from 'node:worker_threads';
import { monotonicNow, type CountingOrder, type CountingReport } from './counting-messages.mts';
import { KeyStore } from './key-store.mts';
import { StoreError } from './store-error.mts';

/** How long SQLite waits for a lock before it is asked again (milliseconds). */
const patience = 50;

const store = new KeyStore(workerData as string, { create: false, patience });

parentPort?.on('message', (order: CountingOrder) => {
	parentPort?.postMessage({ id: order.id, ...reportOf(order) } satisfies CountingReport);
});

function reportOf(order: CountingOrder): Omit<CountingReport, 'id'> {
	for (;;) {
		try {
			if (order.key) return { refusal: store.count(order.key, order.now) };
			store.check({ write: true });
			return {};
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			const { fault, message } = error;
			if (fault !== 'busy' || monotonicNow() >= order.until) return { failure: { fault, message } };
		}
	}
}
