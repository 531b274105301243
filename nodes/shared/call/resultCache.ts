import { createHash } from 'crypto';
import { jsonParse } from 'n8n-workflow';

import type { Envelope } from '../envelope';

/** Milliseconds: long enough for Retry On Fail and a second run, short enough to forget. */
const LIFETIME = 60 * 60 * 1000;
/** A few kilobytes each; a run of some thousand pictures can fail at its last one, and the others stay paid for. */
const MAX_ENTRIES = 5000;
/** Bytes of all of them together. */
const MAX_BYTES = 50e6;
/** Bytes of one, so that a few do not push out all the others. */
const MAX_ENTRY_BYTES = 5e6;
/** V8's for a character, where one of a text is Chinese. */
const BYTES_OF_CHARACTER = 2;

interface Entry {
	/** An envelope as JSON: its size is known, and each who asks gets one of his own. */
	json: string;
	expires: number;
}

const sizeOf = (json: string): number => json.length * BYTES_OF_CHARACTER;

/** Whose result this is: no picture and no key can be read out of it. */
export function fingerprint(picture: Buffer, ...context: string[]): string {
	const hash = createHash('sha256');
	for (const part of context) hash.update(`${part.length}:${part}`);
	return hash.update(picture).digest('hex');
}

/**
 * Remembers successful answers, and joins calls for the same picture while one is under way, so that it is paid
 * for once. In memory only, bounded by number, size and age, oldest use first to go; an answer of megabytes is shared
 * while it is under way, but not kept.
 */
export class ResultCache {
	private readonly entries = new Map<string, Entry>();
	private readonly underWay = new Map<string, Promise<string>>();
	private bytes = 0;

	/**
	 * Answers from memory, joins the call under way, or calls. A failed call is not remembered.
	 *
	 * @throws what the call throws
	 */
	async share(key: string, call: () => Promise<Envelope>): Promise<Envelope> {
		const known = this.recall(key);
		if (known !== undefined) return jsonParse<Envelope>(known);
		let pending = this.underWay.get(key);
		if (!pending) {
			pending = this.remember(key, call());
			this.underWay.set(key, pending);
		}
		return jsonParse<Envelope>(await pending);
	}

	private recall(key: string): string | undefined {
		const entry = this.entries.get(key);
		if (!entry) return undefined;
		this.forget(key, entry);
		if (entry.expires < Date.now()) return undefined;
		this.keep(key, entry);
		return entry.json;
	}

	private async remember(key: string, pending: Promise<Envelope>): Promise<string> {
		try {
			const json = JSON.stringify(await pending);
			if (sizeOf(json) <= MAX_ENTRY_BYTES) this.keep(key, { json, expires: Date.now() + LIFETIME });
			return json;
		} finally {
			this.underWay.delete(key);
		}
	}

	private keep(key: string, entry: Entry): void {
		this.entries.set(key, entry);
		this.bytes += sizeOf(entry.json);
		for (const [oldestKey, oldest] of this.entries) {
			if (this.entries.size <= MAX_ENTRIES && this.bytes <= MAX_BYTES) return;
			this.forget(oldestKey, oldest);
		}
	}

	private forget(key: string, entry: Entry): void {
		this.entries.delete(key);
		this.bytes -= sizeOf(entry.json);
	}
}

/** One for the process: every node, run and retry shares it. */
export const resultCache = new ResultCache();
