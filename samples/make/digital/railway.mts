import { invoice, type SampleDocument } from '../document.mts';
import { line, spread } from '../html.mts';
import { entry, formStyle, seal } from '../invoices/forms.mts';
import { taxId } from '../taxid.mts';

const style = `
	${formStyle('#333')}
	.paper { padding: 60px 70px 50px; height: 1000px; font: 30px 'Noto Sans CJK SC', sans-serif; background: #fff; color: #111; }
	.title { font-size: 46px; padding-bottom: 26px; }
	.stations { display: grid; grid-template-columns: 1fr 1fr 1fr; text-align: center; font-size: 44px; padding: 36px 0 20px; }
	.stations .train { font-size: 38px; border-bottom: 3px solid #333; }
	.paper > .spread { line-height: 2.1; }
	.foot { border-top: 2px dashed #777; margin-top: 30px; padding-top: 20px; color: #555; font-size: 25px; }
`;

const traveller = { name: '尉迟云', idNumber: '4201061988****2931' };

/** An electronic ticket of the railway (铁路电子客票): who travels is no part of any goods. */
export const railway: SampleDocument = invoice({
	id: 'd08-railway',
	width: 1600,
	style,
	fields: {
		发票名称: '电子发票（铁路电子客票）',
		发票号码: '25429165842000137064',
		日期: '2025年07月02日',
		购买方名称: '武汉长风水务工程有限公司',
		购买方识别号: taxId('420106', '68542097'),
		'合计金额(小写)': '264.50',
	},
	body: (fields) =>
		[
			line(fields.发票名称, 'title'),
			spread(entry('发票号码：', fields.发票号码), entry('开票日期：', fields.日期)),
			'<div class="stations"><span>武汉站</span><span class="train">G1712</span><span>长沙南站</span></div>',
			spread('2025年06月30日 08:41开', '07车12F号', '二等座'),
			spread(entry('票价：', `￥${fields['合计金额(小写)']}`), ''),
			spread(`${traveller.idNumber}　${traveller.name}`, ''),
			spread('电子客票号：6584231570630912573462025', ''),
			spread(
				entry('购买方名称：', fields.购买方名称),
				entry('统一社会信用代码：', fields.购买方识别号),
			),
			line('买票请到12306 发货请到95306　中国铁路祝您旅途愉快', 'foot'),
			seal({
				top: '全国统一发票监制章',
				middle: '国家税务总局',
				bottom: '湖北省税务局',
				left: 700,
				upper: 90,
				width: 200,
			}),
		].join(''),
});
