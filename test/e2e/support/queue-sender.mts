import { setTimeout as sleep } from 'node:timers/promises';
import type { Picture } from './queue-pictures.mts';

/** Pictures that are under way at the same time: more than two workers take, so that some wait in the queue. */
const lanes = 14;
const attemptsAtMost = 5;
/**
 * Milliseconds. n8n does not queue an execution again whose worker died: it answers with an error, after two minutes and
 * a half at the latest (a lock of 60 s, two checks 30 s apart, 30 s of grace). Nothing is posted again before.
 */
const timeout = 180_000;
const pause = 2_000;

/** What became of one picture, seen by who posted it. */
export interface Delivery {
	picture: Picture;
	/** The execution whose answer said that the row is kept; undefined if no attempt ended so. */
	execution?: string;
	/** Why attempts before did not end so. */
	failures: string[];
}

/**
 * Posts all pictures, a few at a time, each until its row is known to be kept, five times at most.
 * @param url the webhook's address
 * @param onDelivery called after each delivery with the number of pictures done so far
 */
export async function deliver(
	url: string,
	pictures: Picture[],
	onDelivery: (done: number) => void = () => undefined,
): Promise<Delivery[]> {
	const waiting = [...pictures];
	const deliveries: Delivery[] = [];
	const work = async () => {
		for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
			deliveries.push(await deliverOne(url, picture));
			onDelivery(deliveries.length);
		}
	};
	await Promise.all(Array.from({ length: lanes }, work));
	return deliveries;
}

async function deliverOne(url: string, picture: Picture): Promise<Delivery> {
	const failures: string[] = [];
	while (failures.length < attemptsAtMost) {
		try {
			return { picture, execution: await post(url, picture), failures };
		} catch (error) {
			failures.push((error as Error).message);
			await sleep(pause);
		}
	}
	return { picture, failures };
}

/** @throws if the answer is anything but the confirmation of this very picture */
async function post(url: string, { id, kind, bytes }: Picture): Promise<string> {
	const form = new FormData();
	form.set('data', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), id);
	const query = new URLSearchParams({ picture: id, kind });
	const response = await fetch(`${url}?${query}`, {
		method: 'POST',
		body: form,
		signal: AbortSignal.timeout(timeout),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`HTTP ${response.status} ${text.slice(0, 200)}`);
	const answer = JSON.parse(text) as { picture?: string; execution?: string };
	if (answer.picture !== id || !answer.execution) throw new Error(`answered ${text.slice(0, 200)}`);
	return answer.execution;
}
