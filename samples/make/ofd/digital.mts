import { inWords, sum } from '../amounts.mts';
import type { InvoiceFields, Item } from '../document.mts';
import { amountOf, item, taxOf } from '../invoices/items.mts';
import { taxId } from '../taxid.mts';

interface DigitalPlan {
	title?: string;
	number: string;
	date: string;
	buyer: { 名称: string; 识别号?: string };
	seller: { 名称: string; 识别号: string; '地址、电话'?: string; 开户行及账号?: string };
	items: Item[];
	remarks?: string;
	issuer: string;
}

/** How an amount is said in words, below zero as red-letter invoices say it. */
const saidInWords = (amount: string): string =>
	amount.startsWith('-') ? `（负数）${inWords(amount.slice(1), '圆')}` : inWords(amount, '圆');

/** The values of a fully digital invoice. */
function digital(plan: DigitalPlan): InvoiceFields {
	const taxed = plan.items.filter((columns) => columns[7] !== '***');
	const amount = amountOf(plan.items);
	const tax = taxed.length > 0 ? taxOf(taxed) : '***';
	const total = sum(tax === '***' ? [amount] : [amount, tax]);
	const side = (name: string, party: object) =>
		Object.fromEntries(Object.entries(party).map(([key, value]) => [name + key, value as string]));
	return {
		发票名称: plan.title ?? '电子发票（普通发票）',
		发票号码: plan.number,
		日期: plan.date,
		...side('购买方', plan.buyer),
		...side('销售方', plan.seller),
		合计金额: amount,
		合计税额: tax,
		'合计金额(大写)': saidInWords(total),
		'合计金额(小写)': total,
		...(plan.remarks ? { 备注: plan.remarks } : {}),
		开票人: plan.issuer,
		items: plan.items,
	};
}

/** A red-letter invoice: what was sold comes back. */
export const returned = digital({
	title: '电子发票（增值税专用发票）',
	number: '25352000000047718206',
	date: '2025年02月21日',
	buyer: { 名称: '福州榕城海鲜加工有限公司', 识别号: taxId('350104', 'MA2XR5G1') },
	seller: { 名称: '厦门鹭岛冷链设备有限公司', 识别号: taxId('350206', '61285047') },
	items: [
		item({
			name: '*制冷设备*卧式冷柜',
			specification: 'BD-520',
			unit: '台',
			quantity: '-2',
			unitPrice: '2654.87',
			taxRate: 13,
		}),
	],
	remarks:
		'被红冲蓝字数电票号码：25352000000031140592 红字发票信息确认单编号：35020625021000417320',
	issuer: '林汐',
});

/** A ride with a car that was called: what the platform takes off is a line of its own. */
export const ride = digital({
	number: '25322000000118204639',
	date: '2025年05月06日',
	buyer: { 名称: '无锡惠山泉酒业有限公司', 识别号: taxId('320206', 'MA1N8E5Q') },
	seller: {
		名称: '苏州云途出行科技有限公司',
		识别号: taxId('320505', 'MA20L6K7'),
		'地址、电话': '苏州高新区竹园路209号 0512-68092266',
		开户行及账号: '招商银行苏州高新支行 512908874410301',
	},
	items: [
		item({
			name: '*运输服务*客运服务费',
			unit: '次',
			quantity: '1',
			unitPrice: '63.38',
			taxRate: 3,
		}),
		['*运输服务*客运服务费', '', '', '', '', '-4.85', '3%', '-0.15'],
	],
	issuer: '系统开票',
});

/** Travellers are not part of the goods. */
export const rideTravellers = {
	TransportationPassengers: {
		Traveler: '章怀瑾',
		IdType: '居民身份证',
		IdNumber: '3202********4418',
		TravelDate: '2025-05-05',
		Departure: '无锡市',
		Destination: '苏州市',
		VehicleType: '出租汽车',
	},
};

/** Long names, so that lines go on in the next row, and prices of many decimals. */
export const software = digital({
	title: '电子发票（增值税专用发票）',
	number: '25112000000204417795',
	date: '2025年03月14日',
	buyer: { 名称: '北京砚田文化传播有限公司', 识别号: taxId('110105', 'MA01D8X3') },
	seller: { 名称: '北京衡度信息技术有限公司', 识别号: taxId('110108', '79152604') },
	items: [
		[
			'*信息技术服务*票据影像管理平台年度技术支持与维护服务费',
			'',
			'年',
			'1',
			'4197.16981132075',
			'4197.17',
			'6%',
			'251.83',
		],
		[
			'*软件*影像采集客户端许可证',
			'V3.2 企业版',
			'套',
			'3',
			'132.743362831858',
			'398.23',
			'13%',
			'51.77',
		],
	],
	remarks: '收款人：安和；复核人：卓然',
	issuer: '于归',
});

/** Books for a school: no tax is charged. */
export const exempt = digital({
	number: '25512000000061730428',
	date: '2025年08月29日',
	buyer: { 名称: '成都锦官实验幼儿园' },
	seller: { 名称: '四川天府童书发行有限公司', 识别号: taxId('510104', 'MA6C9P2H') },
	items: [['*图书*幼儿绘本', '精装', '册', '120', '18.5', '2220.00', '免税', '***']],
	issuer: '游鱼',
});
