import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import type { Cost } from './measurement.mts';
import type { Task } from './task.mts';

/** Milliseconds after which a run is given up: longer than any that works. */
const patience = 600_000;

const script = (name: string) => path.join(import.meta.dirname, name);

/**
 * Runs something against a server of a fixed latency, in a process of its own.
 *
 * @param latency milliseconds
 */
export async function withServer<T>(latency: number, use: (url: string) => Promise<T>): Promise<T> {
	const server = spawn(process.execPath, [script('latency-server.mts'), String(latency)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		const [url] = (await once(createInterface(server.stdout), 'line')) as [string];
		return await use(url);
	} finally {
		server.kill();
	}
}

/**
 * Runs a task in a process of its own; the files it leaves are removed.
 *
 * @param flags of Node
 * @throws what the process said when it failed
 */
export async function costOf(task: Task, ...flags: string[]): Promise<Cost> {
	const scratch = mkdtempSync(path.join(tmpdir(), 'juhe-bench-'));
	const probe = task.flow === 'bareClient' ? 'bare-client-probe.mts' : 'flow-probe.mts';
	const parameters = ['--expose-gc', ...flags, script(probe), JSON.stringify(task)];
	try {
		const { stdout } = await promisify(execFile)(process.execPath, parameters, {
			env: { ...process.env, JUHE_TEST_SCRATCH: scratch },
			timeout: patience,
		});
		return JSON.parse(stdout.trim().split('\n').at(-1)!) as Cost;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}
