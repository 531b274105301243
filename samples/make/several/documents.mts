import { receipt } from '../document.mts';
import { line, rule, spread } from '../html.mts';
import { item } from '../invoices/items.mts';
import { pharmacy } from '../receipts/pharmacy.mts';
import type { ReceiptFields } from '../document.mts';
import { taxId } from '../taxid.mts';
import { listedInvoice } from './listed-invoice.mts';
import { longInvoice } from './long-invoice.mts';
import { taxiRoll } from './taxi.mts';

const stationery: Array<
	[name: string, specification: string, unit: string, quantity: string, price: string]
> = [
	['*文具*中性笔', '0.5mm 黑', '盒', '12', '18.50'],
	['*文具*订书机', '12号', '个', '4', '23.80'],
	['*纸制品*复印纸', 'A4 70g', '包', '30', '19.60'],
	['*文具*长尾夹', '25mm', '盒', '6', '9.20'],
	['*文具*文件夹', 'A4 双夹', '个', '25', '7.40'],
	['*文具*计算器', '12位', '台', '3', '45.00'],
	['*办公设备*碎纸机', 'S-12L', '台', '1', '628.00'],
	['*纸制品*便利贴', '76x76', '本', '40', '2.30'],
	['*文具*白板笔', '可擦 蓝', '支', '24', '3.10'],
	['*文具*印泥', '80mm', '盒', '5', '11.90'],
	['*文具*档案盒', '55mm', '个', '36', '6.80'],
	['*纸制品*信封', '5号', '包', '8', '14.20'],
	['*文具*胶带', '60mm', '卷', '18', '5.70'],
	['*文具*剪刀', '210mm', '把', '4', '12.60'],
	['*文具*美工刀', '18mm', '把', '6', '8.30'],
];

const goods = stationery.map(([name, specification, unit, quantity, unitPrice]) =>
	item({ name, specification, unit, quantity, unitPrice, taxRate: 13 }),
);

/** Fifteen rows on three pages. */
export const long = longInvoice({
	id: 'v03-long-invoice',
	number: '25322000000417720936',
	date: '2025年05月14日',
	bureau: '江苏省税务局',
	buyer: { name: '苏州明湖建筑设计有限公司', taxId: taxId('320505', 'MA1X7K2D') },
	seller: { name: '无锡恒源办公用品有限公司', taxId: taxId('320214', 'MA25Q8RT') },
	items: goods,
	remarks: '采购单号：CG-2025-0514',
	issuer: '钱立群',
});

/** Nine rows on a list of their own. */
export const listed = listedInvoice({
	id: 'v04-goods-list',
	code: '032002100311',
	number: '47206183',
	date: '2021年11月08日',
	checkCode: '62840917350281746395',
	buyer: { name: '南京金川船舶配件厂', taxId: taxId('320113', '72471936') },
	seller: { name: '常州新北区永信五金商行', taxId: taxId('320411', 'MA1T5N8H', '92') },
	items: goods.slice(6),
	issuer: '孟繁星',
});

const code = '142002310175';
const rideOf = (
	number: string,
	date: string,
	times: [from: string, to: string],
	kilometres: string,
	amount: string,
	plate: string,
) => taxiRoll({ id: `taxi-${number}`, code, number, date, times, kilometres, amount, plate });

export const rides = [
	rideOf('40817263', '2025-03-04', ['08:12', '08:31'], '6.8', '19.00', '江A·T3061'),
	rideOf('40817264', '2025-03-04', ['18:02', '18:26'], '6.9', '20.00', '江A·T3061'),
	rideOf('61920455', '2025-03-06', ['09:40', '10:05'], '11.2', '29.00', '江A·T5520'),
	rideOf('73018842', '2025-03-07', ['21:15', '21:29'], '4.1', '14.00', '江A·T0917'),
	rideOf('73055106', '2025-03-10', ['07:55', '08:20'], '8.3', '23.00', '江A·T0917'),
	rideOf('80246713', '2025-03-11', ['13:31', '13:44'], '3.6', '13.00', '江A·T7748'),
	rideOf('80246999', '2025-03-12', ['10:05', '10:32'], '9.7', '26.00', '江A·T7748'),
	rideOf('81500237', '2025-03-12', ['16:48', '17:20'], '12.4', '33.00', '江A·T2290'),
	rideOf('81533018', '2025-03-13', ['19:21', '19:37'], '5.0', '16.00', '江A·T4135'),
];

const {
	total_amount,
	paid_amount = total_amount,
	consumption_date = '',
} = pharmacy.fields as ReceiptFields;

/** The slip of the bank card with which the pharmacy was paid: no document of its own. */
export const cardSlip = receipt({
	id: 'v11-card-slip',
	width: 560,
	style: `.paper { padding: 30px 28px; font: 28px 'WenQuanYi Zen Hei', sans-serif; color: #34343c; background: #fdfdfa; }`,
	fields: { shop_name: '', total_amount: paid_amount, table: [] },
	body: () =>
		[
			line('银联签购单', 'center'),
			spread('终端编号', '30217745'),
			spread('交易类型', '消费'),
			spread('凭证号', '004417'),
			spread('参考号', '113052004417'),
			spread('日期', consumption_date),
			rule('-'),
			spread('金额', `RMB ${paid_amount}`),
			line('持卡人签名'),
		].join(''),
});
