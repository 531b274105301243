// npm run bench [-- --only nodes,growth,server,engines] [--models shipped,DIR,...] [--write]
// Measures the nodes and the server beside what people use instead, and prints tables. `--write` writes the summary
// and the curves into docs/speed.md, parts that were not asked for as last measured. The nodes are those of the build.
// The engines read with each of the models: those that `npm run models` has fetched, beside the shipped ones.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { compareNodes } from './nodes/compare.mts';
import { measureGrowth } from './nodes/growth.mts';
import { detailsOf } from './report/details.mts';
import { describeMachine } from './report/machine.mts';
import { toTerminal } from './report/progress.mts';
import { writeSpeed } from './report/speed-page.mts';
import { assertComplete, keep, keptResults } from './report/results.mts';
import type { Results } from './report/results.mts';
import { measureServer } from './server/load.mts';
import { compareEngines } from './server/rivals.mts';

/** The parts, and the private packages that each needs. */
const packages = {
	nodes: ['sandbox'],
	growth: ['sandbox'],
	server: ['server'],
	engines: ['server', 'server/bench/rivals'],
};
type Part = keyof typeof packages;
const parts = Object.keys(packages) as Part[];
const { values } = parseArgs({
	options: {
		only: { type: 'string', default: parts.join() },
		models: { type: 'string', default: 'shipped' },
		write: { type: 'boolean', default: false },
	},
});
const names = values.only.split(',');
const wanted = parts.filter((part) => names.includes(part));
if (wanted.length < names.length) throw new Error(`--only takes ${parts.join(', ')}`);

const needed = [...new Set(wanted.flatMap((part) => packages[part]))];
const installer = path.resolve(import.meta.dirname, '../../scripts/ensure-installed.mjs');
const { status } = spawnSync(process.execPath, [installer, ...needed], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

const progress = toTerminal();
const measurements: Record<Part, () => Promise<Results>> = {
	nodes: async () => ({ nodes: await compareNodes(progress) }),
	growth: async () => ({ growth: await measureGrowth(progress) }),
	server: async () => ({ server: await measureServer(progress) }),
	engines: async () => ({ engines: await compareEngines(progress, values.models) }),
};
const results: Results = {};
for (const part of wanted) {
	const measured = await measurements[part]();
	keep(measured);
	Object.assign(results, measured);
}
console.log(`${describeMachine()}\n\n${detailsOf(results)}`);
if (values.write) {
	const all: Results = keptResults();
	assertComplete(all);
	writeSpeed(all);
}
process.exit(0);
