import { inWords, sum } from '../amounts.mts';
import type { InvoiceFields, Item } from '../document.mts';
import { amountOf, item, taxOf } from '../invoices/items.mts';
import { randomFrom, seedOf } from '../random.mts';
import { taxId } from '../taxid.mts';

interface Party {
	名称: string;
	识别号?: string;
	'地址、电话'?: string;
	开户行及账号?: string;
}

interface VatPlan {
	title: string;
	code: string;
	number: string;
	date: string;
	buyer: Party;
	seller: Party;
	items: Item[];
	remarks?: string;
	persons: [payee: string, reviewer: string, issuer: string];
}

const cipher = '0123456789<>+-*/';

/** The cipher text of an invoice: four lines of 28 signs that mean nothing here. */
function cipherOf(number: string): string {
	const random = randomFrom(seedOf(number));
	return Array.from({ length: 112 }, () => cipher[Math.floor(random() * cipher.length)]).join('');
}

const checkCodeOf = (number: string): string => {
	const random = randomFrom(seedOf(`check ${number}`));
	return Array.from({ length: 20 }, () => Math.floor(random() * 10)).join('');
};

const side = (name: string, party: Party): Record<string, string> =>
	Object.fromEntries(Object.entries(party).map(([key, value]) => [name + key, value as string]));

/** The printed values of a VAT electronic invoice with a code. */
function vat(plan: VatPlan): InvoiceFields {
	const taxed = plan.items.filter((columns) => columns[7] !== '***');
	const amount = amountOf(plan.items);
	const tax = taxed.length > 0 ? taxOf(taxed) : '***';
	const total = sum(tax === '***' ? [amount] : [amount, tax]);
	const [payee, reviewer, issuer] = plan.persons;
	return {
		发票名称: plan.title,
		发票代码: plan.code,
		发票号码: plan.number,
		日期: plan.date,
		校验码: checkCodeOf(plan.number),
		密码区: cipherOf(plan.number),
		...side('购买方', plan.buyer),
		...side('销售方', plan.seller),
		合计金额: amount,
		合计税额: tax,
		'合计金额(大写)': inWords(total, '圆'),
		'合计金额(小写)': total,
		...(plan.remarks ? { 备注: plan.remarks } : {}),
		收款人: payee,
		复核: reviewer,
		开票人: issuer,
		items: plan.items,
	};
}

/** A line that no tax is charged for. */
function exempt(data: Parameters<typeof item>[0]): Item {
	const [name, specification, unit, quantity, price, amount] = item(data);
	return [name, specification, unit, quantity, price, amount, '免税', '***'];
}

const printer = {
	名称: '绍兴越墨图文设计有限公司',
	识别号: taxId('330602', 'MA2BQ7K4'),
	'地址、电话': '绍兴市越城区鲁迅中路218号 0575-88142607',
	开户行及账号: '绍兴银行城北支行 1094417380015562',
};

export const printing = vat({
	title: '浙江增值税电子普通发票',
	code: '033002100411',
	number: '20681457',
	date: '2021年04月12日',
	buyer: {
		名称: '嘉兴南湖画舫旅游发展有限公司',
		识别号: taxId('330402', '75190846'),
		'地址、电话': '嘉兴市南湖区环城南路66号 0573-82071934',
		开户行及账号: '嘉兴银行南湖支行 8011000020453317',
	},
	seller: printer,
	items: [
		item({
			name: '*印刷品*宣传折页',
			specification: 'A4三折 157g铜版',
			unit: '份',
			quantity: '3000',
			unitPrice: '0.39',
			taxRate: 13,
		}),
		item({
			name: '*设计服务*平面设计费',
			unit: '项',
			quantity: '1',
			unitPrice: '754.72',
			taxRate: 6,
		}),
	],
	remarks: '订单号：YM-210407-2',
	persons: ['钱若水', '孟知秋', '屠安然'],
});

