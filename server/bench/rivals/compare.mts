// node server/bench/rivals/compare.mts [--samples DIR] [--variants clean,photo] [--engine NAME]
// Reads the same pictures with each engine, one after the other, takes the fields with the server's own extraction
// and prints what is right and how long a picture took, as text and, in its last line, as JSON. Without --samples it
// is the set that is only measured: totals, nothing of any document.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentsIn } from '../accuracy/documents.mts';
import { scorePages, totalsOf, type Scored, type Totals } from '../accuracy/score.mts';
import { quantile } from '../load/statistics.mts';
import { createOwnEngine } from './ownEngine.mts';
import type { Rival } from './rival.mts';
import { createTesseractCommand } from './tesseractCommand.mts';
import { createTesseractJs } from './tesseractJs.mts';

/** How an engine did on one variant of the pictures. */
export interface Comparison extends Totals {
	engine: string;
	variant: string;
	/** Milliseconds for a picture, extraction included. */
	median: number;
	p95: number;
	/** Median milliseconds of each stage, where the engine tells; `extract` is what comes behind it. */
	stages?: Record<string, number>;
}

const root = join(import.meta.dirname, '..', '..', '..');
const installed = existsSync(join(import.meta.dirname, 'node_modules', 'tesseract.js'));
const engines: Readonly<Record<string, () => Promise<Rival | undefined>>> = {
	own: createOwnEngine,
	'tesseract.js': async () => (installed ? await createTesseractJs() : undefined),
	tesseract: createTesseractCommand,
};

const { values } = parseArgs({
	options: {
		samples: { type: 'string', default: join(root, 'benchmark', 'measured') },
		variants: { type: 'string', default: 'clean,photo' },
		engine: { type: 'string' },
	},
});

const documents = await documentsIn(values.samples, values.variants.split(','));
const comparisons: Comparison[] = [];
for (const [name, create] of Object.entries(engines)) {
	if (values.engine && values.engine !== name) continue;
	const rival = await create();
	if (!rival) {
		console.log(`${name}: skipped, it is not installed with simplified Chinese (chi_sim)`);
		continue;
	}
	for (const variant of values.variants.split(',')) {
		comparisons.push(await compare(rival, variant));
		console.log(lineOf(comparisons.at(-1)!));
	}
	await rival.close();
}
console.log(JSON.stringify(comparisons));

async function compare(rival: Rival, variant: string): Promise<Comparison> {
	const own = documents.filter((document) => document.variant === variant);
	await rival.read(await readFile(own[0].file));
	const times: number[] = [];
	const scored: Scored[] = [];
	const stages = new Map<string, number[]>();
	for (const document of own) {
		const started = performance.now();
		scored.push(...(await scorePages([document], rival.read)));
		times.push(performance.now() - started);
		if (rival.stages) noteStages(stages, rival.stages(), times.at(-1)!);
	}
	return {
		engine: rival.name,
		variant,
		median: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		...totalsOf(scored.map(({ result }) => result)),
		...(rival.stages && { stages: mediansOf(stages) }),
	};
}

function noteStages(
	all: Map<string, number[]>,
	stages: ReadonlyMap<string, number>,
	total: number,
): void {
	const read = [...stages.values()].reduce((sum, time) => sum + time, 0);
	for (const [stage, time] of [...stages, ['extract', total - read] as const]) {
		all.set(stage, [...(all.get(stage) ?? []), time]);
	}
}

function mediansOf(stages: ReadonlyMap<string, readonly number[]>): Record<string, number> {
	return Object.fromEntries([...stages].map(([stage, times]) => [stage, quantile(times, 0.5)]));
}

function lineOf({ engine, variant, shares, median, p95 }: Comparison): string {
	const columns = shares.map(
		({ group, right, total }) => `${group} ${((100 * right) / total).toFixed(1)} %`,
	);
	return `${engine}, ${variant}: ${columns.join(', ')}; median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
}
