/** A curve: its points by x. */
export interface Curve {
	name: string;
	points: ReadonlyArray<{ x: number; y: number }>;
}

/** One pair of axes with its curves. */
export interface Plot {
	title: string;
	xLabel: string;
	yLabel: string;
	curves: readonly Curve[];
}

const plotSize = { width: 380, height: 300 };
const margin = { left: 58, right: 24, top: 34, bottom: 52 };
const tickCount = 5;
/** Readable on white and on GitHub's dark background alike. */
const ink = '#7d8590';
const colours = ['#2f81f7', '#d29922'];

/** A step of 1, 2 or 5 times a power of ten, so that about `TICKS` of them span the range. */
function niceStep(range: number): number {
	const rough = range / tickCount;
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
}

/** From zero to the first tick at or above the greatest value. */
function axis(values: readonly number[]): { end: number; ticks: number[] } {
	const step = niceStep(Math.max(...values));
	const count = Math.ceil(Math.max(...values) / step);
	return {
		end: count * step,
		ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
	};
}

const number = (value: number) => String(Number(value.toFixed(2)));
const pixel = (value: number) => value.toFixed(1);

function text(x: number, y: number, anchor: string, content: string, more = ''): string {
	return `<text x="${pixel(x)}" y="${pixel(y)}" text-anchor="${anchor}"${more}>${content}</text>`;
}

function drawPlot({ title, xLabel, yLabel, curves }: Plot, offset: number): string {
	const all = curves.flatMap(({ points }) => points);
	const [xAxis, yAxis] = [axis(all.map(({ x }) => x)), axis(all.map(({ y }) => y))];
	const [left, right] = [offset + margin.left, offset + plotSize.width - margin.right];
	const [top, bottom] = [margin.top, plotSize.height - margin.bottom];
	const toX = (x: number) => left + (x / xAxis.end) * (right - left);
	const toY = (y: number) => bottom - (y / yAxis.end) * (bottom - top);
	const middle = (top + bottom) / 2;

	return [
		text((left + right) / 2, 18, 'middle', title, ' font-weight="600"'),
		...yAxis.ticks.flatMap((tick) => [
			`<path d="M${pixel(left)} ${pixel(toY(tick))}H${pixel(right)}" stroke="${ink}" stroke-opacity="0.3"/>`,
			text(left - 6, toY(tick) + 4, 'end', number(tick)),
		]),
		...xAxis.ticks.map((tick) => text(toX(tick), bottom + 18, 'middle', number(tick))),
		text((left + right) / 2, bottom + 40, 'middle', xLabel),
		text(
			offset + 14,
			middle,
			'middle',
			yLabel,
			` transform="rotate(-90 ${offset + 14} ${pixel(middle)})"`,
		),
		...curves.flatMap(({ name, points }, index) => {
			const colour = colours[index % colours.length];
			const path = points.map(({ x, y }) => `${pixel(toX(x))},${pixel(toY(y))}`).join(' ');
			const last = points.at(-1)!;
			return [
				`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
				...points.map(
					({ x, y }) =>
						`<circle cx="${pixel(toX(x))}" cy="${pixel(toY(y))}" r="3" fill="${colour}"/>`,
				),
				...(curves.length > 1
					? [text(right, toY(last.y) - 9, 'end', name, ` fill="${colour}"`)]
					: []),
			];
		}),
	].join('\n');
}

/** Plots beside one another as an SVG without a background. */
export function drawPlots(plots: readonly Plot[]): string {
	const width = plots.length * plotSize.width;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${plotSize.height}" viewBox="0 0 ${width} ${plotSize.height}" font-family="sans-serif" font-size="12" fill="${ink}">`,
		...plots.map((plot, index) => drawPlot(plot, index * plotSize.width)),
		'</svg>\n',
	].join('\n');
}
