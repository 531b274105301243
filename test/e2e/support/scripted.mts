import { envelope, juheError, type FaultServer } from '../../support/fault-server.mts';
import { labelledPng } from '../../support/pictures.mts';
import type { Attachment } from './mail.mts';

type Fields = Record<string, unknown>;

/** What the service answers about each picture, by its label; it can read no other. */
export function answerByLabel(server: FaultServer, results: Record<string, Fields>): void {
	server.answer = async (exchange) => {
		const result = results[exchange.request.picture];
		const answer = result ? envelope({ reason: 'ok', result, error_code: 0 }) : juheError(253202);
		await answer(exchange);
	};
}

/** A result of the receipt API: fields by their names there, and products of one piece each by their price. */
export function receipt(fields: Fields, products: Record<string, string>): Fields {
	const table = Object.entries(products).map(([product, price]) => ({
		product,
		quantity: '1',
		unit_price: price,
		subtotal_amount: price,
	}));
	return { orderid: 'JH1', data: { currency: '人民币', ...fields, table } };
}

/** A result of the invoice API, by the names on the paper. */
export function invoice(fields: Record<string, string>): Fields {
	const infos = Object.entries(fields).map(([name, value]) => ({ name, value }));
	return { request_id: 'r1', invoice_general_infos: infos };
}

/** A picture with a label, of the size of a small photo, as an attachment. */
export function picture(fileName: string, label: string): Attachment {
	return { fileName, type: 'image/png', content: labelledPng(label, 480, 640) };
}
