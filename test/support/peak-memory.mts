import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held since it was started, or since its peak was forgotten, in bytes. What
 * getrusage tells counts the process that started this one, too: execve(2) keeps it.
 */
export function peakMemory(): number {
	try {
		const status = readFileSync('/proc/self/status', 'utf8');
		return Number(/VmHWM:\s+(\d+)/.exec(status)![1]) * 1024;
	} catch {
		return process.resourceUsage().maxRSS * 1024;
	}
}
