import type { IDataObject } from 'n8n-workflow';

import { rowProductProblems } from '../shared/checks/arithmetic';
import { doubtfulValues } from '../shared/checks/confidence';
import { appendExtras, extrasOfRow, typedCells } from '../shared/columns';
import type { Extra } from '../shared/columns';
import { leftOutProblems } from '../shared/leftOut';
import type { DocumentOrigin, OutputChoices } from '../shared/ocrApi';
import { inRow, reasonsFor, reviewColumns } from '../shared/review';
import type { Surroundings } from '../shared/values/convert';
import { dateOrderOf } from '../shared/values/currency';
import { checkReceipt, provenOfReceipt } from './receiptChecks';
import { headerFields, leadingFields, rowFields, trailingFields } from './receiptFields';
import type { ReceiptField } from './receiptFields';
import { receiptKindProblems } from './receiptKind';
import { readReceiptResult } from './receiptResult';
import type { ReceiptResult } from './receiptResult';
import { severalReceipts } from './severalReceipts';

type Values = Readonly<Record<string, unknown>>;

const byKey = (fields: readonly ReceiptField[], returned: Values) =>
	Object.fromEntries(fields.map(({ key, name }) => [key, returned[name]]));

function inspect(receipt: ReceiptResult) {
	const { currency } = receipt.header;
	const surroundings: Surroundings = {
		dateOrder: typeof currency === 'string' ? dateOrderOf(currency) : undefined,
		now: Date.now(),
	};
	const typed = (fields: readonly ReceiptField[], returned: Values) =>
		typedCells(fields, byKey(fields, returned), surroundings);
	const header = typed(headerFields, receipt.header);
	const typedRows = receipt.rows.map((row) => typed(rowFields, row));
	const rows = typedRows.map(({ cells }) => cells);
	const { adjustments, confidence } = receipt;
	const found = {
		document: [
			...receiptKindProblems(header.cells, rows, receipt.others, receipt.saidKind),
			...severalReceipts(receipt, rows),
			...leftOutProblems(receipt.leftOut),
			...header.problems,
			...checkReceipt(
				header.cells,
				rows,
				{ returned: receipt.returnedRows, unread: receipt.unreadRows.length },
				adjustments.fee,
			),
		],
		rows: typedRows.map(({ cells, problems }, index) =>
			inRow(index, [
				...problems,
				...rowProductProblems(cells, 'subtotal', adjustments.rows[index]),
			]),
		),
	};
	const proven = provenOfReceipt(header.cells, rows, adjustments.fee);
	const doubts = {
		document: doubtfulValues(header.cells, byKey(headerFields, confidence.header), proven.header),
		rows: rows.map((cells, index) => {
			const sureness = byKey(rowFields, confidence.rows[index] ?? {});
			return inRow(index, doubtfulValues(cells, sureness, proven.rows[index]), ' ');
		}),
	};
	return {
		header: header.cells,
		rows,
		reasonsOf: (row?: number) => reasonsFor(found, doubts, row),
	};
}

const knownOfRow: ReadonlySet<string> = new Set(rowFields.map(({ name }) => name));

/** The names of a row that the documents do not know. */
function rowExtras(row: Values): Extra[] {
	return Object.entries(row).filter(([name]) => !knownOfRow.has(name));
}

/**
 * The items of one recognised receipt: one for each line item, or one with its rows in `items`.
 *
 * @param result the `result` of a success
 * @throws RecognitionFailure where the result has not the documented shape
 */
export function receiptItems(
	result: Record<string, unknown>,
	{ output, fieldNames, reviewChecks }: OutputChoices,
	origin: DocumentOrigin,
): IDataObject[] {
	const receipt = readReceiptResult(result);
	const isEnglish = fieldNames === 'english';
	const inspected = inspect(receipt);

	const pick = (fields: readonly ReceiptField[], cells: Values, returned: Values): IDataObject =>
		Object.fromEntries(
			fields.map(({ key, name }) =>
				isEnglish ? [key, cells[key] ?? null] : [name, returned[name] ?? null],
			),
		) as IDataObject;
	const headerPart = (fields: readonly ReceiptField[]) =>
		pick(fields, inspected.header, receipt.header);
	const rowPart = (index: number) =>
		pick(rowFields, inspected.rows[index] ?? {}, receipt.rows[index] ?? {});

	const unread: Extra[] = receipt.unreadRows.length > 0 ? [['table', receipt.unreadRows]] : [];
	const trailing = Object.entries(headerPart(trailingFields));
	const tailOf = (row?: number): Extra[] => [
		...trailing,
		...Object.entries(origin),
		['orderId', receipt.orderId],
		...Object.entries(reviewColumns(reviewChecks ? inspected.reasonsOf(row) : undefined)),
	];

	if (output === 'receipt') {
		const items = receipt.rows.map((row, index) => appendExtras(rowPart(index), rowExtras(row)));
		return [
			appendExtras(headerPart(leadingFields), [
				...tailOf(),
				['items', items],
				...receipt.others,
				...unread,
			]),
		];
	}
	const count = Math.max(receipt.rows.length, 1);
	return Array.from({ length: count }, (_, index) =>
		appendExtras(
			{
				...headerPart(leadingFields),
				lineNumber: receipt.rows.length > 0 ? index + 1 : null,
				...rowPart(index),
			},
			[
				...tailOf(index),
				...extrasOfRow(receipt.others, index),
				...rowExtras(receipt.rows[index] ?? {}),
				...(index === 0 ? unread : []),
			],
		),
	);
}
