import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { lineItemFields } from '../../nodes/JuheInvoiceOcr/invoiceFields.ts';
import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { rowFields } from '../../nodes/JuheReceiptOcr/receiptFields.ts';
import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import { origin } from '../support/results.mts';

/** What is printed on a picture of ours. */
interface Truth {
	id: string;
	kind: 'invoice' | 'receipt';
	fields: Record<string, unknown>;
}

const root = join(__dirname, '..', '..');
const truths = ['samples/truth', 'samples/pdf', 'samples/data', 'benchmark/measured/truth'].flatMap(
	(folder) =>
		readdirSync(join(root, folder))
			.filter((file) => file.endsWith('.json'))
			.flatMap((file) => {
				const truth = JSON.parse(readFileSync(join(root, folder, file), 'utf8')) as Truth & {
					pages?: Truth[];
				};
				return truth.pages ?? [truth];
			}),
);

const choices = { fieldNames: 'english', reviewChecks: true } as const;
const rowsOf = (rows: unknown) => (Array.isArray(rows) ? (rows as string[][]) : []);

/** What the node makes of a paper that is recognised as it is printed. */
function reasonsOf({ kind, fields: { items, table, ...header } }: Truth): unknown {
	if (kind === 'receipt') {
		const rows = rowsOf(table).map((cells) =>
			Object.fromEntries(rowFields.map(({ name }, index) => [name, cells[index]])),
		);
		const data = { ...header, table: rows };
		return receiptItems({ data }, { ...choices, output: 'receipt' }, origin)[0].reviewReasons;
	}
	const infos = [
		...Object.entries(header).map(([name, value]) => ({ name, value })),
		...rowsOf(items).flatMap((cells) =>
			lineItemFields.map(({ names }, index) => ({ name: names[0], value: cells[index] })),
		),
	];
	const result = { invoice_general_infos: infos };
	return invoiceItems(result, { ...choices, output: 'invoice' }, origin)[0].reviewReasons;
}

/** What a row's price cut and a service charge below the rows look like; everything else has to agree. */
const ofReductions =
	/^(the rows add up to|row \d+: quantity \S+ x unitPrice \S+ is \S+, not subtotal)/;

describe('Review Checks on papers that are recognised as they are printed', () => {
	test.each(truths)('know the kind, the values, dates, codes and ids of $id', (truth) => {
		const reasons = String(reasonsOf(truth) ?? '').split('; ');
		expect(reasons.filter((reason) => reason !== '' && !ofReductions.test(reason))).toEqual([]);
	});
});
