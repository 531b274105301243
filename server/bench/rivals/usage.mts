import { readFileSync } from 'node:fs';

/** What a process has used. */
export interface Usage {
	cpuSeconds: number;
	/** The most memory that it ever held. */
	peakBytes: number;
}

/** Of proc(5): USER_HZ, which is 100 on every Linux. */
const ticks = 100;
/** Behind the name of the program: utime and stime, and those of the children that have ended. */
const times = [11, 12, 13, 14];

/** What a process, and the children of it that have ended, used; nothing on systems without /proc. */
export function usageOf(pid: number | 'self'): Usage {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		const cpu = times.reduce((sum, field) => sum + Number(fields[field]), 0);
		return { cpuSeconds: cpu / ticks, peakBytes: peakOf(pid) };
	} catch {
		return { cpuSeconds: NaN, peakBytes: NaN };
	}
}

/** The most memory that a process ever held, in bytes; 0 where it is gone. */
export function peakOf(pid: number | 'self'): number {
	try {
		const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Number(kilobytes ?? 0) * 1024;
	} catch {
		return 0;
	}
}
