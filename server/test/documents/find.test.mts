import { charsBelow } from '../../src/documents/below.mts';
import { findLabels, valueChars } from '../../src/documents/find.mts';
import { rowsOf, textOf } from '../../src/documents/layout/rows.mts';
import { lexiconOf, lookUp } from '../../src/documents/lexicon/labels.mts';
import { receiptLexicon } from '../../src/documents/lexicon/receipt-labels.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** [field, value] of every label on a page. */
function pairs(text: string) {
	const rows = rowsOf(pageOf(text));
	const labels = rows.map((row, i) => findLabels(row, i, receiptLexicon));
	return labels.flat().map((label) => {
		const own = valueChars(rows, label);
		const value = own.length > 0 ? own : charsBelow(rows, labels, label);
		return [label.entry?.field, textOf(value)];
	});
}

describe('labels', () => {
	test.each([
		['小票号:0023180745', 'receiptNumber', '0023180745'],
		['合 计              162.22', 'total', '162.22'],
		['合    计            162.22', 'total', '162.22'],
		['应收合计（元）：162.22', 'total', '162.22'],
		['合计(3件):120.00', 'total', '120.00'],
		['微信支付70.00', 'tender', '70.00'],
		['开票员Issued by: 012', 'employee', '012'],
		['本店收银员：张三', 'employee', '张三'],
		['线上订单号:88', 'receiptNumber', '88'],
		['厨房单号 0482', 'receiptNumber', '0482'],
		['收銀員: 07', 'employee', '07'],
		['I    号: 008', 'employee', '008'],
		['周末立减      20.00', 'discount', '20.00'],
		['单001203451288', 'receiptNumber', '001203451288'],
		['终端:KIOSK-04', 'machine', 'KIOSK-04'],
		['咖啡机编号:Z03', 'machine', 'Z03'],
	])('%s', (line, field, value) => {
		expect(pairs(line)).toEqual([[field, value]]);
	});

	test('two pairs in one row', () => {
		expect(pairs('机号:0312        收银员:8806')).toEqual([
			['machine', '0312'],
			['employee', '8806'],
		]);
		expect(pairs('应收:25.00实收:30.00找零:5.00')).toEqual([
			['payable', '25.00'],
			['paid', '30.00'],
			['change', '5.00'],
		]);
	});

	test('a word of one character is a label with its colon only', () => {
		expect(pairs('机:0012 员:30417 单:001203451288')).toEqual([
			['machine', '0012'],
			['employee', '30417'],
			['receiptNumber', '001203451288'],
		]);
		expect(pairs('95号 汽油      200.00')).toEqual([]);
		expect(pairs('满50减10元券 2张')).toEqual([]);
		expect(pairs('减:10.00')).toEqual([['discount', '10.00']]);
	});

	test('a number of anything is not the number of the slip', () => {
		expect(pairs('样品编号:77')).toEqual([[undefined, '77']]);
		expect(pairs('编号:77')).toEqual([['receiptNumber', '77']]);
	});

	test('a bilingual label has the value behind its last word', () => {
		expect(pairs('合计 TOTAL:      99.00')).toContainEqual(['total', '99.00']);
		expect(pairs('现金 CASH      100.00\n找零 CHANGE      1.00')).toContainEqual([
			'change',
			'1.00',
		]);
	});

	test('values in the row below, column by column', () => {
		expect(pairs('机号      收银员      小票号\n0312      8806        00231')).toEqual([
			['machine', '0312'],
			['employee', '8806'],
			['receiptNumber', '00231'],
		]);
	});

	test('a word that begins like a label is none', () => {
		expect(pairs('现金龙鱼油5L      69.90')).toEqual([]);
		expect(pairs('优惠装牙膏      9.90')).toEqual([]);
		expect(pairs('合计数量:8')).toEqual([['itemCount', '8']]);
	});

	test('an unknown label ends the value before it', () => {
		expect(pairs('单号:0012 某某项目:77')).toEqual([
			['receiptNumber', '0012'],
			[undefined, '77'],
		]);
	});

	test('what a label means does not follow from its end where another word changes it', () => {
		expect(pairs('可退余额合计:50.00')).toEqual([[undefined, '50.00']]);
	});

	test('one doubtful character may be wrong in a long label', () => {
		const page = pageOf('实收全额:100.00');
		const sure = rowsOf(page);
		expect(findLabels(sure[0], 0, receiptLexicon)[0].entry?.field).not.toBe('paid');
		page.boxes[0].glyphs[2].confidence = 0.6;
		const doubtful = rowsOf(page);
		expect(findLabels(doubtful[0], 0, receiptLexicon)[0].entry?.field).toBe('paid');
	});
});

describe('a lexicon', () => {
	const lexicon = lexiconOf(
		[
			{ field: 'a', kind: 'amount', rank: 1, labels: ['合计', 'Total'] },
			{ field: 'b', kind: 'code', rank: 2, labels: ['合计', '单号'] },
		],
		{ prefixes: ['本次'], suffixes: { amount: ['金额'], code: ['码'] } },
	);

	test('the earlier group counts, letters have no case', () => {
		expect(lookUp(lexicon, '合计')?.field).toBe('a');
		expect(lookUp(lexicon, 'TOTAL')?.field).toBe('a');
	});

	test('words around a label do not change it', () => {
		expect(lookUp(lexicon, '本次合计金额')?.field).toBe('a');
		expect(lookUp(lexicon, '单号码')?.field).toBe('b');
		expect(lookUp(lexicon, '单号金额')).toBeUndefined();
		expect(lookUp(lexicon, '上次合计')).toBeUndefined();
	});
});
