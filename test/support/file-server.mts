import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type FileAnswer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** A byte now and then, without an end. */
export const drip: FileAnswer = (response) => {
	response.writeHead(200, { 'Content-Type': 'image/png' });
	const timer = setInterval(() => response.write('x'), 50);
	response.on('close', () => clearInterval(timer));
};

/** As much as the other side takes, without an end. */
export const flood: FileAnswer = (response) => {
	const more = () => {
		while (!response.destroyed && response.write(Buffer.alloc(1e6)));
	};
	response.on('drain', more);
	more();
};

/** Serves what a test tells it to by path, and knows which connections are still open. */
export class FileServer {
	/** Paths with their queries, in the order they were asked for. */
	readonly requests: string[] = [];
	readonly answers: Record<string, FileAnswer> = {};
	readonly #open = new Set<Socket>();
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => {
			const path = request.url ?? '/';
			this.requests.push(path);
			const answer = this.answers[path.split('?')[0]];
			if (answer) answer(response, request);
			else response.writeHead(404).end();
		});
		this.#server.on('connection', (socket) => {
			this.#open.add(socket);
			socket.on('close', () => this.#open.delete(socket));
			socket.on('error', () => undefined);
		});
	}

	static async start(): Promise<FileServer> {
		const files = new FileServer();
		files.#server.listen(0, '127.0.0.1');
		await once(files.#server, 'listening');
		return files;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Waits for connections to close, some seconds at most. @returns how many are open then */
	async openConnections(): Promise<number> {
		for (let tries = 0; tries < 100 && this.#open.size > 0; tries++) await sleep(50);
		return this.#open.size;
	}

	/** Waits until a path was asked for. */
	async asked(path: string): Promise<void> {
		for (let tries = 0; tries < 400 && !this.requests.includes(path); tries++) await sleep(25);
	}

	reset(): void {
		this.requests.length = 0;
		this.#server.closeAllConnections();
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
