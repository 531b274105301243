import { readInvoice } from '../../src/documents/invoice.mts';
import { stackedHalves } from '../../src/documents/table/halves.mts';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import { pageOf } from '../../testing/documents/page.mts';

const valuesIn = (text: string, name: string) =>
	readInvoice(pageOf(text))
		.filter((field) => field.name === name)
		.map(({ value }) => value);

describe('a table whose columns stand twice', () => {
	const [head, ...rows] = rowsOf(
		pageOf(`费用项目        金额(元)    费用项目        金额(元)
月租费             36.00    短信费              5.00
来电显示            6.00`),
	);

	it('is read half by half', () => {
		const stacked = stackedHalves(head, rows);
		expect(stacked?.columns.map(({ role }) => role)).toEqual(['name', 'amount']);
		expect(stacked?.rows.map(({ text }) => text)).toEqual([
			'月租费 36.00',
			'短信费 5.00',
			'来电显示 6.00',
		]);
	});

	it('has all its heads twice', () => {
		const [other] = rowsOf(pageOf('项目    数量    单价    金额'));
		expect(stackedHalves(other, rows)).toBeUndefined();
	});
});

describe('a table in two parts', () => {
	const text = (sum: string) => `
新疆通用机打发票
材料名称            数量      单价      金额
机油                   2     50.00    100.00
材料费小计                            ${sum}
维修项目                              工时费
四轮定位                               60.00
工时费小计                             60.00
合计金额（大写）壹佰陆拾元整       （小写）￥160.00
`;
	const name = '货物或应税劳务、服务名称';

	it('goes on behind the sum of the first', () => {
		expect(valuesIn(text('100.00'), name)).toEqual(['机油', '四轮定位']);
		expect(valuesIn(text('100.00'), '金额')).toEqual(['100.00', '60.00']);
	});

	it('ends where the sum is another', () => {
		expect(valuesIn(text('900.00'), name)).toEqual(['机油']);
	});
});

test('an empty label above a table is given no head of a column', () => {
	const text = `
江苏增值税电子普通发票
购 名 称:南京江宁远航贸易有限公司
买 纳税人识别号:91320115MA1MWX4N2J
方 地址、电话:
  开户行及账号:
项目名称            数量      单价      金额    税率    税额
*餐饮服务*工作餐       2     50.00    100.00      6%    6.00
`;
	expect(valuesIn(text, '购买方开户行及账号')).toEqual([]);
});

test('millilitres in a specification are no digits', () => {
	const text = `项目      规格      数量    单价      金额
白酒      500m1        2    50.00    100.00`;
	expect(valuesIn(text, '规格型号')).toEqual(['500ml']);
});
