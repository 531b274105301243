import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * How long, in milliseconds, and up to how many bytes the rest of a body is taken, and thrown away, whose request
 * was answered: more than the longest form has unless larger pictures are allowed.
 */
const restTime = 5_000;
const restBytes = 100e6;
/** How long a client may take to take its answer (milliseconds). */
const takeTime = 30_000;
const tick = 100;

/**
 * Ends the connection of a request whose client does not go on after its answer: does not take it, or sends its
 * body without end. Who is still sending then gets the answer and no reset.
 */
export function endConnectionOf(request: IncomingMessage, response: ServerResponse): void {
	const { socket } = request;
	response.once('prefinish', () => {
		const timer = setTimeout(() => socket.destroy(), takeTime).unref();
		response.once('close', () => clearTimeout(timer));
	});
	response.once('finish', () => {
		if (request.complete) return;
		request.resume();
		const ends = performance.now() + restTime;
		const bytes = socket.bytesRead + restBytes;
		const timer = setInterval(() => {
			const over = performance.now() > ends || socket.bytesRead > bytes;
			if (over && !request.complete) socket.destroy();
			if (over || request.complete || socket.destroyed) clearInterval(timer);
		}, tick).unref();
	});
}
