import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line, spread } from '../html.mts';
import { taxId } from '../taxid.mts';
import { entry, formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({
		name: '激光打印机',
		specification: 'LP-2210D',
		unit: '台',
		quantity: '2',
		unitPrice: '1280.00',
	}),
	item({ name: '硒鼓', specification: 'T-410', unit: '支', quantity: '6', unitPrice: '168.50' }),
	item({ name: '复印纸', specification: 'A4 70g', unit: '箱', quantity: '5', unitPrice: '115.00' }),
];
const total = amountOf(items);

export const hubei = invoice({
	id: 'i01-hubei',
	width: 1620,
	style: `
		${formStyle('#8c3b2e')}
		.paper { padding: 60px 76px 70px; font: 31px 'AR PL UMing CN', serif; line-height: 1.5; background: #fdfcf6; }
		.title { font-size: 54px; letter-spacing: 8px; }
		.copy { font-size: 40px; margin-bottom: 20px; }
		.typed, td { color: #23305e; font-family: 'AR PL SungtiL GB', 'AR PL UMing CN'; -webkit-text-stroke: 0.4px; }
		.number { color: #c23; font-family: 'Liberation Serif'; font-size: 36px; }
		.frame { border: 3px solid #8c3b2e; margin: 14px 0; }
		.frame > div { padding: 8px 18px; border-bottom: 2px solid #8c3b2e; }
		.frame > div:last-child { border-bottom: 0; }
		.frame > .rows { padding: 0; min-height: 300px; }
		.grid th { padding: 8px 18px; border-bottom: 2px solid #8c3b2e; }
		.grid td { padding: 6px 18px; }
		.grid :is(th, td):nth-child(n + 4) { text-align: right; }
	`,
	fields: {
		发票名称: '湖北省国家税务局通用机打发票',
		发票代码: '142001513021',
		发票号码: '00538761',
		日期: '2015-12-18',
		行业分类: '商业零售',
		购买方名称: '武汉澜图测绘技术有限公司',
		购买方识别号: taxId('420111', 'MA4KQ7T2'),
		销售方名称: '武汉恒立信办公设备有限公司',
		销售方识别号: taxId('420106', '30358812'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '何敏',
		收款人: '周国强',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '湖 北',
				bottom: '国家税务局监制',
				left: 690,
				upper: 34,
				width: 240,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			spread(
				entry('开票日期:', f.日期),
				`${entry('发票代码 ')}<span class="number">${f.发票代码}</span>`,
			),
			spread(
				entry('行业分类:', f.行业分类),
				`${entry('发票号码 ')}<span class="number">${f.发票号码}</span>`,
			),
			'<div class="frame">',
			line(entry('付款单位名称:', f.购买方名称)),
			line(entry('付款单位识别号:', f.购买方识别号)),
			`<div class="rows">${grid(
				['货物或劳务名称', '规格型号', '单位', '数量', '单价', '金额'],
				f.items.map((columns) => columns.slice(0, 6)),
			)}</div>`,
			line(
				spread(entry('合计人民币(大写):', f['合计金额(大写)']), entry('￥', f['合计金额(小写)'])),
			),
			line(entry('收款单位名称:', f.销售方名称)),
			line(entry('收款单位识别号:', f.销售方识别号)),
			'</div>',
			spread(entry('收款人:', f.收款人), entry('开票人:', f.开票人), entry('收款单位(盖章有效)')),
			seal({
				top: f.销售方名称,
				middle: '发票专用章',
				left: 1190,
				upper: 830,
				width: 300,
				tilt: -9,
			}),
		].join(''),
	photo: { desk: 'wood' },
});
