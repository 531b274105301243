import type { Comparison } from '../../../server/bench/rivals/comparison.mts';
import { pictures } from '../nodes/compare.mts';
import type { NodeRun } from '../nodes/compare.mts';
import type { Growth, GrowthPoint } from '../nodes/growth.mts';
import type { ServerFigures } from '../server/load.mts';
import type { Results } from './results.mts';
import {
	cpuMilliseconds,
	markdownTable,
	megabytes,
	milliseconds,
	percent,
	seconds,
	times,
} from './table.mts';

const flowLabels: Readonly<Record<NodeRun['flow'], string>> = {
	node: 'Juhe Invoice OCR',
	bareClient: 'bare undici client',
	sequentialLoop: 'sequential loop',
	httpRequest: 'HTTP Request flow',
	sameItems: 'the same items alone',
};

function nodesTable(runs: readonly NodeRun[]): string {
	return markdownTable(
		['Latency', 'Flow', 'At a time', 'Time', 'Of the ideal', 'CPU an image', 'Peak memory'],
		runs.map((run) => [
			milliseconds(run.latency),
			flowLabels[run.flow],
			String(run.concurrency),
			seconds(run.seconds),
			times(run.seconds / run.ideal),
			cpuMilliseconds((1000 * run.cpuSeconds) / pictures),
			megabytes(run.peakMegabytes),
		]),
	);
}

function growthTable({ byItems, itemsAlone, bySize }: Growth): string {
	const row = (label: string, point: GrowthPoint) => [
		label,
		String(point.pictures),
		`${point.megabytes} MB`,
		seconds(point.seconds),
		megabytes(point.peakMegabytes),
	];
	return markdownTable(
		['Flow', 'Images', 'Each', 'Time', 'Peak memory'],
		[
			...byItems.map((point) => row(flowLabels.node, point)),
			...itemsAlone.map((point) => row(flowLabels.sameItems, point)),
			...bySize.map((point) => row(flowLabels.node, point)),
		],
	);
}

function serverTable({ startUp, loads, peakMemory }: ServerFigures): string {
	const table = markdownTable(
		['Clients', 'Median', '95th percentile', 'Images a second'],
		loads.map(({ clients, median, p95, perSecond }) => [
			String(clients),
			milliseconds(median),
			milliseconds(p95),
			perSecond.toFixed(2),
		]),
	);
	return `${table}\n\nStart-up ${milliseconds(startUp)}, peak memory of all its processes ${megabytes(peakMemory / 1e6)}.`;
}

function enginesTable(comparisons: readonly Comparison[]): string {
	const groups = comparisons[0].shares.map(({ group }) => group);
	const stages = comparisons.flatMap(({ engine, variant, stages }) =>
		Object.entries(stages ?? {}).map(([stage, time]) => [
			engine,
			variant,
			stage,
			milliseconds(time),
		]),
	);
	const engines = markdownTable(
		[
			'Engine',
			'Images',
			...groups,
			'Characters wrong',
			'Median',
			'95th percentile',
			'CPU an image',
			'Peak memory',
		],
		comparisons.map(({ engine, variant, shares, wrong, median, p95, cpu, peak }) => [
			engine,
			variant,
			...shares.map(({ right, total }) => percent(right / total)),
			`${(100 * wrong).toFixed(2)} %`,
			milliseconds(median),
			milliseconds(p95),
			milliseconds(cpu),
			megabytes(peak / 1e6),
		]),
	);
	return `${engines}\n\nWhere the time of an image goes in juhe-ocr-server:\n\n${markdownTable(['Engine', 'Images', 'Stage', 'Median'], stages)}`;
}

/** Every figure, as Markdown tables under headings. */
export function detailsOf({ nodes, growth, server, engines }: Results): string {
	return [
		nodes && `## Nodes: ${pictures} images of 1 MB\n\n${nodesTable(nodes)}`,
		growth && `## Growth: 50 ms, 5 at a time\n\n${growthTable(growth)}`,
		server && `## Server\n\n${serverTable(server)}`,
		engines && `## Engines, with the same extraction\n\n${enginesTable(engines)}`,
	]
		.filter(Boolean)
		.join('\n\n');
}
