/**
 * Memory for the bodies of one run's requests, used again and again: as many pieces as requests are under way at
 * once. A new piece for each picture, megabytes beside n8n's own large heap, would have V8 collect all of that heap
 * every few pictures, which costs more than everything else here.
 */
export class RequestMemory {
	private readonly free: ArrayBuffer[] = [];

	/** A piece of at least so many bytes, with anything in it. */
	take(size: number): ArrayBuffer {
		const kept = this.free.pop();
		return kept && kept.byteLength >= size ? kept : Buffer.allocUnsafeSlow(size).buffer;
	}

	/** Only once nothing writes it to a connection any more: when the server has it all. */
	giveBack(piece: ArrayBuffer): void {
		this.free.push(piece);
	}
}
