/** What the queue holds of a receipt, for a form over values alone: there is no picture to open. */
export function receiptRow(
	sourceFile: string,
	read: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	return {
		status: 'open',
		kind: 'receipt',
		sourceFile,
		reviewReasons: 'totalAmount was not read',
		receipt: JSON.stringify(read),
		pictureHash: `hash of ${sourceFile}`,
	};
}

/** The same of an invoice, with its lines. */
export function invoiceRow(
	sourceFile: string,
	read: Readonly<Record<string, unknown>>,
	items: ReadonlyArray<Record<string, unknown>> = [],
): Record<string, unknown> {
	return {
		status: 'open',
		kind: 'invoice',
		sourceFile,
		reviewReasons: 'totalAmount was not read',
		...read,
		items: JSON.stringify(items),
	};
}
