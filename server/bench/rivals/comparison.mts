import { readFile } from 'node:fs/promises';
import { documentsIn, type Document } from '../accuracy/documents.mts';
import {
	scorePages,
	totalsOf,
	wrongCharacters,
	type Scored,
	type Totals,
} from '../accuracy/score.mts';
import { quantile } from '../load/statistics.mts';
import type { Rival } from './rival.mts';

/** How an engine did on one variant of the pictures. */
export interface Comparison extends Totals {
	engine: string;
	variant: string;
	/** Milliseconds for a picture, extraction included. */
	median: number;
	p95: number;
	/** Milliseconds of processor time for a picture, on average. */
	cpu: number;
	/** The most memory that its process ever held, in bytes. */
	peak: number;
	/** The share of the characters of the printed values that were read wrong. */
	wrong: number;
	/** Median milliseconds of each stage, where the engine tells; `extract` is what comes behind it. */
	stages?: Record<string, number>;
}

/** Reads the pictures of a set with an engine, which is closed then, and prints a line for each variant. */
export async function compareOn(
	rival: Rival,
	samples: string,
	variants: readonly string[],
): Promise<Comparison[]> {
	const documents = await documentsIn(samples, variants);
	const comparisons: Comparison[] = [];
	for (const variant of variants) {
		const own = documents.filter((document) => document.variant === variant);
		comparisons.push(await compare(rival, variant, own));
		console.log(lineOf(comparisons.at(-1)!));
	}
	await rival.close();
	return comparisons;
}

async function compare(
	rival: Rival,
	variant: string,
	documents: readonly Document[],
): Promise<Comparison> {
	await rival.read(await readFile(documents[0].file));
	const before = rival.usage();
	const times: number[] = [];
	const scored: Scored[] = [];
	const stages = new Map<string, number[]>();
	for (const document of documents) {
		const started = performance.now();
		scored.push(...(await scorePages([document], rival.read)));
		times.push(performance.now() - started);
		if (rival.stages) noteStages(stages, rival.stages(), times.at(-1)!);
	}
	const { cpuSeconds, peakBytes } = rival.usage();
	return {
		engine: rival.name,
		variant,
		median: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		cpu: (1000 * (cpuSeconds - before.cpuSeconds)) / documents.length,
		peak: peakBytes,
		wrong: wrongCharacters(scored),
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

function lineOf({ engine, variant, shares, median, p95, cpu, peak, wrong }: Comparison): string {
	const columns = shares.map(
		({ group, right, total }) => `${group} ${((100 * right) / total).toFixed(1)} %`,
	);
	return `${engine}, ${variant}: ${columns.join(', ')}; characters wrong ${(100 * wrong).toFixed(2)} %; median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms; peak ${(peak / 1e6).toFixed(0)} MB`;
}
