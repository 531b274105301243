// node server/bench/lines.mts [--json] PICTURE...   prints what the engine reads from each picture
// and how long each stage took
// node server/bench/lines.mts --why FIELD PICTURE...   prints what a field can be by the reader that solves: each option
// with its score and what its features are worth. Names of fields are those of the APIs: 合计金额(小写), total_amount
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { invoiceOptions } from '../testing/why/invoice-options.mts';
import { readPage } from '../src/documents/kinds/invoice/read.mts';
import { invoiceWeights, receiptWeights } from '../src/documents/score/learned.mts';
import { OcrEngine } from '../src/engine/engine.mts';
import { Stopwatch } from '../src/engine/stopwatch.mts';
import type { Page } from '../src/page/types.mts';
import { whyText } from '../testing/why/print.mts';
import { receiptOptions } from '../testing/why/receipt-options.mts';

const { values, positionals } = parseArgs({
	options: { json: { type: 'boolean' }, why: { type: 'string' } },
	allowPositionals: true,
});
const engine = await OcrEngine.create();
for (const file of positionals) {
	const watch = new Stopwatch();
	const page = await engine.read(await readFile(file), undefined, watch);
	const times = [...watch.milliseconds].map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`);
	if (values.why !== undefined) console.log(`${file}: ${values.why}\n${why(page, values.why)}\n`);
	else if (values.json) console.log(JSON.stringify(page));
	else console.log(`${file}: ${page.boxes.length} boxes, ${times.join(', ')}\n${toLines(page)}\n`);
}

/** What a field can be, and why: the fields of receipts have names in letters, those of invoices in Chinese. */
function why(page: Page, field: string): string {
	const isReceipt = /^[a-z_]+$/u.test(field);
	const weights = isReceipt ? receiptWeights : invoiceWeights;
	const options = isReceipt
		? receiptOptions(page, field, weights)
		: invoiceOptions(readPage(page), field, weights);
	return options.length === 0 ? 'nothing on the page can be it' : whyText(options, weights);
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
