import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { quantile } from './statistics.mts';

const script = path.join(import.meta.dirname, 'health-client.mts');

/** What /healthz may take, in milliseconds: half of the checks, and all of them, whatever the attacks. */
const usualTime = 50;
const maximumTime = 500;

/** What the health checks of a run showed. */
export interface Health {
	/** Milliseconds of each answer. */
	latencies: number[];
	/** HTTP statuses that were seen. */
	statuses: Set<number>;
}

/** Asks a server for its health, ten times a second, from a process of its own. */
export class HealthWatch {
	readonly #child: ChildProcess;
	readonly #health: Health = { latencies: [], statuses: new Set() };

	/** @param address of the server, as a URL */
	constructor(address: string) {
		this.#child = fork(script, [address]);
		this.#child.on('message', (message) => {
			const { status, milliseconds } = message as { status: number; milliseconds: number };
			this.#health.latencies.push(milliseconds);
			this.#health.statuses.add(status);
		});
	}

	/** Ends the checks. Throws when their process had ended by itself: a check without an answer. */
	async stop(): Promise<Health> {
		if (!this.#child.connected) throw new Error('a health check got no answer');
		this.#child.disconnect();
		await once(this.#child, 'exit');
		return this.#health;
	}
}

/** Prints what the health checks of a run showed; what of it should not have been. */
export function healthFaults({ latencies, statuses }: Health): string[] {
	const [median, most, slowest] = [0.5, 0.99, 1].map((share) => quantile(latencies, share));
	const times = `median ${median.toFixed(1)} p99 ${most.toFixed(1)} slowest ${slowest.toFixed(1)} ms`;
	console.log(`/healthz ${times} of ${latencies.length}`);
	const faults = [...statuses]
		.filter((status) => status !== 200 && status !== 503)
		.map((status) => `/healthz answered ${status}`);
	if (median >= usualTime || slowest >= maximumTime) faults.push(`/healthz ${times}`);
	return faults;
}
