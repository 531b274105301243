import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request for a file itself; returns false to have it answered as usual. */
type Behaviour = (request: IncomingMessage, response: ServerResponse, bytes: Buffer) => boolean;

/** A server of files in memory that knows ranges, and can be told to misbehave. */
export class FileServer {
	/** What was asked for, as `PATH` or `PATH from OFFSET`. */
	readonly asked: string[] = [];
	/** What it does instead of answering well. */
	behaviour: Behaviour = () => false;
	readonly #server: Server;

	private constructor(files: ReadonlyMap<string, Buffer>) {
		this.#server = createServer((request, response) => {
			const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
			this.asked.push(range ? `${request.url} from ${range}` : String(request.url));
			const bytes = files.get(String(request.url));
			if (!bytes) response.writeHead(404).end('nothing here');
			else if (!this.behaviour(request, response, bytes))
				answer(response, bytes, Number(range ?? 0));
		});
	}

	/** @param files by their paths, such as `/det/inference.yml` */
	static async start(files: ReadonlyMap<string, Buffer>): Promise<FileServer> {
		const server = new FileServer(files);
		await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
		return server;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}

/** The bytes from an offset on, as RFC 9110 has it. */
function answer(response: ServerResponse, bytes: Buffer, offset: number): void {
	if (offset === 0) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
	else if (offset >= bytes.length) response.writeHead(416).end();
	else {
		const range = `bytes ${offset}-${bytes.length - 1}/${bytes.length}`;
		response.writeHead(206, { 'content-range': range }).end(bytes.subarray(offset));
	}
}
