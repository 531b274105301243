import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:process';

/** What a process holds, in bytes; undefined when it is gone, or where the system does not say. */
type MemoryReader = (pid: number) => Promise<number | undefined>;

/** proc_pid_status(5): what is in memory, and what was moved out of it. */
export const memoryOfProc: MemoryReader = async (pid) => {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kilobytes = [...status.matchAll(/^Vm(?:RSS|Swap):\s+(\d+) kB$/gm)];
	if (kilobytes.length === 0) return undefined;
	return kilobytes.reduce((sum, [, value]) => sum + Number(value), 0) * 1024;
};

/** ps(1) of macOS and the BSDs: kilobytes. */
export const memoryOfPs: MemoryReader = (pid) =>
	new Promise((resolve) => {
		execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, output) =>
			resolve(error ? undefined : Number(output) * 1024),
		);
	});

/** How this system tells what a process holds, and how often it may be asked, in milliseconds. */
export const memoryWatch: { read: MemoryReader; interval: number } =
	platform === 'linux' ? { read: memoryOfProc, interval: 50 } : { read: memoryOfPs, interval: 500 };
