import type { IncomingMessage } from 'node:http';
import { AbandonedError } from '../worker/errors.mts';
import { FormError } from './form-reader.mts';

/** Bytes a second that a body has to bring on average, once the grace (milliseconds) is over. */
const leastRate = 4096;
const grace = 5_000;
const tick = 500;

export interface Receiver {
	/** Takes a piece of the body; the next one comes when it is done. May throw. */
	take(chunk: Buffer): Promise<unknown> | undefined;
	/** Called now and then while the body arrives; throws when it is wanted no more. */
	check(): void;
}

/**
 * Reads a body to its end, holding nothing of it. Throws what the receiver throws, FormError when the body comes
 * too slowly, AbandonedError when the client goes; the rest of the body is then left unread.
 */
export function receive(body: IncomingMessage, { take, check }: Receiver): Promise<void> {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		let received = 0;
		const settle = (act: () => void) => {
			clearInterval(timer);
			body.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
			act();
		};
		const fail = (error: unknown) => settle(() => reject(error as Error));
		const attempt = (act: () => void) => {
			try {
				act();
			} catch (error) {
				fail(error);
			}
		};
		const onData = (chunk: Buffer) =>
			attempt(() => {
				received += chunk.length;
				const taken = take(chunk);
				if (!taken) return;
				body.pause();
				taken.then(() => body.resume(), fail);
			});
		const onEnd = () => settle(resolve);
		const onClose = () => fail(new AbandonedError('the client went away'));
		const timer = setInterval(
			() =>
				attempt(() => {
					check();
					const elapsed = performance.now() - started;
					if (elapsed > grace && received < (leastRate * elapsed) / 1000) {
						throw new FormError(
							`the form arrived too slowly: less than ${leastRate} bytes a second`,
						);
					}
				}),
			tick,
		);
		if (body.destroyed) onClose();
		else body.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
	});
}
