import { join } from 'node:path';
import { rowsOf } from '../../src/documents/layout/rows.mts';
import { otherPaper, type Paper } from '../../src/documents/paper.mts';
import { signsOf } from '../../src/worker/reading.mts';
import { fixtureFiles } from '../../testing/documents/fixtures.mts';
import { pageOf } from '../../testing/documents/page.mts';

const fixtures = fixtureFiles(join(__dirname, '../../testing/documents/slips')).flatMap(
	(file) => file.fixtures,
);
const other = (kind: string): Paper => (kind === 'invoice' ? 'receipt' : 'invoice');

it('takes no layout of an invoice or a receipt for the other kind', () => {
	const taken = fixtures.filter(({ text, truth }) =>
		otherPaper(rowsOf(pageOf(text)), truth.kind as Paper),
	);
	expect(taken.map(({ truth }) => truth.id)).toEqual([]);
});

it.each(['invoice', 'receipt'])(
	'tells that an %s was given to the other API: 98 of 100',
	(kind) => {
		const all = fixtures.filter(({ truth }) => truth.kind === kind);
		const told = all.filter(({ text }) => otherPaper(rowsOf(pageOf(text)), other(kind)) === kind);
		expect(told.length / all.length).toBeGreaterThan(0.98);
	},
);

const slip = `
      惠民便利店
单号:00123   收银员:07
品名      数量   单价   金额
牛奶        2    3.50    7.00
合计:7.00
实收:10.00   找零:3.00
    谢谢惠顾
    扫码开具发票
`;
const invoice = `
        广东通用机打发票
发票代码:144002311230     发票号码:00123456
开票日期:2024-03-05
付款方名称:深圳市某某科技有限公司
收款方名称:广州市某某餐饮有限公司
项目        数量   单价   金额
餐费          1   88.00   88.00
合计金额(大写):捌拾捌元整     ￥88.00
`;

it.each<[Paper, string, Paper]>([
	['invoice', slip, 'receipt'],
	['receipt', invoice, 'invoice'],
])('tells of what kind a page is that the %s API was not asked for', (asked, text, kind) => {
	expect(signsOf(pageOf(text), asked)).toEqual({ kind });
});

it.each<[Paper, string]>([
	['receipt', slip],
	['invoice', invoice],
	['receipt', ''],
	['invoice', ''],
	['invoice', '惠民便利店'],
])(
	'says nothing of the kind of a page that the %s API was asked for, or that shows none',
	(asked, text) => expect(signsOf(pageOf(text), asked)).toEqual({}),
);
