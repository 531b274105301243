import type { Server } from './server.mts';

/** What a worker may hold, in bytes: the default of --worker-memory. */
export const workerMemory = 800e6;
const interval = 500;

/** Watches what a server and its workers hold, those too that are replaced meanwhile. */
export class MemoryWatch {
	readonly #server: Server;
	readonly #timer: NodeJS.Timeout;
	#largestWorker = 0;

	constructor(server: Server) {
		this.#server = server;
		// A server that has died is told of by its clients.
		this.#timer = setInterval(() => void this.peak().catch(() => undefined), interval);
	}

	/** The most that the server, its workers of now, and any of its workers ever held, in bytes. */
	async peak(): Promise<{ server: number; workers: number; largestWorker: number }> {
		const { server, workers, largestWorker } = await this.#server.memory('VmHWM');
		this.#largestWorker = Math.max(this.#largestWorker, largestWorker);
		return { server, workers, largestWorker: this.#largestWorker };
	}

	/** What the server and its workers hold, in bytes, for people. */
	async now(): Promise<string> {
		const { server, workers } = await this.#server.memory('VmRSS');
		return `${mega(server)} + ${mega(workers)} MB`;
	}

	stop(): void {
		clearInterval(this.#timer);
	}
}

/** Bytes in millions. */
export const mega = (bytes: number): number => Math.round(bytes / 1e6);
