import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Answer } from './client.mts';
import { healthFaults, HealthWatch } from './health-watch.mts';
import { MemoryWatch, mega, workerMemory } from './memory-watch.mts';
import type { Server } from './server.mts';

const progressInterval = 10_000;
/** Before a lane that failed goes on. */
const breather = 1_000;
/** An answer may be this much later than the deadline, and a stalled connection than its timeout. */
const margin = 3_000;
/** Of the whole request; one whose headers are complete is the longest to be waited for. */
const requestTimeout = 60_000;
/** For so long, in milliseconds, the server tells what it counted before. */
const metricsLifetime = 1_100;
/**
 * What the README promises, in bytes: two workers, which the attacks' pictures bring close to what they may hold,
 * and the server with 256 MB of forms and its own 200.
 */
const maximumMemory = 2 * workerMemory + 456e6;
/** Stalled connections that are still open when the time is over; at most as many as there are such clients. */
const stallingAtTheEnd = 5;
/** Growth of what the server holds that is more than noise, in bytes. */
const growthNoise = 30e6;

export interface SoakOptions {
	server: Server;
	key: string;
	/** Keys of somebody who asks for too much at once, and of somebody whose pictures take too much. */
	floodKey: string;
	pictureKey: string;
	deadline: number;
	milliseconds: number;
	random: () => number;
	files: readonly Buffer[];
}

/** One kind of client; called again and again until the time is over. */
export type Lane = (soak: Soak) => Promise<void>;

