import { pause } from './cancellation';

/** Spaces the starts of requests; one for each run of a node. */
export class StartGate {
	private nextStart = 0;
	private readonly minInterval: number;

	/** @param minInterval milliseconds between two starts */
	constructor(minInterval: number) {
		this.minInterval = minInterval;
	}

	/** Waits until a request may start. @throws RecognitionFailure when the execution is cancelled meanwhile */
	async enter(signal?: AbortSignal): Promise<void> {
		const now = Date.now();
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + this.minInterval;
		await pause(start - now, signal);
	}

	/** Holds back every request of the run, as a server that limits the rate asks for. */
	holdBack(milliseconds: number): void {
		this.nextStart = Math.max(this.nextStart, Date.now() + milliseconds);
	}
}
