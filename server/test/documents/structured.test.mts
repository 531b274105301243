import { structuredFields } from '../../src/documents/structured.mts';
import {
	lineColumns,
	type StructuredInvoice,
	type StructuredValue,
} from '../../src/files/invoice/structured.mts';
import type { Page } from '../../src/page/types.mts';

const value = (name: string, text: string): StructuredValue => ({
	name,
	value: text,
	place: null,
	isDisputed: false,
});
const sound = {
	发票号码: '24332000000158306471',
	'合计金额(大写)': '壹佰零陆圆整',
	'合计金额(小写)': '106.00',
	合计金额: '100.00',
	合计税额: '6.00',
	备注: '',
};
const row = ['*服务*甲', '', '次', '2', '50', '100.00', '6%', '6.00'];
const invoiceOf = (changes: Record<string, string> = {}, rows = [row]): StructuredInvoice => ({
	fields: Object.entries({ ...sound, ...changes }).map(([name, text]) => value(name, text)),
	lines: rows.map((cells) => cells.map((text, i) => value(lineColumns[i], text))),
});
/** The names whose values are doubted. */
const doubted = (...args: Parameters<typeof structuredFields>): string[] =>
	structuredFields(...args)
		.filter(({ value: text, confidence }) => text !== '' && confidence < 1)
		.map(({ name, confidence }) => `${name} ${confidence}`);

describe('the data of an invoice', () => {
	it('are as sure as can be where they agree', () => {
		expect(doubted(invoiceOf())).toEqual([]);
	});

	it.each<[string, Record<string, string>, string[]]>([
		['the words', { '合计金额(大写)': '壹佰零捌圆整' }, ['合计金额(大写)', '合计金额(小写)']],
		['the tax', { 合计税额: '6.01' }, ['合计金额(小写)', '合计金额', '合计税额', '税额']],
		[
			'the total',
			{ '合计金额(小写)': '1060.00' },
			['合计金额(大写)', '合计金额(小写)', '合计金额', '合计税额'],
		],
	])('are doubted where %s contradict the others', (_, changes, names) => {
		expect(doubted(invoiceOf(changes))).toEqual(names.map((name) => `${name} 0.6`));
	});

	it('are doubted where a line does not multiply, and where the lines do not add up', () => {
		const wrong = [...row.slice(0, 4), '55', ...row.slice(5)];
		expect(doubted(invoiceOf({}, [wrong]))).toEqual(['数量 0.6', '单价 0.6', '金额 0.6']);
		expect(doubted(invoiceOf({}, [row, row]))).toEqual(
			['合计金额', '合计税额', '金额', '税额', '金额', '税额'].map((name) => `${name} 0.6`),
		);
	});

	it.each([
		[
			'a red-letter invoice',
			{
				'合计金额(大写)': '（负数）壹佰零陆圆整',
				'合计金额(小写)': '-106.00',
				合计金额: '-100.00',
				合计税额: '-6.00',
			},
			[['*服务*甲', '', '次', '-2', '50', '-100.00', '6%', '-6.00']],
		],
		[
			'an exempt one',
			{ '合计金额(大写)': '壹佰圆整', '合计金额(小写)': '100.00', 合计税额: '***' },
			[[...row.slice(0, 6), '免税', '***']],
		],
		[
			'one whose tax is of a difference',
			{ 合计金额: '104.00', 合计税额: '2.00' },
			[['*服务*甲', '', '次', '2', '52', '104.00', '6%', '2.00']],
		],
		[
			'a discount without quantity',
			{},
			[
				['*服务*甲', '', '次', '2', '55', '110.00', '6%', '6.60'],
				['*服务*甲', '', '', '', '', '-10.00', '6%', '-0.60'],
			],
		],
		['words that are none', { '合计金额(大写)': '见附件' }, undefined],
	])('do not cry wolf over %s', (_, changes, rows) => {
		expect(doubted(invoiceOf(changes as Record<string, string>, rows))).toEqual([]);
	});

	it('are doubted where a file says two things', () => {
		const invoice = invoiceOf();
		invoice.fields[0].isDisputed = true;
		expect(doubted(invoice)).toEqual(['发票号码 0.6']);
	});

	it('have the documented names first and always', () => {
		const names = structuredFields(invoiceOf()).map(({ name }) => name);
		expect(names.slice(0, 10)).toEqual([
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
		expect(names.slice(-8)).toEqual([...lineColumns]);
	});
});

describe('beside a page', () => {
	const field = (name: string, text: string, confidence = 0.97) => ({
		name,
		value: text,
		confidence,
		location: null,
	});
	const pageOf = (...texts: string[]): Page => ({
		width: 1000,
		height: 1000,
		boxes: texts.map((text) => ({
			text,
			confidence: 1,
			glyphs: [],
			quad: [
				{ x: 0, y: 0 },
				{ x: 1, y: 0 },
				{ x: 1, y: 1 },
				{ x: 0, y: 1 },
			],
		})),
	});

	it('data go before what was read, which fills in only what they do not speak of', () => {
		const reading = [
			field('发票名称', '电子发票'),
			field('备注', '已报销'),
			field('合计税额', '9.99'),
			field('金额', '7.00'),
		];
		const fields = structuredFields(invoiceOf(), reading, pageOf());
		const valueOf = (name: string) => fields.find((one) => one.name === name);
		expect(valueOf('发票名称')).toEqual(field('发票名称', '电子发票'));
		expect(valueOf('备注')).toBeUndefined();
		expect(valueOf('合计税额')?.value).toBe('6.00');
		expect(fields.filter(({ name }) => name === '金额')).toHaveLength(1);
	});

	it('lines are those that were read where the data list none', () => {
		const reading = [field('货物或应税劳务、服务名称', '*服务*乙'), field('金额', '100.00')];
		const fields = structuredFields({ ...invoiceOf(), lines: undefined }, reading, pageOf());
		expect(fields.slice(-2)).toEqual(reading);
	});

	it('a total or a number is doubted that the page prints otherwise', () => {
		const printed = pageOf('¥206.00', '发票号码:24332000000158306472');
		const reading = [field('合计金额(小写)', '206.00'), field('发票号码', '24332000000158306472')];
		expect(doubted(invoiceOf(), reading, printed)).toEqual(['发票号码 0.6', '合计金额(小写) 0.6']);
	});

	it('a total is not doubted that the page prints and that was misread', () => {
		const printed = pageOf('¥1,060.00', '12.00');
		const changes = {
			'合计金额(小写)': '1060.00',
			'合计金额(大写)': '壹仟零陆拾圆整',
			合计金额: '1054.00',
		};
		const reading = [field('合计金额(小写)', '12.00')];
		expect(doubted(invoiceOf(changes, []), reading, printed)).toEqual([]);
	});

	it('values stand where the data say, else where the same value was read, on the page of the file', () => {
		const invoice = invoiceOf();
		invoice.fields[0].place = { page: 2, box: [1, 2, 3, 4] };
		const read = { page: 5, box: [5, 6, 7, 8] as [number, number, number, number] };
		const reading = [
			{ ...field('发票号码', '24332000000158306471'), location: read },
			{ ...field('合计金额', '100.00'), location: read },
			{ ...field('合计税额', '7.00'), location: read },
		];
		const fields = structuredFields(invoice, reading, { ...pageOf(), number: 5 });
		const placeOf = (name: string) => fields.find((one) => one.name === name)?.location;
		expect(placeOf('发票号码')).toEqual({ page: 6, box: [1, 2, 3, 4] });
		expect(placeOf('合计金额')).toEqual(read);
		expect(placeOf('合计税额')).toBeNull();
	});
});
