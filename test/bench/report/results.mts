import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Comparison } from '../../../server/bench/rivals/comparison.mts';
import type { NodeRun } from '../nodes/compare.mts';
import type { Growth } from '../nodes/growth.mts';
import type { ServerFigures } from '../server/load.mts';

/** All that was measured; parts that never were are missing. */
export interface Results {
	nodes?: NodeRun[];
	growth?: Growth;
	server?: ServerFigures;
	engines?: Comparison[];
}

const folder = path.resolve(import.meta.dirname, '../.cache');
const file = path.join(folder, 'results.json');

/** The figures that were last measured of each part. */
export function keptResults(): Results {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Results;
	} catch {
		return {};
	}
}

/** Keeps figures, so that one part can be measured again without the others. */
export function keep(results: Results): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, JSON.stringify({ ...keptResults(), ...results }));
}

/** @throws Error where a part was never measured */
export function assertComplete(results: Results): asserts results is Required<Results> {
	const missing = (['nodes', 'growth', 'server', 'engines'] as const).filter(
		(part) => !results[part],
	);
	if (missing.length > 0) throw new Error(`not measured yet: ${missing.join(', ')}`);
}
