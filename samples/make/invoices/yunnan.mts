import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({ name: '花岗岩板材', unit: '平方米', quantity: '86.4', unitPrice: '128.00' }),
	item({ name: '云石胶', unit: '桶', quantity: '7', unitPrice: '45.55' }),
];
const total = amountOf(items);

export const yunnan = invoice({
	id: 'i05-yunnan',
	width: 1580,
	style: `
		${formStyle('#2f6b4a')}
		.paper { padding: 50px 80px 60px; font: 30px 'AR PL UKai CN', serif; line-height: 1.6; background: #f6fbf5; color: #17171f; }
		.title { font: 52px 'AR PL UMing CN', serif; letter-spacing: 10px; line-height: 1.4; }
		.copy { font-size: 34px; }
		.typed, td { font-family: 'Noto Sans Mono CJK SC', monospace; font-size: 28px; }
		.frame { border: 2px solid #2f6b4a; padding: 10px 24px; margin: 12px 0; }
		.grid { border-top: 2px solid #2f6b4a; border-bottom: 2px solid #2f6b4a; margin: 10px 0; table-layout: fixed; }
		.grid :is(th, td) { border-left: 2px solid #2f6b4a; padding: 4px 14px; width: 15%; }
		.grid :is(th, td):first-child { border-left: 0; width: 40%; }
		.grid th { text-align: center; }
		.grid td:nth-child(n + 3) { text-align: right; }
	`,
	fields: {
		发票名称: '云南省国家税务局通用机打发票',
		发票代码: '153001722031',
		发票号码: '40176523',
		日期: '2017-05-09',
		时间: '14:22:05',
		购买方名称: '昆明筑境装饰工程有限公司',
		购买方识别号: taxId('530112', 'MA6K8W1Q'),
		销售方名称: '大理苍山石材有限责任公司',
		销售方识别号: taxId('532901', '68725104'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '杨雪梅',
		复核: '段志刚',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '云 南',
				bottom: '国家税务局监制',
				left: 670,
				upper: 44,
				width: 240,
				tilt: -3,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(entry('机打代码:', f.发票代码), entry('发票代码:', f.发票代码)),
			spread(entry('机打号码:', f.发票号码), entry('发票号码:', f.发票号码)),
			spread(
				entry('开票日期:', f.日期),
				entry('开票时间:', f.时间),
				entry('机器编号:', '5301220917'),
			),
			'<div class="frame">',
			spread(entry('购货单位:', f.购买方名称), entry('税号:', f.购买方识别号)),
			grid(
				['商品名称', '单位', '数量', '单价', '金额'],
				f.items.map(([name, , unit, quantity, price, amount]) => [
					name,
					unit,
					quantity,
					price,
					amount,
				]),
			),
			spread(
				entry('金额合计(大写):', `⊗${f['合计金额(大写)']}`),
				entry('(小写):', `¥${f['合计金额(小写)']}`),
			),
			'</div>',
			spread(entry('销货单位:', f.销售方名称), entry('税号:', f.销售方识别号)),
			spread(entry('开票人:', f.开票人), entry('复核:', f.复核), entry('销货单位(章)')),
		].join(''),
});
