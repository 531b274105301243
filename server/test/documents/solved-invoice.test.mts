import type { InvoiceField } from '../../src/documents/invoice.mts';
import { itemColumns } from '../../src/documents/invoice/line-item.mts';
import { invoiceOptions } from '../../testing/why/invoice-options.mts';
import { readPage } from '../../src/documents/kinds/invoice/read.mts';
import { invoiceWeights } from '../../src/documents/score/learned.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { PictureError } from '../../src/page/picture-error.mts';
import type { Page } from '../../src/page/types.mts';
import { hostilePages } from '../../testing/documents/hostile-pages.mts';
import { pageOf } from '../../testing/documents/page.mts';

const read = readInvoice;

const sheet = `
                上海增值税电子普通发票          发票代码：031002100211
                                              发票号码：40718263
                                              开票日期：2021年09月14日
购  名    称：上海长宁云栖软件有限公司
买  纳税人识别号：91310105MA1FW7K35D
货物或应税劳务、服务名称   规格型号  单位  数量   单价     金额    税率   税额
*住宿服务*住宿费                      天     2  200.00   400.00     6%   24.00
*餐饮服务*餐费                        次     1  100.00   100.00     6%    6.00
    合        计                                        ￥500.00        ￥30.00
价税合计（大写）      伍佰叁拾圆整                  （小写）￥530.00
销  名    称：上海虹桥望江酒店管理有限公司
售  纳税人识别号：91310112MA1GBXJT5F
`;

const valueIn = (fields: readonly InvoiceField[], name: string) =>
	fields.find((field) => field.name === name)?.value;

it('serves the documented fields first and always, then further ones, then the goods', () => {
	const fields = read(pageOf(sheet));
	expect(fields.slice(0, 10).map(({ name }) => name)).toEqual([
		'发票代码',
		'发票号码',
		'日期',
		'校验码',
		'购买方名称',
		'购买方识别号',
		'销售方名称',
		'销售方识别号',
		'合计金额(大写)',
		'合计金额(小写)',
	]);
	expect(fields.slice(-16).map(({ name }) => name)).toEqual(
		[0, 1].flatMap(() => itemColumns.map(([, name]) => name)),
	);
	expect(fields[3]).toEqual({ name: '校验码', value: '', confidence: 0, location: null });
});

it('serves where each value stands, by the characters that it was read from', () => {
	const fields = read(pageOf(sheet));
	const boxOf = (name: string) => fields.find((field) => field.name === name)!.location!.box;
	const [number, buyer, seller] = ['发票号码', '购买方名称', '销售方名称'].map(boxOf);
	expect(number[1]).toBeLessThan(buyer[1]);
	expect(buyer[1]).toBeLessThan(seller[1]);
	expect(boxOf('合计金额')[0]).toBeLessThan(boxOf('合计税额')[0]);
	const [first, second] = fields.filter(({ name }) => name === '金额');
	expect(second.location!.box[1]).toBeGreaterThan(first.location!.box[1]);
});

/** The page with less confidence in the digit 8 of a figure. */
const doubting = (page: Page, figure: string): Page => ({
	...page,
	boxes: page.boxes.map((box) => ({
		...box,
		glyphs: box.text.includes(figure)
			? box.glyphs.map((glyph) => (glyph.char === '8' ? { ...glyph, confidence: 0.5 } : glyph))
			: box.glyphs,
	})),
});

it('takes the total that the words and the sums apart make, where its figures were misread by a doubtful digit', () => {
	const misread = pageOf(sheet.replace('￥530.00', '￥580.00'));
	expect(valueIn(read(doubting(misread, '580.00')), '合计金额(小写)')).toBe('530.00');
	expect(valueIn(read(misread), '合计金额(小写)')).toBe('580.00');
});

it('serves no amount that the page does not have in figures', () => {
	const fields = read(pageOf(sheet.replace('（小写）￥530.00', '')));
	expect(valueIn(fields, '合计金额(小写)')).toBe('');
});

it('is as sure of what the heading tells as of the heading', () => {
	const fields = read(pageOf(sheet));
	const sureOf = (name: string) => fields.find((field) => field.name === name)?.confidence;
	expect(valueIn(fields, '种类')).toBe('增值税电子普通发票');
	expect([sureOf('种类'), sureOf('省')]).toEqual([sureOf('发票名称'), sureOf('发票名称')]);
});

it('tells the parties apart where the word for each is lost', () => {
	const lost = sheet.replaceAll(/^[购买销售] /gmu, '  ');
	const fields = read(pageOf(lost));
	expect(valueIn(fields, '购买方识别号')).toBe('91310105MA1FW7K35D');
	expect(valueIn(fields, '销售方名称')).toBe('上海虹桥望江酒店管理有限公司');
});

const taxi = `
        厦门市出租汽车统一发票
发票代码:135022078003
发票号码:61840937
单位:厦门鹭岛金桥出租汽车有限公司
车号:闽D·T6021
证号:350211
日期:2020-10-17
上车:08:15
下车:08:42
单价:2.40元
里程:13.1KM
等候:00:03:00
金额:38.00元
`;

it('reads the roll of a taxi as a kind of its own: the carrier is the seller, the ride no goods', () => {
	const page = pageOf(taxi);
	expect(readPage(page).kind.id).toBe('taxi');
	const fields = read(page);
	expect(valueIn(fields, '销售方名称')).toBe('厦门鹭岛金桥出租汽车有限公司');
	expect(valueIn(fields, '购买方名称')).toBe('');
	expect(valueIn(fields, '合计金额(小写)')).toBe('38.00');
	expect(fields.some(({ name }) => name === '单价')).toBe(false);
});

it('knows the roll of a taxi without its heading, by what is said of the ride', () => {
	const kindOf = (text: string) => readPage(pageOf(text)).kind.id;
	expect(kindOf(taxi.replace('厦门市出租汽车统一发票', ''))).toBe('taxi');
	expect(kindOf(sheet)).toBe('invoice');
});

it.each(['发票号码', '发票名称', '购买方识别号', '销售方名称', '合计税额'])(
	'tells what %s can be and why: what is served has the most that speaks for it',
	(name) => {
		const page = pageOf(sheet);
		const options = invoiceOptions(readPage(page), name, invoiceWeights)
			.filter(({ row }) => row !== undefined)
			.map(({ text, describe }) => ({ text, score: invoiceWeights.score(describe) }));
		const [best] = options.sort((a, b) => b.score - a.score);
		expect(best.text).toBe(valueIn(read(page), name));
	},
);

/** Of the processor; the worst takes a third of it where nothing else runs. */
const mostSeconds = 10;

/** One of each kind of page: what differs between the others is the sign in them. */
const everyKind = Object.keys(hostilePages).filter((_, i) => i % 16 === 0);

it.each(everyKind)(
	`reads the fullest page within ${mostSeconds} seconds or refuses it: %s`,
	(name) => {
		const page = hostilePages[name](2000);
		const started = process.cpuUsage();
		try {
			read(page);
		} catch (error) {
			expect(error).toBeInstanceOf(PictureError);
		}
		const { user, system } = process.cpuUsage(started);
		expect((user + system) / 1e6).toBeLessThan(mostSeconds);
	},
);
