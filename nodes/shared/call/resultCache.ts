import { createHash } from 'crypto';
import { deepCopy } from 'n8n-workflow';

import type { Envelope } from '../envelope';

/** Milliseconds: long enough for Retry On Fail and a second run, short enough to forget. */
const LIFETIME = 60 * 60 * 1000;
/** A few kilobytes each; a run of some thousand pictures can fail at its last one, and the others stay paid for. */
const MAX_ENTRIES = 5000;

interface Entry {
	envelope: Envelope;
	expires: number;
}

/** Whose result this is: no picture and no key can be read out of it. */
export function fingerprint(picture: Buffer, ...context: string[]): string {
	const hash = createHash('sha256');
	for (const part of context) hash.update(`${part.length}:${part}`);
	return hash.update(picture).digest('hex');
}

/**
 * Remembers successful answers, and joins calls for the same picture while one is under way, so that it is paid
 * for once. In memory only, bounded by number and age, oldest use first to go.
 */
export class ResultCache {
	private readonly entries = new Map<string, Entry>();
	private readonly underWay = new Map<string, Promise<Envelope>>();

	/**
	 * Answers from memory, joins the call under way, or calls. A failed call is not remembered.
	 *
	 * @throws what the call throws
	 */
	async share(key: string, call: () => Promise<Envelope>): Promise<Envelope> {
		const known = this.recall(key);
		if (known) return deepCopy(known);
		let pending = this.underWay.get(key);
		if (!pending) {
			pending = this.remember(key, call());
			this.underWay.set(key, pending);
		}
		return deepCopy(await pending);
	}

	private recall(key: string): Envelope | undefined {
		const entry = this.entries.get(key);
		if (!entry) return undefined;
		this.entries.delete(key);
		if (entry.expires < Date.now()) return undefined;
		this.entries.set(key, entry);
		return entry.envelope;
	}

	private async remember(key: string, pending: Promise<Envelope>): Promise<Envelope> {
		try {
			const envelope = await pending;
			this.entries.set(key, { envelope, expires: Date.now() + LIFETIME });
			const [oldest] = this.entries.keys();
			if (this.entries.size > MAX_ENTRIES) this.entries.delete(oldest);
			return envelope;
		} finally {
			this.underWay.delete(key);
		}
	}
}

/** One for the process: every node, run and retry shares it. */
export const resultCache = new ResultCache();
