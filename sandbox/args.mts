import path from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line of the demo asks for; folders are absolute. */
export interface DemoOptions {
	images: string;
	out: string;
	n8nPort: number;
	serverPort: number;
	once: boolean;
}

export const usage = `Usage: npm run demo -- [options]

  --images DIR        pictures to read: DIR/invoices and DIR/receipts  [samples]
  --out DIR           where the spreadsheets are written               [demo-output]
  --port N            port of n8n                                      [5678]
  --server-port N     port of juhe-ocr-server                          [8787]
  --once              stop when the spreadsheets are written, instead of leaving n8n's editor open
`;

/** Thrown for a command line that cannot be understood; its message ends with the usage. */
export class UsageError extends Error {
	constructor(problem: string) {
		super(`${problem}\n\n${usage}`);
	}
}

/**
 * Reads the demo's command line.
 * @param argv the arguments after the script's name
 * @param root the folder that the default folders stand in
 * @param cwd the folder that given folders are relative to
 * @throws UsageError for anything unknown, and for ports that are none
 */
export function parseDemoArgs(argv: string[], root: string, cwd: string): DemoOptions {
	const { images, out, port, once, 'server-port': serverPort } = parse(argv);
	const options = {
		images: images === undefined ? path.join(root, 'samples') : path.resolve(cwd, images),
		out: out === undefined ? path.join(root, 'demo-output') : path.resolve(cwd, out),
		n8nPort: readPort('--port', port),
		serverPort: readPort('--server-port', serverPort),
		once,
	};
	if (options.n8nPort === options.serverPort) {
		throw new UsageError('--port and --server-port must differ.');
	}
	return options;
}

function parse(argv: string[]) {
	try {
		return parseArgs({
			args: argv,
			options: {
				images: { type: 'string' },
				out: { type: 'string' },
				port: { type: 'string', default: '5678' },
				'server-port': { type: 'string', default: '8787' },
				once: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function readPort(option: string, text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
		throw new UsageError(`${option} must be a number from 1 to 65535, not "${text}".`);
	}
	return port;
}
