import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Growth, GrowthPoint } from '../nodes/growth.mts';
import { drawPlots } from './chart.mts';
import type { Plot } from './chart.mts';
import { describeMachine } from './machine.mts';
import type { Results } from './results.mts';
import { summaryOf } from './summary.mts';

const root = path.resolve(import.meta.dirname, '../../..');
const start = '<!-- bench:start -->';
const end = '<!-- bench:end -->';

const timeAndMemory = (
	what: string,
	xLabel: string,
	points: readonly GrowthPoint[],
	toX: (point: GrowthPoint) => number,
	alone: readonly GrowthPoint[] = [],
): Plot[] => {
	const curve = (
		name: string,
		of: readonly GrowthPoint[],
		toY: (point: GrowthPoint) => number,
	) => ({
		name,
		points: of.map((point) => ({ x: toX(point), y: toY(point) })),
	});
	return [
		{
			title: `Time by ${what}`,
			xLabel,
			yLabel: 'seconds',
			curves: [curve('Juhe Invoice OCR', points, ({ seconds }) => seconds)],
		},
		{
			title: `Peak memory by ${what}`,
			xLabel,
			yLabel: 'MB, n8n included',
			curves: [
				curve('Juhe Invoice OCR', points, ({ peakMegabytes }) => peakMegabytes),
				...(alone.length > 0
					? [curve('n8n with the items alone', alone, ({ peakMegabytes }) => peakMegabytes)]
					: []),
			],
		},
	];
};

function writeCurves({ byItems, itemsAlone, bySize }: Growth): void {
	const write = (name: string, plots: Plot[]) =>
		writeFileSync(path.join(root, 'docs/images', name), drawPlots(plots));
	write(
		'bench-items.svg',
		timeAndMemory('number of images', 'images of 1 MB', byItems, (p) => p.pictures, itemsAlone),
	);
	write(
		'bench-size.svg',
		timeAndMemory('size of an image', 'MB for each of 50 images', bySize, (p) => p.megabytes),
	);
}

/**
 * Writes the table between the markers of docs/speed.md, and the curves into docs/images/.
 *
 * @throws Error where the markers are missing
 */
export function writeSpeed(results: Required<Results>): void {
	const file = path.join(root, 'docs/speed.md');
	const text = readFileSync(file, 'utf8');
	const [from, to] = [text.indexOf(start), text.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`docs/speed.md has no ${start} and ${end}`);
	writeCurves(results.growth);
	const section = [
		start,
		`Measured by \`npm run bench -- --write\`: ${describeMachine()}.`,
		summaryOf(results),
		'![Time and peak memory by the number of images](images/bench-items.svg)',
		'![Time and peak memory by the size of an image](images/bench-size.svg)',
		'',
	].join('\n\n');
	writeFileSync(file, text.slice(0, from) + section.trimEnd() + '\n\n' + text.slice(to));
}
