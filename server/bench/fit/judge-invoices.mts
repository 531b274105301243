import { alwaysServed } from '../../src/documents/invoice/api-names.mts';
import { itemColumns } from '../../src/documents/invoice/line-item.mts';
import { invoiceDocument } from '../../src/documents/kinds/invoice/read.mts';
import type { Weights } from '../../src/documents/score/weights.mts';
import { cellEvidence, fieldEvidence } from '../../src/documents/serve/invoice-evidence.mts';
import { finish } from '../../src/documents/steps.mts';
import { same } from '../../testing/accuracy/compare.mts';
import type { Example } from './fields.mts';
import { judgement, rowOf, type Judgement } from './sureness.mts';

const columns = itemColumns.map(([, name]) => name);
const documented: ReadonlySet<string> = new Set(alwaysServed);

/** What was chosen on the page of an invoice, and whether it is right; of what the truth does not speak of nothing. */
export function judgeInvoice({ page, truth }: Example, weights: Weights): Judgement[] {
	const document = finish(invoiceDocument(page, weights));
	const ofFields = Array.from(fieldEvidence(document), ([name, evidence]) => {
		const printed = truth.fields[name];
		if (typeof printed !== 'string' && !documented.has(name)) return [];
		const { text } = document.fields.get(name)!;
		return [
			judgement(evidence, typeof printed === 'string' && same(name, printed, text), truth.id),
		];
	});
	const rows = truth.fields.items as string[][] | undefined;
	if (!rows) return ofFields.flat();
	const ofCells = cellEvidence(document).flatMap((evidence, i) => {
		const cells = itemColumns.map(([role]) => document.items[i].cells[role] ?? '');
		const row = rowOf(rows, columns, cells);
		return itemColumns.flatMap(([role, name], k) => {
			const one = evidence[role];
			return one ? [judgement(one, same(name, row[k] ?? '', cells[k]), truth.id)] : [];
		});
	});
	return [...ofFields.flat(), ...ofCells];
}
