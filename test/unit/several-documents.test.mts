import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { origin } from '../support/results.mts';

const choices: OutputChoices = { output: 'raw', fieldNames: 'english', reviewChecks: true };
const several = /^this picture seems to hold several documents: /;

/** The reasons of an invoice, from `name=value` texts in the order they were returned. */
const ofInvoice = (...infos: string[]) => {
	const invoice_general_infos = infos.map((info) => {
		const [name, value] = info.split('=');
		return { name, value };
	});
	return invoiceItems({ invoice_general_infos }, choices, origin)[0].reviewReasons;
};
const first = ['发票号码=01648000', '日期=2024年5月6日', '合计金额(小写)=113.00'];

it.each([
	[
		'a second number and total',
		['发票号码=01648001', '合计金额(小写)=226.00'],
		'invoiceNumber, totalAmount',
	],
	[
		'a second number and date',
		['发票号码=01648001', '日期=2024年5月7日'],
		'invoiceNumber, invoiceDate',
	],
	[
		'a second total and seller',
		['合计金额(小写)=9.00', '销售方识别号=91350100M000100Y43'],
		undefined,
	],
	[
		'two of all',
		['发票号码=01648001', '日期=2024年5月7日', '合计金额(小写)=226.00'],
		'invoiceNumber, totalAmount, invoiceDate',
	],
])('an answer with %s is one of several invoices', (_, second, names) => {
	const seller = names ? [] : ['销售方识别号=91350100MA00100Y40'];
	const reasons = ofInvoice(...seller, ...first, ...second);
	expect(reasons).toMatch(several);
	expect(reasons).toContain(`${names ?? 'totalAmount, sellerTaxId'} came with other values too`);
	expect(reasons).toMatch(/Send a picture of each/);
});

it.each([
	['nothing twice', []],
	['the same number in another place', ['发票号码=01648000', '合计金额(小写)=￥113.00']],
	['a second number alone', ['发票号码=01648001']],
	['a second total alone', ['合计金额(小写)=226.00']],
	['a second date and seller', ['日期=2024年5月7日', '销售方识别号=91350100M000100Y43']],
	['remarks in two lines', ['备注=一', '备注=二']],
])('an answer with %s is not', (_, second) => {
	expect(ofInvoice(...first, ...second) ?? '').not.toMatch(/several documents/);
});

it.each([
	['合计金额(大写)=贰佰贰拾陆元整', /^totalAmountInWords was also returned as 贰佰贰拾陆元整/],
	['合计金额(小写)=226.00', /totalAmount was also returned as 226/],
	['发票号码=01648001', /invoiceNumber was also returned as 01648001/],
])('a second %s alone is named', (second, reason) => {
	expect(ofInvoice('合计金额(大写)=壹佰壹拾叁元整', ...first, second)).toMatch(reason);
});

it.each(['壹佰壹拾叁圆整', '壹佰壹拾叁元', '无'])(
	'words that say the same, or nothing, are not: %s',
	(words) => {
		expect(
			ofInvoice('合计金额(大写)=壹佰壹拾叁元整', ...first, `合计金额(大写)=${words}`),
		).toBeNull();
	},
);

/** The reasons of a receipt. */
const ofReceipt = (
	fields: Record<string, unknown>,
	...rows: Array<[product: string, subtotal: string]>
) => {
	const table = rows.map(([product, subtotal_amount]) => ({ product, subtotal_amount }));
	return receiptItems({ data: { ...fields, table } }, { ...choices, output: 'receipt' }, origin)[0]
		.reviewReasons;
};

it.each<[string, () => unknown, string]>([
	[
		'two totals in one',
		() => ofReceipt({ total_amount: '10.00 9.00' }, ['茶', '10.00']),
		'total_amount "10.00 9.00"',
	],
	[
		'two sums paid',
		() => ofReceipt({ total_amount: '10.00', paid_amount: '10.00/9.00' }, ['茶', '10.00']),
		'paid_amount',
	],
	[
		'totals among its rows',
		() =>
			ofReceipt(
				{ total_amount: '10.00' },
				['茶', '10.00'],
				['合计', '10.00'],
				['面', '9.00'],
				['合 计:', '9.00'],
			),
		'the rows hold 2 totals',
	],
])('an answer with %s is one of several receipts', (_, reasonsOf, why) => {
	const reasons = reasonsOf();
	expect(reasons).toMatch(several);
	expect(reasons).toContain(why);
});

it('an answer that shows it in several ways names one, of a value no more than its beginning', () => {
	const long = `10.00 9.00${' '.repeat(100)}8.00`;
	const reasons = String(
		ofReceipt({ total_amount: long }, ['合计', '10.00'], ['总计', '9.00'], ['茶', '10.00']),
	);
	expect(reasons.match(/several documents/g)).toHaveLength(1);
	expect(reasons).toContain(`total_amount "${long.slice(0, 40)}" holds`);
});

it('an answer whose second amount stands behind a long text is not', () => {
	const far = `10.00${' '.repeat(40)}9.00`;
	expect(ofReceipt({ total_amount: far }, ['茶', '10.00'])).not.toMatch(/several documents/);
});

it.each<[string, () => unknown]>([
	['one total', () => ofReceipt({ total_amount: '10.00' }, ['茶', '10.00'])],
	['a total with its currency', () => ofReceipt({ total_amount: 'RMB 10.00 元' }, ['茶', '10.00'])],
	[
		'a total among its rows',
		() => ofReceipt({ total_amount: '10.00' }, ['茶', '10.00'], ['合计', '10.00']),
	],
	[
		'one total under two names',
		() =>
			ofReceipt({ total_amount: '10.00' }, ['茶', '10.00'], ['合计', '10.00'], ['总计', '10.00']),
	],
	[
		'goods named like totals',
		() => ofReceipt({ total_amount: '19.00' }, ['合计套餐', '10.00'], ['总计数器', '9.00']),
	],
])('an answer with %s is not', (_, reasonsOf) => {
	expect(reasonsOf() ?? '').not.toMatch(/several documents/);
});

describe('a self-hosted server that says so', () => {
	const reason =
		'this picture seems to hold several documents: the server could not part them and read one. Look what is missing, and send a picture of each';
	const invoice_general_infos = [{ name: '发票号码', value: '01648000' }];
	const data = { shop_name: '多又好超市', total_amount: '4.00' };

	it.each<[unknown, string | null]>([
		[true, reason],
		['true', null],
		[false, null],
		[undefined, null],
	])('is believed: %p', (said, reasons) => {
		const invoice = invoiceItems(
			{ invoice_general_infos, several: said },
			{ ...choices, output: 'invoice' },
			origin,
		)[0];
		const receipt = receiptItems(
			{ data: { ...data, several: said } },
			{ ...choices, output: 'receipt' },
			origin,
		)[0];
		for (const item of [invoice, receipt]) {
			expect(String(item.reviewReasons).includes(reason)).toBe(reasons !== null);
			expect(item).not.toHaveProperty('several');
		}
	});

	it('gives one reason where the values show it too', () => {
		const result = { data: { ...data, total_amount: '4.00 5.00', several: true } };
		const [{ reviewReasons }] = receiptItems(result, choices, origin);
		expect(String(reviewReasons).match(/several documents/g)).toHaveLength(1);
	});
});
