import path from 'node:path';
import { BackgroundProcess } from './process.mts';

const startTimeout = 300_000;

/** The most seconds for an answer: the server's workers run behind everything else, and a busy machine costs no picture. */
export const deadline = 600;

/** The key that the server accepts as long as none is configured. */
const demoKey = 'demo';

/** A running juhe-ocr-server, and the key that it accepts. */
export interface OcrServer extends AsyncDisposable {
	url: string;
	key: string;
	process: BackgroundProcess;
}

/**
 * Starts juhe-ocr-server on 127.0.0.1 and waits until it listens.
 * @param root the project's folder
 * @throws with the server's last words if it does not start
 */
export async function startOcrServer(
	root: string,
	port: number,
	signal?: AbortSignal,
): Promise<OcrServer> {
	const main = path.join(root, 'server', 'src', 'main.mts');
	const server = new BackgroundProcess(
		'juhe-ocr-server',
		process.execPath,
		[main, '--port', String(port), '--deadline', String(deadline)],
		{ signal },
	);
	const url = await server.waitUntil(
		() => /listening on (http:\S+)/.exec(server.output)?.[1],
		startTimeout,
	);
	return { url, key: demoKey, process: server, [Symbol.asyncDispose]: () => server.stop() };
}
