import { inWords } from '../../../samples/make/amounts.mts';
import { invoice } from '../../../samples/make/document.mts';
import { line, spread } from '../../../samples/make/html.mts';
import { entry, formStyle, grid, seal } from '../../../samples/make/invoices/forms.mts';
import { amountOf, item } from '../../../samples/make/invoices/items.mts';
import { taxId } from '../../../samples/make/taxid.mts';

const items = [
	item({ name: '大巴租赁(45座)', quantity: '2', unitPrice: '1350.00' }),
	item({ name: '导游讲解', quantity: '3', unitPrice: '260.00' }),
];
const total = amountOf(items);

export const guangxi = invoice({
	id: 'mi03-guangxi',
	width: 1480,
	style: `
		${formStyle('#4b3f86')}
		.paper { padding: 46px 60px 56px; font: 30px 'Noto Serif CJK SC', serif; line-height: 1.5; background: #fdfdff; }
		.title { font-size: 44px; font-weight: 600; }
		.copy { font-size: 30px; }
		.typed, td { color: #23232b; font-family: 'AR PL UMing CN', serif; -webkit-text-stroke: 0.5px; }
		.box { border: 3px solid #4b3f86; padding: 10px 20px; margin: 12px 0; }
		.grid th { border-bottom: 2px dashed #4b3f86; }
		.grid td { padding: 4px 0; }
	`,
	fields: {
		发票名称: '广西壮族自治区地方税务局通用机打发票',
		发票代码: '245001609317',
		发票号码: '00714258',
		日期: '2016年05月08日',
		购买方名称: '南宁市邕江中学',
		购买方识别号: taxId('450103', '49857016', '12'),
		销售方名称: '桂林漓畔旅游客运有限公司',
		销售方识别号: taxId('450305', '07193382'),
		'合计金额(大写)': inWords(total, '圆'),
		'合计金额(小写)': total,
		开票人: '韦春桃',
		收款人: '莫海燕',
		备注: '4月29日至5月1日研学',
		items,
	},
	body: (f) =>
		[
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			line(entry('发票代码：', f.发票代码), 'right'),
			line(entry('发票号码：', f.发票号码), 'right'),
			line(entry('填开日期：', f.日期)),
			'<div class="box">',
			spread(entry('客户名称：', f.购买方名称), entry('客户税号：', f.购买方识别号)),
			'</div><div class="box">',
			grid(
				['服务项目', '数量', '单价', '金额'],
				f.items.map(([name, , , quantity, price, amount]) => [name, quantity, price, amount]),
			),
			'</div><div class="box">',
			spread(
				entry('合计人民币（大写）', f['合计金额(大写)']),
				entry('（小写）￥', f['合计金额(小写)']),
			),
			line(entry('备注：', f.备注)),
			'</div><div class="box">',
			line(entry('开票单位：', f.销售方名称)),
			line(entry('开票单位税号：', f.销售方识别号)),
			'</div>',
			spread(entry('开票人：', f.开票人), entry('收款人：', f.收款人), entry('开票单位盖章')),
			seal({
				top: f.销售方名称,
				middle: '发票专用章',
				left: 1010,
				upper: 650,
				width: 280,
				tilt: 8,
			}),
		].join(''),
	photo: { desk: 'stone' },
});
