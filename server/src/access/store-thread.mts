import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { KeyStore } from './key-store.mts';
import { StoreError } from './store-error.mts';
import { monotonicNow, type StoreOrder, type StoreReport } from './store-messages.mts';

/** A store that is locked is tried again after so many milliseconds and up to as many more, by lot. */
const retryDelay = 10;

const store = new KeyStore(workerData as string, { create: false, patience: 0 });

parentPort?.on('message', async (order: StoreOrder) => {
	parentPort?.postMessage({ id: order.id, ...(await reportOf(order)) } satisfies StoreReport);
});

/** Does what is asked, and waits for the lock of another process meanwhile; other orders are done in between. */
async function reportOf(order: StoreOrder): Promise<Omit<StoreReport, 'id'>> {
	let failure: StoreReport['failure'] = { fault: 'stuck', message: 'its disk does not answer' };
	while (monotonicNow() < order.until) {
		try {
			return { result: run(order) };
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			failure = { fault: error.fault, message: error.message };
			if (error.fault !== 'busy') break;
		}
		await sleep(retryDelay * (1 + Math.random()));
	}
	return { failure };
}

function run({ method, values }: StoreOrder): unknown {
	const work = store[method] as (...values: unknown[]) => unknown;
	return work.apply(store, values);
}
