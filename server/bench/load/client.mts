import { Pool } from 'undici';

/** The two APIs, as a client sees them, and their codes for a bad picture and for one without text. */
export const apis = [
	{
		path: '/invoice_general_ocr/query',
		parameter: 'image_base64',
		badRequest: 253201,
		nothingRead: 253202,
	},
	{
		path: '/shoppingReceipt/query',
		parameter: 'image',
		badRequest: 200001,
		nothingRead: 200002,
	},
] as const;

export type ClientApi = (typeof apis)[number];

export interface Answer {
	code: number;
	reason: unknown;
	milliseconds: number;
}

/** Posts forms and holds the answers to the contract: HTTP 200 and an envelope, within a time. */
export class Client {
	readonly #pool: Pool;
	readonly #limit: number;

	/** @param limit milliseconds in which every answer has to be there */
	constructor(address: string, limit: number) {
		this.#pool = new Pool(address, { connections: 128, headersTimeout: limit, bodyTimeout: limit });
		this.#limit = limit;
	}

	/** Throws when there is no answer in time, or none of the contract's form. */
	async post(
		{ path }: ClientApi,
		form: Buffer | string,
		contentType = 'application/x-www-form-urlencoded',
		signal?: AbortSignal,
	): Promise<Answer> {
		const started = performance.now();
		const { statusCode, body } = await this.#pool.request({
			method: 'POST',
			path,
			headers: { 'content-type': contentType },
			body: form,
			signal,
		});
		const text = await body.text();
		const milliseconds = performance.now() - started;
		const { error_code: code, reason } = JSON.parse(text) as Record<string, unknown>;
		if (statusCode !== 200 || typeof code !== 'number' || milliseconds > this.#limit) {
			throw new Error(
				`HTTP ${statusCode}, ${code} after ${milliseconds} ms: ${text.slice(0, 200)}`,
			);
		}
		return { code, reason, milliseconds };
	}

	/** The body of a GET. */
	async get(path: string): Promise<{ status: number; text: string; milliseconds: number }> {
		const started = performance.now();
		const { statusCode, body } = await this.#pool.request({ method: 'GET', path });
		const text = await body.text();
		return { status: statusCode, text, milliseconds: performance.now() - started };
	}

	close(): Promise<void> {
		return this.#pool.close();
	}
}
