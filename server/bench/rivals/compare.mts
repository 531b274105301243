// node server/bench/rivals/compare.mts [--samples DIR] [--variants clean,photo] [--models shipped,DIR,...] [--engine NAME]
// Reads the same pictures with each engine, one after the other and each in a process of its own, takes the fields
// with the server's own extraction and prints what is right, how long a picture took and what it cost, as text and,
// in its last line, as JSON. RapidOCR reads with its own newest models and with those of `--models`. Without
// --samples it is the set that is only measured: totals, nothing of any document.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { compareOn, type Comparison } from './comparison.mts';
import { engineNames, enginesOf } from './engines.mts';

const { values } = parseArgs({
	options: {
		samples: {
			type: 'string',
			default: join(import.meta.dirname, '..', '..', '..', 'benchmark', 'measured'),
		},
		variants: { type: 'string', default: 'clean,photo' },
		models: { type: 'string', default: 'shipped' },
		engine: { type: 'string', default: engineNames.join() },
		/** The place in the list of engines of the one that this process reads with. */
		one: { type: 'string' },
	},
});
const engines = enginesOf(values.engine.split(','), values.models.split(','));
const comparisons: Comparison[] = [];
if (values.one === undefined) {
	for (const i of engines.keys()) comparisons.push(...(await inOwnProcess(i)));
} else {
	const { label, create } = engines[Number(values.one)];
	const rival = await create();
	if (typeof rival === 'string') console.log(`${label}: skipped, ${rival}`);
	else comparisons.push(...(await compareOn(rival, values.samples, values.variants.split(','))));
}
console.log(JSON.stringify(comparisons));
// A helping thread of an engine may still be loading its model.
process.exit();

async function inOwnProcess(engine: number): Promise<Comparison[]> {
	const args = [...process.argv.slice(1), '--one', String(engine)];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit') as Promise<[number | null]>;
	let last = '';
	for await (const line of createInterface(child.stdout)) {
		if (!line.startsWith('[')) console.log(line);
		last = line;
	}
	const [code] = await ended;
	if (code !== 0)
		throw new Error(`the comparison with ${engines[engine].label} ended with ${code}`);
	return JSON.parse(last) as Comparison[];
}
