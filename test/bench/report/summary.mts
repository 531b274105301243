import type { Comparison } from '../../../server/bench/rivals/comparison.mts';
import { pictures } from '../nodes/compare.mts';
import type { NodeRun } from '../nodes/compare.mts';
import type { Growth, GrowthPoint } from '../nodes/growth.mts';
import type { ServerFigures } from '../server/load.mts';
import type { Results } from './results.mts';
import type { Row } from './table.mts';
import {
	cpuMilliseconds,
	markdownTable,
	megabytes,
	milliseconds,
	percent,
	seconds,
} from './table.mts';

const ratio = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} times`;

function nodeRows(runs: readonly NodeRun[]): Row[] {
	const find = (flow: NodeRun['flow'], latency: number, concurrency?: number) =>
		runs.find(
			(run) =>
				run.flow === flow &&
				run.latency === latency &&
				(concurrency === undefined || run.concurrency === concurrency),
		)!;
	const [five, fifty, quick] = [find('node', 300, 5), find('node', 300, 50), find('node', 50, 5)];
	const loop = find('sequentialLoop', 300);
	const flow = find('httpRequest', 300);
	const bare = find('bareClient', 50, 5);
	const cpu = ({ cpuSeconds }: NodeRun) => cpuMilliseconds((1000 * cpuSeconds) / pictures);
	return [
		[
			'Time, server of 300 ms, 5 at a time',
			`${seconds(five.seconds)}, ${ratio(five.seconds / five.ideal)} the ideal`,
			`sequential loop: ${seconds(loop.seconds)}, ${ratio(loop.seconds / five.seconds)} as long`,
		],
		[
			'Time, server of 300 ms, 50 at a time',
			seconds(fifty.seconds),
			`HTTP Request flow: ${seconds(flow.seconds)}, ${ratio(flow.seconds / fifty.seconds)}`,
		],
		[
			'CPU time for an image, the same',
			cpu(fifty),
			`HTTP Request flow: ${cpu(flow)}, ${ratio(flow.cpuSeconds / fifty.cpuSeconds)}`,
		],
		[
			'Peak memory, n8n included, the same',
			megabytes(fifty.peakMegabytes),
			`HTTP Request flow: ${megabytes(flow.peakMegabytes)}, ${ratio(flow.peakMegabytes / fifty.peakMegabytes)}`,
		],
		[
			'CPU time for an image, server of 50 ms, 5 at a time',
			cpu(quick),
			`bare undici client: ${cpu(bare)}; the node needs ${ratio(quick.cpuSeconds / bare.cpuSeconds)} as much`,
		],
	];
}

const peakOf = (points: readonly GrowthPoint[], pictures: number): number =>
	points.find((point) => point.pictures === pictures)!.peakMegabytes;

function growthRows({ byItems, itemsAlone }: Growth): Row[] {
	const [few, many] = [peakOf(byItems, 200), peakOf(byItems, 2000)];
	const held = Math.max(0, peakOf(itemsAlone, 2000) - peakOf(itemsAlone, 200));
	return [
		[
			'Peak memory, 2,000 images of 1 MB',
			megabytes(many),
			`200 images: ${megabytes(few)}, ${ratio(many / few)}; less the ${megabytes(held)} that n8n itself takes for the items, ${ratio((many - held) / few)}`,
		],
	];
}

function serverRows({ startUp, loads, peakMemory }: ServerFigures): Row[] {
	const list = (of: (load: ServerFigures['loads'][number]) => string) => loads.map(of).join(' / ');
	return [
		[
			'Server: median answer at 1 / 2 / 4 / 8 clients',
			list(({ median }) => milliseconds(median)),
			`images a second: ${list(({ perSecond }) => perSecond.toFixed(1))}`,
		],
		[
			'Server: start-up, models loaded',
			milliseconds(startUp),
			`peak memory of all its processes: ${megabytes(peakMemory / 1e6)}`,
		],
	];
}

function engineRows(comparisons: readonly Comparison[]): Row[] {
	const [own, ...rivals] = [...new Set(comparisons.map(({ engine }) => engine))];
	const variants = [...new Set(comparisons.map(({ variant }) => variant))];
	const find = (engine: string, variant: string) =>
		comparisons.find((one) => one.engine === engine && one.variant === variant)!;
	const rows = (name: string, cell: (comparison: Comparison) => string): Row[] =>
		variants.map((variant) => [
			`${name}, ${variant}`,
			cell(find(own, variant)),
			rivals.map((rival) => `${rival}: ${cell(find(rival, variant))}`).join('; '),
		]);
	const shareOf = (index: number) => (comparison: Comparison) => {
		const { right, total } = comparison.shares[index];
		return percent(right / total);
	};
	const stagesOf = ({ stages = {} }: Comparison) =>
		Object.entries(stages)
			.map(([stage, time]) => `${stage} ${milliseconds(time)}`)
			.join(', ');
	return [
		...rows('Engine: median for an image', ({ median }) => milliseconds(median)),
		...rows('Engine: CPU time for an image', ({ cpu }) => milliseconds(cpu)),
		...rows('Engine: peak memory of its process', ({ peak }) => megabytes(peak / 1e6)),
		...rows('Engine: characters wrong', ({ wrong }) => `${(100 * wrong).toFixed(2)} %`),
		...variants.map(
			(variant): Row => [
				`Engine: where its time goes, ${variant}`,
				stagesOf(find(own, variant)),
				'',
			],
		),
		...comparisons[0].shares.flatMap(({ group }, index) =>
			rows(`Engine: ${group} right`, shareOf(index)),
		),
	];
}

/** The figures that matter, one beside what people use instead. */
export function summaryOf({ nodes, growth, server, engines }: Required<Results>): string {
	return markdownTable(
		[`Measured (nodes: ${pictures} images of 1 MB)`, 'Here', 'Beside it'],
		[...nodeRows(nodes), ...growthRows(growth), ...serverRows(server), ...engineRows(engines)],
	);
}
