import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { Comparison } from '../../../server/bench/rivals/comparison.mts';
import type { Progress } from '../report/progress.mts';

const script = path.resolve(import.meta.dirname, '../../../server/bench/rivals/compare.mts');

/**
 * Reads the same pictures with the server's engine, RapidOCR and both tesseracts.
 *
 * @param models folders of models by commas, `shipped` for those that the server comes with
 */
export async function compareEngines(progress: Progress, models: string): Promise<Comparison[]> {
	const child = spawn(process.execPath, [script, '--models', models], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
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
