import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const script = path.join(import.meta.dirname, 'health-client.mts');

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
