import type { PublishedFile } from './catalogue.mts';

/** A line that is rewritten in place may move often; lines that stay in a log may not. Milliseconds. */
const often = 200;
const seldom = 5_000;

/** Says how much of some files is there. */
export class Progress {
	readonly #lengths = new Map<PublishedFile, number>();
	readonly #total: number;
	readonly #log: { isTTY?: boolean; write(text: string): unknown };
	#said = -Infinity;

	constructor(
		files: readonly PublishedFile[],
		log: { isTTY?: boolean; write(text: string): unknown },
	) {
		this.#total = files.reduce((sum, { bytes }) => sum + bytes, 0);
		this.#log = log;
	}

	/** @param bytes how much of the file is there */
	note(file: PublishedFile, bytes: number): void {
		this.#lengths.set(file, bytes);
		if (performance.now() - this.#said < (this.#log.isTTY ? often : seldom)) return;
		this.#say();
	}

	/** Says the last of it. */
	end(): void {
		if (this.#lengths.size === 0) return;
		this.#say();
		if (this.#log.isTTY) this.#log.write('\n');
	}

	#say(): void {
		this.#said = performance.now();
		const done = [...this.#lengths.values()].reduce((sum, bytes) => sum + bytes, 0);
		const line = `  ${mega(done)} of ${mega(this.#total)} MB (${Math.floor((100 * done) / this.#total)} %)`;
		this.#log.write(this.#log.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
	}
}

/** Bytes in megabytes. */
export const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
