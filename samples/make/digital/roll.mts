import { inWords } from '../amounts.mts';
import { invoice, type SampleDocument } from '../document.mts';
import { line, spread } from '../html.mts';
import { entry, formStyle, grid } from '../invoices/forms.mts';
import { amountOf, item } from '../invoices/items.mts';
import { taxId } from '../taxid.mts';

const style = `
	${formStyle('#5a3a7a')}
	.paper { padding: 40px 36px 60px; font: 28px 'Noto Sans CJK SC', sans-serif; background: #fff; color: #111; }
	.title { font-size: 36px; padding-bottom: 6px; }
	.entry { line-height: 1.75; }
	.grid { margin: 12px 0; border-top: 2px dashed #555; border-bottom: 2px dashed #555; }
	.grid th, .grid td { padding: 4px 2px; text-align: right; }
	.grid :is(th, td):first-child { text-align: left; }
`;

const items = [
	item({ name: '套餐A', quantity: '2', unitPrice: '38.00' }),
	item({ name: '酸梅汤', quantity: '2', unitPrice: '9.00' }),
	item({ name: '米饭', quantity: '3', unitPrice: '2.00' }),
];
const total = amountOf(items);

/** A VAT ordinary invoice on a roll (卷票): prices with their tax, one below the other. */
export const roll: SampleDocument = invoice({
	id: 'd09-roll',
	width: 720,
	style,
	fields: {
		发票名称: '安徽增值税普通发票（卷票）',
		发票代码: '034002000107',
		发票号码: '71630842',
		日期: '2022年08月19日',
		销售方名称: '合肥逍遥津小馆餐饮店',
		销售方识别号: taxId('340104', 'MA2TQ6K5', '92'),
		购买方名称: '安徽淮上生态农业有限公司',
		购买方识别号: taxId('340103', 'MA2RN8W4'),
		校验码: '60418273590672148395',
		'合计金额(大写)': inWords(total, '圆'),
		'合计金额(小写)': total,
		items,
	},
	body: (fields) =>
		[
			line(fields.发票名称, 'title'),
			line('发票联', 'copy'),
			...[
				['发票代码：', fields.发票代码],
				['发票号码：', fields.发票号码],
				['机打号码：', fields.发票号码],
				['机器编号：', '661704058213'],
				['销售方名称：', fields.销售方名称],
				['纳税人识别号：', fields.销售方识别号],
				['开票日期：', fields.日期],
				['收款员：', '石榴'],
				['购买方名称：', fields.购买方名称],
				['纳税人识别号：', fields.购买方识别号],
			].map(([label, value]) => line(entry(label, value), 'entry')),
			grid(
				['项目', '数量', '单价', '金额'],
				fields.items.map(([name, , , quantity, price, amount]) => [name, quantity, price, amount]),
			),
			line(entry('合计金额（小写）：', `￥${total}`), 'entry'),
			line(entry('合计金额（大写）：', fields['合计金额(大写)']), 'entry'),
			line(entry('校验码：', fields.校验码), 'entry'),
			spread('销售方：（章）', ''),
		].join(''),
});
