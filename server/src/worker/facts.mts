import type { Facts } from '../documents/cut/facts.mts';
import type { Reading } from './messages.mts';

/** What tells the document that was read from another one. */
export function factsOf(reading: Reading): Facts {
	if (reading.document === 'receipt') {
		const { receipt_num, consumption_date, total_amount, paid_amount, shop_name, table } =
			reading.data;
		return {
			number: receipt_num,
			code: '',
			date: consumption_date,
			total: total_amount,
			paid: paid_amount,
			name: shop_name,
			rows: table.length,
		};
	}
	const infos = reading.data.invoice_general_infos;
	const value = (name: string) => infos.find((info) => info.name === name)?.value ?? '';
	return {
		number: value('发票号码'),
		code: value('发票代码'),
		date: value('日期'),
		total: value('合计金额(小写)'),
		paid: '',
		name: value('发票名称') || value('销售方名称'),
		rows: infos.filter(({ name }) => name === '金额').length,
	};
}
