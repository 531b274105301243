import { pageSlip } from '../../src/documents/kinds/receipt/page.mts';
import { receiptDocument } from '../../src/documents/kinds/receipt/read.mts';
import type { Weights } from '../../src/documents/score/weights.mts';
import { itemsOf } from '../../src/documents/serve/receipt-lines.mts';
import { cellEvidence, fieldEvidence } from '../../src/documents/serve/receipt.mts';
import { finish } from '../../src/documents/steps.mts';
import { same } from '../../testing/accuracy/compare.mts';
import type { Example } from './fields.mts';
import { judgement, rowOf, type Judgement } from './sureness.mts';

const columns = ['product', 'quantity', 'unit_price', 'subtotal_amount'] as const;

/** What was chosen on the page of a receipt, and whether it is right. */
export function judgeReceipt({ page, truth }: Example, weights: Weights): Judgement[] {
	const solved = finish(receiptDocument(pageSlip(page), weights));
	const { table, fields } = solved.document;
	const rows = (truth.fields.table ?? []) as string[][];
	const items = itemsOf(table);
	const ofFields = Array.from(fieldEvidence(solved), ([name, evidence]) => {
		const printed = truth.fields[name];
		const value = fields.get(name)!.candidate.reading.text;
		return judgement(evidence, typeof printed === 'string' && same(name, printed, value), truth.id);
	});
	const ofCells = cellEvidence(solved, items).flatMap((cells, i) => {
		const values = columns.map((name) => items[i][name]);
		const row = rowOf(rows, columns, values);
		return columns.flatMap((name, k) =>
			values[k] === ''
				? []
				: [judgement(cells[name], same(name, row[k] ?? '', values[k]), truth.id)],
		);
	});
	return [...ofFields, ...ofCells];
}