/** A run of many clients against one server, and what went wrong in it. */
export class Soak {
	readonly key: string;
	readonly floodKey: string;
	readonly pictureKey: string;
	readonly address: string;
	readonly milliseconds: number;
	readonly random: () => number;
	readonly files: readonly Buffer[];
	readonly #server: Server;
	readonly #client: Client;
	/** Aborted when the time is over. */
	readonly over: AbortSignal;
	readonly #faults = new Set<string>();
	readonly #codes = new Map<string, number>();
	readonly #healthWatch: HealthWatch;
	readonly #memory: MemoryWatch;
	/** What the server held at first, its garbage collected, in bytes: garbage that waits is no growth. */
	#heldAtFirst = 0;
	readonly #progress = {
		sent: 0,
		answered: 0,
		read: 0,
		left: 0,
		stalled: 0,
		killed: 0,
		attacks: 0,
	};

	constructor({ server, deadline, milliseconds, random, files, ...keys }: SoakOptions) {
		this.#server = server;
		this.#client = new Client(server.address, deadline + margin);
		this.#healthWatch = new HealthWatch(server.address);
		this.#memory = new MemoryWatch(server);
		this.over = AbortSignal.timeout(milliseconds);
		setMaxListeners(0, this.over);
		this.key = keys.key;
		this.floodKey = keys.floodKey;
		this.pictureKey = keys.pictureKey;
		this.address = server.address;
		this.milliseconds = milliseconds;
		this.random = random;
		this.files = files;
	}

	/** Lets the lanes run until the time is over, and prints how far they are. */
	async run(lanes: readonly Lane[]): Promise<void> {
		// Before the first health check, which the collection would delay.
		this.#heldAtFirst = await this.#server.held();
		const started = performance.now();
		const watch = new AbortController();
		const reporting = this.#every(progressInterval, watch.signal, () => this.#report(started));
		await Promise.all(lanes.map((lane) => this.#repeat(lane)));
		watch.abort();
		await reporting;
		await this.#report(started);
	}

	/** A request that has to get one of the codes, or 10014 when its worker was killed. */
	async expect(
		kind: string,
		codes: readonly number[] | undefined,
		send: (client: Client) => Promise<Answer>,
	): Promise<void> {
		this.#progress.sent++;
		const { code, reason } = await send(this.#client);
		this.#answered(kind, code);
		if (codes && ![...codes, 10014].includes(code)) this.fault(`${kind}: ${code} ${reason}`);
	}

	/** A request whose client goes away when the signal says so. */
	async leave(
		signal: AbortSignal,
		send: (client: Client, signal: AbortSignal) => Promise<Answer>,
	): Promise<void> {
		this.#progress.sent++;
		try {
			const { code } = await send(this.#client, signal);
			this.#answered('impatient', code);
		} catch (error) {
			if (!signal.aborted) throw error;
			this.#progress.left++;
		}
	}

	#answered(kind: string, code: number): void {
		const name = `${kind} ${code}`;
		this.#codes.set(name, (this.#codes.get(name) ?? 0) + 1);
		this.#progress.answered++;
		if (code === 0) this.#progress.read++;
	}

	/** A stalled connection that the server closed after so many milliseconds. */
	closed(milliseconds: number): void {
		this.#progress.stalled++;
		if (milliseconds > requestTimeout + margin) {
			this.#faults.add(`a stalled connection stayed open for ${Math.round(milliseconds)} ms`);
		}
	}

	/** Something that should not have been. */
	fault(what: string): void {
		this.#faults.add(what);
	}

	/** Up to so many calls whose answers nobody looks at. */
	attack(calls: number): void {
		this.#progress.attacks += calls;
	}

	/** Waits for a health check. */
	async health(): Promise<void> {
		await this.#client.get('/healthz');
	}

	async killWorker(): Promise<void> {
		const [worker] = await this.#server.workers();
		if (worker === undefined) return;
		process.kill(worker, 'SIGKILL');
		this.#progress.killed++;
	}

	/**
	 * What went wrong, once `run` has ended.
	 * @param counted the readings that the key store counted
	 */
	async faults(counted: number): Promise<string[]> {
		await sleep(metricsLifetime);
		const { text } = await this.#client.get('/metrics');
		await this.#client.close();
		const answered = sum(text, /juhe_ocr_requests_total\{.*\} (\d+)/g);
		const abandoned = sum(text, /juhe_ocr_requests_abandoned_total\{.*\} (\d+)/g);
		const replaced = sum(text, /juhe_ocr_worker_restarts (\d+)/g);
		const peak = await this.#memory.peak();
		this.#memory.stop();
		const health = await this.#healthWatch.stop();
		// No request is under way any more, and no health check that the collection would delay.
		const held = await this.#server.held();

		for (const [name, count] of [...this.#codes].sort()) console.log(`${name}: ${count}`);
		console.log(`server: ${answered} answered, ${abandoned} abandoned, ${counted} counted`);
		console.log(`workers: ${this.#progress.killed} killed, ${replaced} replaced`);
		console.log(
			`peak memory ${mega(peak.server)} + ${mega(peak.workers)} MB, largest worker ${mega(peak.largestWorker)} MB, held by the server ${mega(this.#heldAtFirst)}, then ${mega(held)} MB`,
		);
		for (const fault of healthFaults(health)) this.fault(fault);
		this.#judgeAnswers({ answered, abandoned, counted });
		this.#assert(replaced >= this.#progress.killed, 'a killed worker was not replaced');
		this.#assert(peak.server + peak.workers < maximumMemory, 'too much memory');
		this.#assert(peak.largestWorker < workerMemory, 'a worker held more than it may');
		this.#assert(held - this.#heldAtFirst < growthNoise, 'the memory grows');
		this.#assert((await this.#server.stop()) === 0, 'the server did not stop by itself');
		return [...this.#faults];
	}

	/** What the clients saw, the server's own books and the key's counter have to agree. */
	#judgeAnswers(books: { answered: number; abandoned: number; counted: number }): void {
		const { sent, answered, read, left, stalled, killed, attacks } = this.#progress;
		const failed = [...this.#codes].filter(([name]) => name.endsWith(' 10014'));
		const failures = failed.reduce((all, [, count]) => all + count, 0);
		this.#assert(sent === answered + left, `${sent - answered - left} calls without an outcome`);
		this.#assert(books.answered >= answered, 'the server knows less answers than its clients');
		this.#assert(
			books.answered + books.abandoned <= sent + stalled + stallingAtTheEnd + attacks,
			'the server knows more calls than were sent',
		);
		this.#assert(books.counted >= read, 'readings that the key was not charged for');
		this.#assert(books.counted <= sent, 'more readings charged than calls sent');
		this.#assert(failures <= killed, `${failures} times 10014 from ${killed} killed workers`);
	}

	#assert(holds: boolean, fault: string): void {
		if (!holds) this.#faults.add(fault);
	}

	async #repeat(lane: Lane): Promise<void> {
		while (!this.over.aborted) {
			try {
				await lane(this);
			} catch (error) {
				this.fault(`lost: ${lane.name}: ${error}`);
				await sleep(breather);
			}
		}
	}

	async #every(interval: number, signal: AbortSignal, act: () => unknown): Promise<void> {
		while (!signal.aborted) {
			await act();
			await sleep(interval, undefined, { signal }).catch(() => undefined);
		}
	}

	async #report(started: number): Promise<void> {
		const seconds = (performance.now() - started) / 1000;
		const { answered, read, left, stalled, killed } = this.#progress;
		console.log(
			`${Math.round(seconds)} s: ${answered} answered (${(read / Math.max(1, seconds)).toFixed(1)} pictures a second read), ` +
				`${left} left, ${stalled} stalled, ${killed} workers killed, ` +
				`${await this.#memory.now()}, ${this.#faults.size} faults`,
		);
	}
}

const sum = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0);
