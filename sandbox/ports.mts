import { createServer } from 'node:net';

const host = '127.0.0.1';

/** Thrown when a port is taken; the message names the port and the option that chooses another. */
export class PortTakenError extends Error {
	constructor(port: number, owner: string, option: string) {
		super(
			`Port ${port}, meant for ${owner}, is in use by another program. ` +
				`Stop that program, or choose another port: ${option} ${port + 1}`,
		);
	}
}

/**
 * Makes sure that a port of this machine can be listened on.
 * @param owner what wants to listen there, for the message
 * @param option the command-line option that chooses another port, for the message
 * @throws PortTakenError
 */
export async function assertPortFree(port: number, owner: string, option: string): Promise<void> {
	try {
		await listenOnce(port);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		throw new PortTakenError(port, owner, option);
	}
}

/** A port of this machine that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, host, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
		});
	});
}
