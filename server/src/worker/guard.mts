import { memoryWatch } from './resident-memory.mts';

/** Watches what a process holds while it is at a picture. */
export class Guard {
	readonly #pid: number;
	readonly #maximum: number;
	readonly #exceeded: () => void;
	#timer: NodeJS.Timeout | undefined;

	/**
	 * @param maximum bytes of memory
	 * @param exceeded told when the process holds more, once for each picture
	 */
	constructor(pid: number, maximum: number, exceeded: () => void) {
		this.#pid = pid;
		this.#maximum = maximum;
		this.#exceeded = exceeded;
	}

	/** A picture is begun. */
	start(): void {
		const timer = setInterval(async () => {
			const bytes = (await memoryWatch.read(this.#pid)) ?? 0;
			if (bytes <= this.#maximum || timer !== this.#timer) return;
			this.stop();
			this.#exceeded();
		}, memoryWatch.interval);
		this.#timer = timer;
	}

	/** The picture is done. */
	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}