export const books = vat({
	title: '江苏增值税电子普通发票',
	code: '032002100311',
	number: '08264173',
	date: '2021年09月27日',
	buyer: { 名称: '苏州工业园区星塘小学', 识别号: taxId('320594', '46692031', '12') },
	seller: {
		名称: '南京梧桐里书店有限公司',
		识别号: taxId('320102', 'MA1XH4T8'),
		'地址、电话': '南京市玄武区珠江路433号 025-83614207',
		开户行及账号: '南京银行珠江支行 01250120210008846',
	},
	items: [
		exempt({ name: '*图书*小学生必读丛书', unit: '套', quantity: '40', unitPrice: '96.00' }),
		exempt({
			name: '*图书*新华字典',
			specification: '第12版',
			unit: '本',
			quantity: '40',
			unitPrice: '24.50',
		}),
	],
	persons: ['柳青', '柳青', '祁连'],
});

export const special = vat({
	title: '上海增值税电子专用发票',
	code: '031002100113',
	number: '61908342',
	date: '2021年11月03日',
	buyer: {
		名称: '上海澜庭建筑装饰工程有限公司',
		识别号: taxId('310115', 'MA1K3P6W'),
		'地址、电话': '上海市浦东新区张杨路1518号 021-58203377',
		开户行及账号: '上海银行张杨路支行 03004417720',
	},
	seller: {
		名称: '昆山宏拓铝业有限公司上海分公司',
		识别号: taxId('310118', '59170342'),
		'地址、电话': '上海市青浦区华新镇纪鹤公路3189号 021-69791520',
		开户行及账号: '农业银行上海华新支行 03886200040017731',
	},
	items: [
		item({
			name: '*金属制品*断桥铝型材',
			specification: '70系列',
			unit: '千克',
			quantity: '418.5',
			unitPrice: '21.24',
			taxRate: 13,
		}),
		item({ name: '*运输服务*运费', unit: '次', quantity: '1', unitPrice: '366.97', taxRate: 9 }),
	],
	remarks: '工程名称：滨江一期 合同号：LT-2021-118',
	persons: ['冉子期', '傅明远', '康宁'],
});

const stationery = [
	['中性笔', '0.5mm 黑', '盒', '12', '15.93'],
	['白板笔', '12支装', '盒', '4', '21.24'],
	['订书机', '25页', '台', '6', '18.58'],
	['订书钉', '24/6', '盒', '30', '1.77'],
	['回形针', '29mm', '盒', '24', '2.65'],
	['长尾夹', '32mm', '筒', '10', '13.27'],
	['文件夹', 'A4 单强力', '个', '40', '7.08'],
	['档案盒', '55mm', '个', '60', '8.85'],
	['便利贴', '76x76mm', '包', '20', '4.42'],
	['复印纸', 'A4 70g', '箱', '8', '123.89'],
	['胶水', '50ml', '支', '18', '1.77'],
	['剪刀', '180mm', '把', '9', '6.19'],
	['计算器', '12位', '台', '3', '44.25'],
	['美工刀', '18mm', '把', '12', '5.31'],
] as const;

export const officeList = vat({
	title: '重庆增值税电子普通发票',
	code: '050002100211',
	number: '34712096',
	date: '2021年07月19日',
	buyer: { 名称: '重庆缙云山索道有限公司', 识别号: taxId('500109', 'MA5U7K2D') },
	seller: {
		名称: '重庆渝文办公用品商行',
		识别号: taxId('500103', 'MA5YT83B', '92'),
		'地址、电话': '重庆市渝中区民生路88号 023-63719820',
		开户行及账号: '重庆农商行民生支行 6201050110400028',
	},
	items: stationery.map(([name, specification, unit, quantity, unitPrice]) =>
		item({ name: `*文具*${name}`, specification, unit, quantity, unitPrice, taxRate: 13 }),
	),
	persons: ['辜鸿', '辜鸿', '蒲公'],
});
