import { saidKindProblems, wrongKind } from '../shared/checks/kind';
import type { Reason } from '../shared/review';
import type { CellValue } from '../shared/values/convert';

type Cells = Readonly<Record<string, CellValue>>;

const isText = (value: CellValue | undefined, shape: RegExp) =>
	typeof value === 'string' && shape.test(value);

/** What stands on invoices and not on a shop's receipts. One of them that was read is enough. */
const invoiceMarks: ReadonlyArray<(header: Cells) => boolean> = [
	({ invoiceCode }) => isText(invoiceCode, /^(\d{10}|\d{12})$/),
	({ invoiceNumber }) => isText(invoiceNumber, /^(\d{8}|\d{20})$/),
	({ checkCode, cipherText }) => isText(checkCode, /\S/) || isText(cipherText, /\S/),
	({ buyerTaxId, sellerTaxId }) => [buyerTaxId, sellerTaxId].some((id) => isText(id, /^.{13,20}$/)),
	({ buyerName, sellerName }) => isText(buyerName, /\S/) && isText(sellerName, /\S/),
	({ invoiceTitle, category }) => isText(invoiceTitle, /[票據据]/) || isText(category, /[票據据]/),
];

/**
 * Looks whether a paper that was given to the invoice API is one: goods or a total were read, and nothing that every
 * invoice has.
 *
 * @param said what the server says of the kind
 */
export function invoiceKindProblems(header: Cells, rowCount: number, said: unknown): Reason[] {
	const problems = saidKindProblems(said, 'invoice');
	const hasGoods = rowCount > 0 || header.totalAmount !== null;
	if (problems.length > 0 || !hasGoods || invoiceMarks.some((has) => has(header))) return problems;
	return [
		wrongKind(
			'this looks like a receipt, not like an invoice: no invoice number, code, tax id or title was read. Give it to the Juhe Receipt OCR node',
		),
	];
}
