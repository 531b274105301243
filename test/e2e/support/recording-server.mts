import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { invoiceExample } from '../../support/results.mts';

/** What one request said, as text: its address and its body. */
export interface Seen {
	address: string;
	body: string;
}

/** Answers everything as the invoice API does, but for a body that asks to be sent elsewhere. */
export class RecordingServer {
	readonly seen: Seen[] = [];
	redirectTo = '';
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const body = Buffer.concat(chunks).toString();
				this.seen.push({ address: request.url ?? '', body });
				if (body.includes('sendElsewhere')) {
					response.writeHead(307, { Location: this.redirectTo }).end();
					return;
				}
				response.setHeader('Content-Type', 'application/json');
				response.end(JSON.stringify(invoiceExample));
			});
		});
	}

	static async start(): Promise<RecordingServer> {
		const recording = new RecordingServer();
		await new Promise<void>((resolve) => recording.#server.listen(0, '127.0.0.1', resolve));
		return recording;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
