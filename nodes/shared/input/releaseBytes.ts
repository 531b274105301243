/** ES2024; the oldest Node that n8n 1 runs on does not have it. */
interface Transferable {
	transfer?(byteLength: number): unknown;
}

/**
 * Gives the memory of a picture back at once, instead of when V8 collects next. V8 counts such memory as its own: a
 * few pictures of a megabyte that nobody needs any more make it collect all of n8n's heap, which costs more CPU time
 * than everything done with them.
 *
 * @param bytes read for the caller alone, who does not touch them again; empty from now on
 */
export function releaseBytes(bytes: Buffer): void {
	const memory: ArrayBufferLike & Transferable = bytes.buffer;
	// Small buffers are slices of memory that others use too.
	if (memory.byteLength !== bytes.byteLength) return;
	try {
		memory.transfer?.(0);
	} catch {
		// Memory that is not V8's to free stays until it is collected.
	}
}
