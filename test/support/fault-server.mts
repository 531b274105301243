import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** What the server does with one request. */
export type Answer = (exchange: Exchange) => void | Promise<void>;

export interface Exchange {
	request: ReceivedRequest;
	response: ServerResponse;
	socket: Socket;
}

export interface ReceivedRequest {
	path: string;
	form: URLSearchParams;
	/** Text of the picture, which tells the pictures of a test apart. */
	picture: string;
	/** Milliseconds since the epoch. */
	at: number;
}

/** Answers with an envelope, HTTP 200 as Juhe does. */
export const envelope =
	(body: unknown): Answer =>
	({ response }) => {
		response.setHeader('Content-Type', 'application/json;charset=utf-8');
		response.end(JSON.stringify(body));
	};

/** A Juhe error; like the real service it echoes the key in `result`. */
export const juheError =
	(code: number | string): Answer =>
	(exchange) =>
		envelope({
			resultcode: String(code).slice(-3),
			reason: '错误',
			result: { key: exchange.request.form.get('key') },
			error_code: code,
		})(exchange);

export const text =
	(body: string, statusCode = 200, contentType = 'text/html', headers: object = {}): Answer =>
	({ response }) => {
		response.writeHead(statusCode, { 'Content-Type': contentType, ...headers });
		response.end(body);
	};

/** Closes the connection with a reset, before a byte of the answer. */
export const reset: Answer = ({ socket }) => {
	socket.resetAndDestroy();
};

/** Sends the head and a part of the body, then resets. */
export const resetInBody: Answer = ({ response, socket }) => {
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
	response.write('{"reason":"success","res', () => setTimeout(() => socket.resetAndDestroy(), 20));
};

/** Sends a byte now and then and never ends. */
export const drip: Answer = ({ response }) => {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 50);
	response.on('close', () => clearInterval(timer));
};

/** Sends a byte of the head now and then and never ends it. */
export const dripInHead: Answer = ({ socket }) => {
	socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
	const timer = setInterval(() => socket.write('x'), 50);
	socket.on('close', () => clearInterval(timer));
};

/** Sends blanks as fast as they are taken and never ends. */
export const endless: Answer = async ({ response }) => {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	const blanks = Buffer.alloc(1e6, ' ');
	while (!response.destroyed) {
		if (!response.write(blanks))
			await Promise.race([once(response, 'drain'), once(response, 'close')]);
	}
};

let bomb: Buffer | undefined;

/** Some ten kilobytes that unpack to 60 MB of blanks. */
export const gzipBomb: Answer = ({ response }) => {
	bomb ??= gzipSync(Buffer.alloc(60e6, ' '));
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
	response.end(bomb);
};

export const silence: Answer = () => undefined;

export const after =
	(milliseconds: number, answer: Answer): Answer =>
	async (exchange) => {
		// Whoever waits for it keeps the process alive, and nobody else.
		await wait(milliseconds, undefined, { ref: false });
		await answer(exchange);
	};

/** Different answers for the first, second … request; the last one stays. */
export const inTurn = (...answers: Answer[]): Answer => {
	let count = 0;
	return (exchange) => answers[Math.min(count++, answers.length - 1)](exchange);
};

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return new URLSearchParams(Buffer.concat(chunks).toString());
}

/**
 * A real HTTP server that misbehaves as told, and keeps a ledger: a call is billed when the service has done its
 * work, whether or not the answer arrives.
 */
export class FaultServer {
	readonly requests: ReceivedRequest[] = [];
	/** Pictures in the order they were billed. */
	readonly ledger: string[] = [];
	answer: Answer = text('not scripted', 500);
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	#sent = 0;

	private constructor() {
		this.#server = createServer((request, response) => void this.#handle(request, response));
		this.#server.on('connection', (socket) => {
			this.#sockets.add(socket);
			socket.on('close', () => {
				this.#sockets.delete(socket);
				this.#sent += socket.bytesWritten;
			});
			// A client that leaves in the middle of an answer is part of many tests.
			socket.on('error', () => undefined);
		});
	}

	static async start(): Promise<FaultServer> {
		const fault = new FaultServer();
		await new Promise<void>((resolve) => fault.#server.listen(0, '127.0.0.1', resolve));
		return fault;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Wraps an answer so that the call is billed. */
	billed =
		(answer: Answer): Answer =>
		async (exchange) => {
			this.ledger.push(exchange.request.picture);
			await answer(exchange);
		};

	/** Bytes that were sent over connections which are closed. */
	get bytesSent(): number {
		return this.#sent;
	}

	/** Connections that are open still, once those that are about to close have had the time to. */
	async openConnections(milliseconds = 3000): Promise<number> {
		const end = Date.now() + milliseconds;
		while (this.#sockets.size > 0 && Date.now() < end) await wait(20);
		return this.#sockets.size;
	}

	reset(): void {
		this.requests.length = 0;
		this.ledger.length = 0;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const form = await readForm(request);
		const base64 = form.get('image_base64') ?? form.get('image') ?? '';
		const received: ReceivedRequest = {
			path: new URL(request.url ?? '/', this.url).pathname,
			form,
			picture: pictureLabel(base64),
			at: Date.now(),
		};
		this.requests.push(received);
		await this.answer({ request: received, response, socket: request.socket });
	}
}

/** Characters of base64 within which a label stands: decoding whole photos would be part of the latency. */
const labelRange = 400;

/** The label that `labelledPng` wrote into a picture. */
function pictureLabel(base64: string): string {
	const start = Buffer.from(base64.slice(0, labelRange), 'base64').toString('latin1');
	return /tEXtlabel\0([\w-]+);/.exec(start)?.[1] ?? '';
}
