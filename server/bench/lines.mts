// node server/bench/lines.mts [--json] PICTURE...   prints what the engine reads from each picture
// and how long each stage took
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OcrEngine } from '../src/engine/engine.mts';
import { Stopwatch } from '../src/engine/stopwatch.mts';
import type { Page } from '../src/page/types.mts';

const { values, positionals } = parseArgs({
	options: { json: { type: 'boolean' } },
	allowPositionals: true,
});
const engine = await OcrEngine.create();
for (const file of positionals) {
	const watch = new Stopwatch();
	const page = await engine.read(await readFile(file), undefined, watch);
	const times = [...watch.milliseconds].map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`);
	if (values.json) console.log(JSON.stringify(page));
	else console.log(`${file}: ${page.boxes.length} boxes, ${times.join(', ')}\n${toLines(page)}\n`);
}

/** The boxes from top to bottom, those at the same height on one line. */
function toLines({ boxes }: Page): string {
	const rows: Array<{ y: number; cells: Array<{ x: number; text: string }> }> = [];
	for (const { text, quad } of boxes.toSorted((a, b) => a.quad[0].y - b.quad[0].y)) {
		const y = (quad[0].y + quad[2].y) / 2;
		const row = rows.find((other) => Math.abs(other.y - y) < (quad[3].y - quad[0].y) / 3);
		const cell = { x: quad[0].x, text };
		if (row) row.cells.push(cell);
		else rows.push({ y, cells: [cell] });
	}
	return rows
		.map(({ cells }) =>
			cells
				.sort((a, b) => a.x - b.x)
				.map(({ text }) => text)
				.join(' | '),
		)
		.join('\n');
}
