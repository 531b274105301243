import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A connection on which a test writes what it likes, and what came back. */
export class Connection {
	readonly socket: Socket;
	answer = '';
	closed = false;

	private constructor(socket: Socket) {
		this.socket = socket;
		socket.on('data', (chunk) => (this.answer += String(chunk)));
		socket.on('error', () => undefined).on('close', () => (this.closed = true));
	}

	/** Connects, or is refused, and sends a text. */
	static async open({ port, hostname }: URL, text = '', localAddress = '127.0.0.1') {
		const socket = connect({ port: Number(port), host: hostname, localAddress });
		const connection = new Connection(socket);
		if (text) socket.write(text);
		await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
		return connection;
	}

	/** As many at once. */
	static async openAll(
		count: number,
		...[url, text, localAddress]: Parameters<typeof Connection.open>
	) {
		const open = () => Connection.open(url, text, localAddress);
		return await Promise.all(Array.from({ length: count }, open));
	}

	/** Waits until something came back; returns all that came, at the latest when the connection is closed. */
	async answered(wanted: RegExp): Promise<string> {
		while (!wanted.test(this.answer) && !this.closed) await sleep(5);
		return this.answer;
	}
}
