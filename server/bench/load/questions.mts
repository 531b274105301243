import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apis, type Client, type ClientApi } from './client.mts';

const samples = path.join(import.meta.dirname, '..', '..', '..', 'samples');

/** A picture as it is asked about. */
export interface Question {
	file: string;
	api: ClientApi;
	form: string;
}

/** The first samples of a kind by name, clean and photographed. */
export function sampleFiles(kind: 'invoices' | 'receipts', count: number): string[] {
	const folder = path.join(samples, kind);
	return readdirSync(folder)
		.filter((name) => name.endsWith('.jpg'))
		.sort()
		.slice(0, count)
		.map((name) => path.join(folder, name));
}

export const formOf = ({ parameter }: ClientApi, key: string, image: string): string =>
	new URLSearchParams({ key, [parameter]: image }).toString();

/** A picture in a folder named `invoices` goes to the invoice API, any other to the receipt API. */
export function questionOf(file: string): Question {
	const api = apis[path.basename(path.dirname(file)) === 'invoices' ? 0 : 1];
	return { file, api, form: formOf(api, 'demo', readFileSync(file).toString('base64')) };
}

/** Asks one question. @returns milliseconds to the complete answer; throws when the picture is not read */
export async function ask(client: Client, { file, api, form }: Question): Promise<number> {
	const { code, milliseconds } = await client.post(api, form);
	if (code !== 0) throw new Error(`${file}: ${code}`);
	return milliseconds;
}

/**
 * Several clients ask at once, each one question after the other.
 * @param count questions in all; they are gone through again and again
 */
export async function askTogether(
	client: Client,
	questions: readonly Question[],
	clients: number,
	count: number,
): Promise<{ times: number[]; perSecond: number }> {
	const times: number[] = [];
	const started = performance.now();
	let next = 0;
	const lane = async () => {
		while (next < count) times.push(await ask(client, questions[next++ % questions.length]));
	};
	await Promise.all(Array.from({ length: clients }, lane));
	return { times, perSecond: count / ((performance.now() - started) / 1000) };
}
