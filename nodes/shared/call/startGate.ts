import type { Destination } from '../destination';
import { RecognitionFailure } from '../failure';
import { pause } from './cancellation';

/** Spaces the starts of requests to one server. */
class Pace {
	private nextStart = 0;
	private readonly minInterval: number;

	/** @param minInterval milliseconds between two starts */
	constructor(minInterval: number) {
		this.minInterval = minInterval;
	}

	async wait(signal?: AbortSignal): Promise<void> {
		const now = Date.now();
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + this.minInterval;
		await pause(start - now, signal);
	}

	holdBack(milliseconds: number): void {
		this.nextStart = Math.max(this.nextStart, Date.now() + milliseconds);
	}
}

function notSent({ details }: RecognitionFailure): RecognitionFailure {
	return new RecognitionFailure({
		...details,
		message: `${details.message}; this image was not sent, because an earlier one met this error`,
	});
}

/** Where the requests of a run to one server under one key start, or no longer start. */
export class StartGate {
	private readonly pace: Pace;
	private closedBy?: RecognitionFailure;

	constructor(pace: Pace) {
		this.pace = pace;
	}

	/**
	 * Waits until a request may start.
	 *
	 * @throws RecognitionFailure when the execution is cancelled meanwhile, or where the gate is closed
	 */
	async enter(signal?: AbortSignal): Promise<void> {
		this.assertOpen();
		await this.pace.wait(signal);
		this.assertOpen();
	}

	/** Holds back every request of the run to this server, as one that limits the rate asks for. */
	holdBack(milliseconds: number): void {
		this.pace.holdBack(milliseconds);
	}

	/** Lets nothing through any more: every further request would meet the same failure. */
	close(failure: RecognitionFailure): void {
		this.closedBy ??= failure;
	}

	private assertOpen(): void {
		if (this.closedBy) throw notSent(this.closedBy);
	}
}

/** The gates of one run of a node: one for each server and key. */
export class StartGates {
	private readonly paces = new Map<string, Pace>();
	private readonly gates = new Map<string, StartGate>();
	private readonly minInterval: number;

	/** @param minInterval milliseconds between the starts of two requests to one server */
	constructor(minInterval: number) {
		this.minInterval = minInterval;
	}

	/** The servers that were asked for, by their Base URL. */
	get servers(): string[] {
		return [...this.paces.keys()];
	}

	of({ baseUrl, key }: Destination): StartGate {
		const name = JSON.stringify([baseUrl, key]);
		let gate = this.gates.get(name);
		if (!gate) {
			gate = new StartGate(this.paceOf(baseUrl));
			this.gates.set(name, gate);
		}
		return gate;
	}

	private paceOf(baseUrl: string): Pace {
		let pace = this.paces.get(baseUrl);
		if (!pace) {
			pace = new Pace(this.minInterval);
			this.paces.set(baseUrl, pace);
		}
		return pace;
	}
}
