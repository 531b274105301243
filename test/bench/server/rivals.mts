import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { Comparison } from '../../../server/bench/rivals/compare.mts';
import type { Progress } from '../report/progress.mts';

const script = path.resolve(import.meta.dirname, '../../../server/bench/rivals/compare.mts');

/** Reads the same pictures with the server's engine and with both tesseracts, in a process of its own. */
export async function compareEngines(progress: Progress): Promise<Comparison[]> {
	const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit') as Promise<[number | null]>;
	let last = '';
	for await (const line of createInterface(child.stdout)) {
		if (!line.startsWith('[')) progress(`engines: ${line}`);
		last = line;
	}
	const [code] = await ended;
	if (code !== 0) throw new Error(`the comparison of engines ended with ${code}`);
	return JSON.parse(last) as Comparison[];
}
