type Fields = Record<string, unknown>;

/** A document of a file, as a self-hosted server lists it: where it stands, and what it says. */
export interface ListedDocument {
	page: number;
	fields: Fields;
	/** How sure the server is of each value, and what kind of paper it saw. */
	more?: Fields;
}

const box = [0, 0, 1000, 1000];
const infosOf = (fields: Fields) =>
	Object.entries(fields).map(([name, value]) => ({ name, value }));
const locationOf = (fields: Fields, page: number) =>
	Object.fromEntries(Object.keys(fields).map((name) => [name, { page, box }]));

/**
 * The answer of a self-hosted server to a file of several documents: the documented shape for the first, all of them in
 * `documents` beside it.
 *
 * @param ofFile what it says of the whole file, such as how many more it did not read
 */
export function severalInvoices(documents: ListedDocument[], ofFile: Fields = {}): Fields {
	const listed = documents.map(({ page, fields, more }) => ({
		invoice_general_infos: infosOf(fields),
		location: locationOf(fields, page),
		confidence: {},
		...more,
	}));
	const result = {
		request_id: 'r1',
		...listed[0],
		documents: listed.map((entry, index) => ({ page: documents[index].page, box, ...entry })),
		...ofFile,
	};
	return { reason: 'success', result, error_code: 0 };
}

/** The same for receipts, whose fields are the document's own. */
export function severalReceipts(documents: ListedDocument[], ofFile: Fields = {}): Fields {
	const listed = documents.map(({ page, fields, more }) => ({
		...fields,
		location: locationOf(fields, page),
		confidence: {},
		...more,
	}));
	const data = {
		...listed[0],
		documents: listed.map((entry, index) => ({ page: documents[index].page, box, ...entry })),
		...ofFile,
	};
	return { reason: '成功', result: { orderid: 'JH1', data }, error_code: 0 };
}

/** A slip with goods of one piece each, by their prices. */
export function slip(shop_name: string, goods: Record<string, string>): Fields {
	const table = Object.entries(goods).map(([product, price]) => ({
		product,
		quantity: '1',
		unit_price: price,
		subtotal_amount: price,
	}));
	const total = Object.values(goods).reduce((sum, price) => sum + Number(price), 0);
	return { shop_name, total_amount: total.toFixed(2), table };
}
