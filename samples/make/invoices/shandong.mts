import { inWords } from '../amounts.mts';
import { invoice } from '../document.mts';
import { line } from '../html.mts';
import { taxId } from '../taxid.mts';
import { formStyle, grid, seal } from './forms.mts';
import { amountOf, item } from './items.mts';

const items = [
	item({
		name: '不锈钢球阀',
		specification: 'DN25',
		unit: '只',
		quantity: '24',
		unitPrice: '36.80',
	}),
	item({ name: '镀锌钢管', specification: '6分', unit: '米', quantity: '60', unitPrice: '11.25' }),
	item({ name: '生料带', unit: '卷', quantity: '10', unitPrice: '1.50' }),
];
const total = amountOf(items);

/** The form is pre-printed; the printer's text is a layer of its own, shifted against it. */
const typed = (left: number, top: number, text: string) =>
	`<span class="typed" style="left:${left}px;top:${top}px">${text}</span>`;
const printed = (left: number, top: number, text: string) =>
	`<span class="form" style="left:${left}px;top:${top}px">${text}</span>`;

export const shandong = invoice({
	id: 'i04-shandong-shifted',
	width: 1640,
	style: `
		${formStyle('#7a5a2c')}
		.paper { height: 1010px; font: 30px 'AR PL UKai CN', serif; background: #fbf8ee; }
		.title { padding-top: 44px; font-size: 52px; letter-spacing: 6px; }
		.copy { font-size: 34px; }
		.form, .layer, .typed { position: absolute; }
		.form { color: #7a5a2c; }
		.layer { left: 16px; top: 11px; right: 40px; height: 960px; transform: rotate(0.35deg); color: #2b2b52; font-family: 'Liberation Mono', 'AR PL SungtiL GB', monospace; -webkit-mask-image: radial-gradient(circle, #000 58%, rgba(0,0,0,0.35) 72%); -webkit-mask-size: 3px 3px; -webkit-text-stroke: 0.7px; }
		.frame { position: absolute; left: 70px; right: 70px; top: 300px; height: 590px; border: 3px solid #7a5a2c; }
		.layer table { position: absolute; left: 84px; top: 488px; width: 1390px; }
		.layer td { padding: 5px 0; width: 150px; }
		.layer td:first-child { width: 380px; }
		.layer td:nth-child(2) { width: 260px; }
		.layer td:nth-child(n + 4) { text-align: right; width: 190px; }
		.layer th { display: none; }
		.bar { position: absolute; left: 70px; right: 70px; border-top: 2px solid #7a5a2c; }
	`,
	fields: {
		发票名称: '山东省国家税务局通用机打平推式发票',
		发票代码: '137071612345',
		发票号码: '21750938',
		日期: '2016-11-03',
		购买方名称: '个人',
		销售方名称: '潍坊市宏盛五金水暖批发部',
		销售方识别号: taxId('370704', 'MA3C5R6W'),
		'合计金额(大写)': inWords(total),
		'合计金额(小写)': total,
		开票人: '李秀芝',
		items,
	},
	body: (f) =>
		[
			seal({
				top: '全国统一发票监制章',
				middle: '山 东',
				bottom: '国家税务局监制',
				left: 705,
				upper: 26,
				width: 230,
			}),
			line(f.发票名称, 'title'),
			line('发票联', 'copy'),
			printed(90, 196, '开票日期'),
			printed(1090, 172, '发票代码'),
			printed(1090, 222, '发票号码'),
			'<div class="frame"></div>',
			printed(90, 316, '付款方名称'),
			printed(90, 368, '收款方名称'),
			printed(800, 368, '收款方税号'),
			...[424, 476, 768, 828].map((top) => `<div class="bar" style="top:${top}px"></div>`),
			printed(100, 432, '品 名'),
			printed(480, 432, '规格型号'),
			printed(740, 432, '单位'),
			printed(960, 432, '数量'),
			printed(1150, 432, '单价'),
			printed(1330, 432, '金额(元)'),
			printed(90, 778, '合计(大写)'),
			printed(1050, 778, '小写'),
			printed(90, 838, '开票人'),
			printed(700, 838, '收款单位(盖章)'),
			printed(1300, 910, '手写无效'),
			'<div class="layer">',
			typed(232, 186, f.日期),
			typed(1240, 162, f.发票代码),
			typed(1240, 212, f.发票号码),
			typed(262, 306, f.购买方名称),
			typed(262, 358, f.销售方名称),
			typed(962, 358, f.销售方识别号),
			grid(
				[],
				f.items.map((columns) => columns.slice(0, 6)),
			),
			typed(262, 768, f['合计金额(大写)']),
			typed(1160, 768, `￥${f['合计金额(小写)']}`),
			typed(216, 828, f.开票人),
			'</div>',
		].join(''),
	photo: { desk: 'stone' },
});
