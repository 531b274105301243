import { withWholeLabels } from '../../src/documents/invoice/torn-labels.mts';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import { pageOf } from '../../testing/documents/page.mts';

const wholeRows = (text: string): string[] =>
	withWholeLabels(rowsOf(pageOf(text))).map((row) => row.text);

describe('a label that the narrow cell of a form breaks', () => {
	it.each([
		['the upper row', '增值税税率    17%\n或征收率', ['增值税税率或征收率 17%']],
		['the lower row', '增值税税率\n或征收率      17%', ['增值税税率或征收率 17%']],
		[
			'the middle of three rows',
			'购买方名称及\n身份证号码/    罗先成\n组织机构代码',
			['购买方名称及身份证号码/组织机构代码 罗先成'],
		],
		[
			'the lower row, beside another',
			'纳税人        主管税务\n识别号        机关及代码  区税务局',
			['纳税人识别号 主管税务机关及代码 区税务局'],
		],
	])('is whole where its value stands on %s', (_where, text, rows) => {
		expect(wholeRows(text)).toEqual(rows);
	});

	it.each([
		['with a value each', '地址  城关街3号\n电话  8471122'],
		['that are none together', '地址\n备注  城关街3号'],
	])('is not made of two labels %s', (_how, text) => {
		expect(wholeRows(text)).toEqual(text.split('\n').map((row) => row.replace(/ +/gu, ' ')));
	});
});
