import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endConnectionOf } from './leftover.mts';
import { networkOf } from './network.mts';

/** Connections that are open at once. */
const maximumConnections = 2_048;
/** Requests that a connection may send before the answer to an earlier one, and in all. */
const maximumAhead = 64;
const maximumRequests = 1_000;
/** A client that sends its headers or its request slower than this is cut off (milliseconds). */
const headersTimeout = 10_000;
const requestTimeout = 60_000;
const checkInterval = 2_000;
/** How long a connection may stay open between two requests (milliseconds). */
const keepAliveTimeout = 72_000;
const settleInterval = 20;

interface Connection {
	/** Where it comes from. */
	network: string;
	/** Whether it ever sent a request. */
	spoke: boolean;
	/** Whether a request of it is being answered. */
	working: boolean;
	/** What answers its requests that came before the answer to an earlier one. */
	ahead: Array<() => void>;
}

/** The connections of a service: how many there are, whose, and what they are at. */
export class Connections {
	readonly #connections = new Map<Socket, Connection>();
	/** The connections of each network, those that did something last at the end. */
	readonly #networks = new Map<string, Set<Socket>>();
	#working = 0;

	/** A server whose connections are kept within the bounds. */
	createServer(handler: RequestListener): Server {
		const limits = { headersTimeout, requestTimeout, connectionsCheckingInterval: checkInterval };
		const listener: RequestListener = (request, response) =>
			this.#takeTurn(request, response, () => handler(request, response));
		const server = createServer({ ...limits, keepAliveTimeout }, listener);
		server.maxRequestsPerSocket = maximumRequests;
		server.on('checkContinue', listener);
		server.on('connection', (socket: Socket) => this.#open(socket));
		return server;
	}

	/** Resolves when no request is being answered, at the latest after so many milliseconds. */
	async settle(limit: number): Promise<void> {
		const end = performance.now() + limit;
		while (this.#working > 0 && performance.now() < end) await sleep(settleInterval);
	}

	#open(socket: Socket): void {
		const network = networkOf(socket.remoteAddress ?? '');
		if (this.#connections.size >= maximumConnections) {
			const victim = this.#victim(network) ?? socket;
			victim.destroy();
			this.#forget(victim);
			if (victim === socket) return;
		}
		this.#connections.set(socket, { network, spoke: false, working: false, ahead: [] });
		this.#networks.set(network, (this.#networks.get(network) ?? new Set()).add(socket));
		socket.once('close', () => this.#forget(socket));
	}

	/**
	 * Who has to go when another comes: of the network that has the most, the oldest connection that never said a
	 * word, else the one that is idle for the longest time, or its newest, when it has more than the newcomer's
	 * network. A client whose requests were answered may be sending the next one: it would be lost.
	 */
	#victim(newcomer: string): Socket | undefined {
		const sizeOf = (network: string) => this.#networks.get(network)?.size ?? 0;
		let heaviest = newcomer;
		for (const network of this.#networks.keys()) {
			if (sizeOf(network) > sizeOf(heaviest)) heaviest = network;
		}
		const sockets = [...(this.#networks.get(heaviest) ?? [])];
		const silent = sockets.find((socket) => this.#connections.get(socket)?.spoke === false);
		const idle = silent ?? sockets.find((socket) => !this.#connections.get(socket)?.working);
		return idle ?? (sizeOf(heaviest) > sizeOf(newcomer) + 1 ? sockets.at(-1) : undefined);
	}

	#forget(socket: Socket): void {
		const connection = this.#connections.get(socket);
		if (!connection) return;
		this.#connections.delete(socket);
		const network = this.#networks.get(connection.network);
		network?.delete(socket);
		if (network?.size === 0) this.#networks.delete(connection.network);
	}

	/** Requests of one connection are answered one after the other, whatever it sent at once. */
	#takeTurn(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
		const { socket } = request;
		const connection = this.#connections.get(socket);
		if (!connection || socket.destroyed) return;
		const start = () => {
			if (socket.destroyed) return;
			this.#working++;
			response.once('close', () => {
				this.#working--;
				this.#endTurn(socket, connection);
			});
			endConnectionOf(request, response);
			answer();
		};
		if (connection.working) {
			if (connection.ahead.push(start) > maximumAhead) socket.destroy();
			return;
		}
		connection.spoke = true;
		connection.working = true;
		start();
	}

	#endTurn(socket: Socket, connection: Connection): void {
		const next = connection.ahead.shift();
		if (next) {
			setImmediate(next);
			return;
		}
		connection.working = false;
		const network = this.#networks.get(connection.network);
		if (network?.delete(socket)) network.add(socket);
	}
}
