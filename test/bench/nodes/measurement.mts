import { writeFileSync } from 'node:fs';

import { peakMemory } from '../../support/peak-memory.mts';

/** What a piece of work took. */
export interface Cost {
	/** Wall time in seconds. */
	seconds: number;
	/** CPU time of the whole process in seconds, garbage collection and its helper threads included. */
	cpuSeconds: number;
	/** The most memory the process held, in megabytes (resident set, Node and n8n included). */
	peakMegabytes: number;
}

/** Makes the kernel forget the peak so far (proc(5), clear_refs); on other systems the peak is the process's. */
function forgetPeak(): void {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// No such file: what came before counts too.
	}
}

/**
 * Begins to measure. What came before is collected first, so that it is not counted; that needs `--expose-gc`.
 *
 * @returns ends the measurement
 */
export function measure(): () => Cost {
	global.gc?.();
	forgetPeak();
	const cpu = process.cpuUsage();
	const started = performance.now();
	return () => {
		const { user, system } = process.cpuUsage(cpu);
		return {
			seconds: (performance.now() - started) / 1000,
			cpuSeconds: (user + system) / 1e6,
			peakMegabytes: peakMemory() / 1e6,
		};
	};
}
