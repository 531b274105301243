import type { IDataObject } from 'n8n-workflow';

import { doubtfulReasons } from '../shared/checks/confidence';
import type { Certainty } from '../shared/checks/confidence';
import { appendExtras, typedCells } from '../shared/columns';
import type { OutputChoices, PictureOrigin } from '../shared/ocrApi';
import { reviewColumns, unreadableReasons } from '../shared/review';
import { checkReceipt } from './receiptChecks';
import { headerFields, leadingFields, rowFields, trailingFields } from './receiptFields';
import type { ReceiptField } from './receiptFields';
import { readReceiptResult } from './receiptResult';

type Values = Readonly<Record<string, unknown>>;

const byKey = (fields: readonly ReceiptField[], returned: Values) =>
	Object.fromEntries(fields.map(({ key, name }) => [key, returned[name]]));

function typed(fields: readonly ReceiptField[], returned: Values) {
	return typedCells(fields, byKey(fields, returned));
}

/** The names of a row that the documents do not know. */
function rowExtras(row: Values): Array<readonly [string, unknown]> {
	const known = new Set(rowFields.map(({ name }) => name));
	return Object.entries(row).filter(([name]) => !known.has(name));
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
	origin: PictureOrigin,
): IDataObject[] {
	const receipt = readReceiptResult(result);
	const isEnglish = fieldNames === 'english';
	const header = typed(headerFields, receipt.header);
	const rows = receipt.rows.map((row) => typed(rowFields, row));
	const reasons = [
		...unreadableReasons(header.unreadable),
		...rows.flatMap(({ unreadable }, index) => unreadableReasons(unreadable, `row ${index + 1}: `)),
		...checkReceipt(
			header.cells,
			rows.map(({ cells }) => cells),
		),
	];
	const certainty: Certainty = {
		header: {
			values: header.cells,
			confidences: byKey(headerFields, receipt.confidence.header),
		},
		rows: rows.map(({ cells }, index) => ({
			values: cells,
			confidences: byKey(rowFields, receipt.confidence.rows[index] ?? {}),
		})),
	};

	const pick = (fields: readonly ReceiptField[], cells: Values, returned: Values): IDataObject =>
		Object.fromEntries(
			fields.map(({ key, name }) =>
				isEnglish ? [key, cells[key] ?? null] : [name, returned[name] ?? null],
			),
		) as IDataObject;
	const headerPart = (fields: readonly ReceiptField[]) =>
		pick(fields, header.cells, receipt.header);
	const rowPart = (index: number) =>
		pick(rowFields, rows[index]?.cells ?? {}, receipt.rows[index] ?? {});

	const tailOf = (row?: number): Array<readonly [string, unknown]> => [
		...Object.entries(headerPart(trailingFields)),
		...Object.entries(origin),
		['orderId', receipt.orderId],
		...Object.entries(
			reviewColumns(reviewChecks ? [...reasons, ...doubtfulReasons(certainty, row)] : undefined),
		),
	];

	if (output === 'receipt') {
		const items = receipt.rows.map((row, index) => appendExtras(rowPart(index), rowExtras(row)));
		return [
			appendExtras(headerPart(leadingFields), [...tailOf(), ['items', items], ...receipt.others]),
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
			[...tailOf(index), ...receipt.others, ...rowExtras(receipt.rows[index] ?? {})],
		),
	);
}
