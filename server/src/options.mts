import { parseArgs } from 'node:util';

/** What the command line and the environment ask for. */
export interface Options {
	host: string;
	port: number;
	/** The keys that are accepted; empty when none is configured. */
	keys: string[];
}

/** Thrown when the command line or the environment cannot be followed; the message says why. */
export class UsageError extends Error {
	override name = 'UsageError';
}

export const usage = `Usage: juhe-ocr-server [--port 8787] [--host 127.0.0.1]

Serves Juhe's invoice and shopping receipt OCR APIs on this machine.

  --port PORT   the port to listen on; 0 takes a free one (default 8787)
  --host HOST   the address to listen on (default 127.0.0.1); any other needs keys
  --help        shows this text

Environment:
  JUHE_OCR_KEYS   the keys that may call, separated by commas. Without it the key
                  "demo" is accepted, from this machine only.
`;

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/**
 * Reads the command line; undefined asks for the usage text. Throws UsageError.
 * @param args the arguments after the script's name
 */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | undefined {
	const { port, host, help } = parse(args);
	if (help) return undefined;
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
		throw new UsageError(`--port ${port}: a port is a number from 0 to 65535`);
	}
	const keys = (environment.JUHE_OCR_KEYS ?? '')
		.split(',')
		.map((key) => key.trim())
		.filter(Boolean);
	if (keys.length === 0 && !loopback.test(host)) {
		throw new UsageError(
			`--host ${host}: without keys only this machine may call; set JUHE_OCR_KEYS or use 127.0.0.1`,
		);
	}
	return { host, port: Number(port), keys };
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string', default: '8787' },
				host: { type: 'string', default: '127.0.0.1' },
				help: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
