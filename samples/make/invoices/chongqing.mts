import { inWords, sum } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, grid, seal } from './forms.mts';
import { amountOf, item, taxOf } from './items.mts';

const items = [
	item({
		name: '机动车保养工时费',
		specification: '小型车',
		unit: '次',
		quantity: '1',
		unitPrice: '380.00',
		taxRate: 13,
	}),
	item({
		name: '全合成机油',
		specification: '5W-30 4L',
		unit: '桶',
		quantity: '2',
		unitPrice: '265.49',
		taxRate: 13,
	}),
	item({
		name: '机油滤清器',
		specification: 'LF-208',
		unit: '个',
		quantity: '1',
		unitPrice: '35.40',
		taxRate: 13,
	}),
	item({
		name: '制动片',
		specification: '前轮',
		unit: '套',
		quantity: '1',
		unitPrice: '318.58',
		taxRate: 13,
	}),
];
const [amount, tax] = [amountOf(items), taxOf(items)];
const total = sum([amount, tax]);

const party = (side: string, labels: string[], values: string[]) =>
	`<div class="party"><div class="side label">${side}</div><div>${labels
		.map((label, index) => line(entry(label, values[index])))
		.join('')}</div></div>`;
const labels = ['名 称:', '纳税人识别号:', '地 址、电 话:', '开户行及账号:'];

export const chongqing = invoice({
	id: 'i06-chongqing-repair',
	width: 1700,
	style: `
		${formStyle('#7b4a26')}
		.paper { padding: 44px 64px 64px; font: 28px 'AR PL UMing CN', serif; line-height: 1.45; background: #fffefb; color: #1b2a63; }
		.title { font: 50px 'AR PL UKai CN', serif; letter-spacing: 12px; border-bottom: 6px double #7b4a26; width: 760px; margin: 0 auto; }
		.copy { font-size: 30px; }
		.typed, td { font-family: 'Noto Sans CJK SC', sans-serif; font-size: 27px; }
		.party { display: grid; grid-template-columns: 56px 1fr; border: 2px solid #7b4a26; }
		.party > :last-child { padding: 4px 16px; }
		.side { writing-mode: vertical-rl; border-right: 2px solid #7b4a26; display: flex; align-items: center; justify-content: center; letter-spacing: 10px; }
		.grid { border-left: 2px solid #7b4a26; border-right: 2px solid #7b4a26; table-layout: fixed; }
		.grid :is(th, td) { padding: 3px 10px; border-left: 2px solid #7b4a26; width: 10%; }
		.grid :is(th, td):first-child { width: 27%; border-left: 0; }
		.grid :is(th, td):nth-child(2) { width: 14%; }
		.grid th { text-align: center; }
		.grid td:nth-child(n + 4) { text-align: right; }
		.grid tr:last-child td:first-child { color: #7b4a26; text-align: center; letter-spacing: 40px; }
		.total { border: 2px solid #7b4a26; border-bottom: 0; padding: 6px 16px; }
	`,
	fields: {
		发票名称: '重庆增值税普通发票',
		发票代码: '050001900104',
		发票号码: '16820395',
		日期: '2019年09月16日',
		校验码: '61803275904418260357',
		购买方名称: '重庆嘉陵云图信息技术有限公司',
		购买方识别号: taxId('500105', 'MA5YQ4C3'),
		'购买方地址、电话': '重庆市江北区观月路26号 023-00617720',
		购买方开户行及账号: '渝江银行观月支行 6700019283746150',
		销售方名称: '重庆众驰汽车维修有限公司',
		销售方识别号: taxId('500112', '76590831'),
		'销售方地址、电话': '重庆市渝北区翠渝路408号 023-00825516',
		销售方开户行及账号: '巴山商业银行翠渝支行 5001082201004173',
		合计金额: amount,
		合计税额: tax,
		'合计金额(大写)': inWords(total, '圆'),
		'合计金额(小写)': total,
		收款人: '蒋莉',
		复核: '冉勇',
		开票人: '田小芸',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '国家税务总局',
				bottom: '重庆市税务局',
				left: 740,
				upper: 30,
				width: 220,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(entry('发票代码:', f.发票代码), entry('发票号码:', f.发票号码)),
			spread(
				entry('校验码:', (f.校验码.match(/.{5}/g) ?? []).join(' ')),
				entry('开票日期:', f.日期),
			),
			party('购买方', labels, [
				f.购买方名称,
				f.购买方识别号,
				f['购买方地址、电话'],
				f.购买方开户行及账号,
			]),
			grid(
				['货物或应税劳务、服务名称', '规格型号', '单位', '数量', '单价', '金额', '税率', '税额'],
				[...f.items, ['合计', '', '', '', '', `¥${f.合计金额}`, '', `¥${f.合计税额}`]],
			),
			`<div class="total">${spread(
				entry('价税合计(大写)  ', `⊗${f['合计金额(大写)']}`),
				entry('(小写) ', `¥${f['合计金额(小写)']}`),
			)}</div>`,
			party('销售方', labels, [
				f.销售方名称,
				f.销售方识别号,
				f['销售方地址、电话'],
				f.销售方开户行及账号,
			]),
			spread(
				entry('收款人:', f.收款人),
				entry('复核:', f.复核),
				entry('开票人:', f.开票人),
				entry('销售方:(章)'),
			),
			seal({
				top: f.销售方名称,
				middle: f.销售方识别号,
				bottom: '发票专用章',
				left: 1180,
				upper: 760,
				width: 290,
				tilt: 6,
			}),
		].join(''),
});
