import { rowsOf } from '../../src/documents/layout/rows.mts';
import { readings } from '../../src/documents/table/glue.mts';
import { goodsRow } from '../../src/documents/table/goods-row.mts';
import { figureReadings } from '../../src/documents/propose/readings.mts';
import { receiptWeights } from '../../src/documents/score/learned.mts';
import { headerColumns } from '../../src/documents/table/header.mts';
import { assignRoles } from '../../src/documents/table/roles.mts';
import type { Roles } from '../../src/documents/table/tokens.mts';
import { pageOf } from '../../testing/documents/page.mts';
import { growthOf } from '../../testing/growth.mts';

const valuesOf = ({ quantity, price, amount }: Roles) => [
	quantity?.value,
	price?.value,
	amount?.value,
];

/** quantity, price and amount of each line of a slip without heads. */
function figures(text: string) {
	return rowsOf(pageOf(text)).map((row, i) => {
		const found = figureReadings(goodsRow(row, i).figures, undefined, receiptWeights, false);
		return valuesOf(found[0].roles);
	});
}

/** The same of an invoice. */
function figuresBelow(head: string, text: string) {
	const [first, ...rows] = rowsOf(pageOf(`${head}\n${text}`));
	const columns = headerColumns(first, 0) ?? [];
	const lines = rows.map((row, i) => goodsRow(row, i, columns).figures);
	return assignRoles(lines, columns).map(({ roles }) => valuesOf(roles));
}

describe('heads of columns', () => {
	test.each([
		['品名      数量   单价   金额', ['name', 'quantity', 'price', 'amount']],
		['品 名     数 量   单 价   金 额', ['name', 'quantity', 'price', 'amount']],
		[
			'序号 品名  规格  单位  数量  单价  金额',
			['index', 'name', 'specification', 'unit', 'quantity', 'price', 'amount'],
		],
		['品名数量单价金额', ['name', 'quantity', 'price', 'amount']],
		['商品名称            小计', ['name', 'amount']],
		['QTY   ITEM         AMOUNT', ['quantity', 'name', 'amount']],
		['书名    定价   册数   折扣   实洋', ['name', 'price', 'quantity', 'discount', 'amount']],
	])('%s', (line, roles) => {
		const [row] = rowsOf(pageOf(line));
		expect(headerColumns(row, 0)?.map(({ role }) => role)).toEqual(roles);
	});

	test.each([
		'合计数量:            8',
		'数量:2 单价:12.50      25.00',
		'海天生抽     2   8.50   17.00',
	])('%s is none', (line) => {
		const [row] = rowsOf(pageOf(line));
		expect(headerColumns(row, 0)).toBeUndefined();
	});
});

describe('heads of unknown words', () => {
	const rows = (text: string) => rowsOf(pageOf(text));

	test('are heads where figures stand below the known ones', () => {
		const [head, ...below] = rows(
			'衣号    衣物      颜色瑕疵   金额\nA01     羽绒服      黑        68.00',
		);
		expect(headerColumns(head, 0)).toBeUndefined();
		expect(headerColumns(head, 0, below)?.map(({ role }) => role)).toContain('amount');
	});

	test('are none where nothing stands below them', () => {
		const [head, ...below] = rows('衣号    衣物      颜色瑕疵   金额\n谢谢惠顾');
		expect(headerColumns(head, 0, below)).toBeUndefined();
	});
});

describe('figures of a line', () => {
	test('arithmetic tells their order without a head', () => {
		expect(figures('苹果   2   3.50   7.00\n梨     3   4.00   12.00')).toEqual([
			['2', '3.50', '7.00'],
			['3', '4.00', '12.00'],
		]);
		expect(figures('苹果   3.50   2   7.00\n梨     4.00   1   4.00')).toEqual([
			['2', '3.50', '7.00'],
			['1', '4.00', '4.00'],
		]);
	});

	test('signs tell it too', () => {
		expect(figures('6 x 2.00      12.00')).toEqual([['6', '2.00', '12.00']]);
		expect(figures('6x 2.00      12.00')).toEqual([['6', '2.00', '12.00']]);
		expect(figures('5x4.50      22.50')).toEqual([['5', '4.50', '22.50']]);
		expect(figures('¥9.00x1      ¥9.00')).toEqual([['1', '9.00', '9.00']]);
		expect(figures('26.5*2      53.00')).toEqual([['2', '26.5', '53.00']]);
		expect(figures('2 @ 4.50      9.00')).toEqual([['2', '4.50', '9.00']]);
		expect(figures('4.50@2      9.00')).toEqual([['2', '4.50', '9.00']]);
		expect(figures('数量:2 单价:12.50      25.00')).toEqual([['2', '12.50', '25.00']]);
		expect(figures('猪肉   0.368kg   29.80/kg   10.97')).toEqual([['0.368', '29.80', '10.97']]);
	});

	test('glued columns are cut where the product says so', () => {
		expect(
			figuresBelow(
				'品名   数量  单价  金额',
				'饭团     2   7.8015.60\n咖啡     1   14.0014.00\n酸奶     3   3.50   10.50',
			),
		).toEqual([
			['2', '7.80', '15.60'],
			['1', '14.00', '14.00'],
			['3', '3.50', '10.50'],
		]);
	});

	test('a good figure is not cut because digits happen to multiply', () => {
		expect(
			figuresBelow('菜品     数量   金额', '冻豆腐     2     24.00\n千层肚     1     58.00'),
		).toEqual([
			['2', undefined, '24.00'],
			['1', undefined, '58.00'],
		]);
	});

	test('a column of discounts is not taken for another', () => {
		const head = '商品      单价   数量    折扣    金额';
		expect(
			figuresBelow(
				head,
				'红虾     59.90    1    10.00   49.90\n西兰花    8.90    2     0.00   17.80',
			),
		).toEqual([
			['1', '59.90', '49.90'],
			['2', '8.90', '17.80'],
		]);
	});

	test.each([
		['without a head', figures],
		['below one', (text: string) => figuresBelow('品名  数量  单价  金额  税率  税额  备注', text)],
	])('rows of very many figures do not try out every way to read them %s', (_, figuresIn) => {
		const read = (count: number) => {
			const row = Array.from({ length: count }, (_, i) => `${10 + i}.${20 + i}`).join('  ');
			expect(figuresIn(Array<string>(10).fill(`商品  ${row}`).join('\n'))).toHaveLength(10);
		};
		// Each way to read figures doubles with every one of them.
		expect(growthOf(read, 8)).toBeLessThan(100);
	});

	test('all readings of a run of digits', () => {
		const [row] = rowsOf(pageOf('甲   7.8015.60'));
		const all = readings(goodsRow(row, 0).figures[0]).map((pieces) =>
			pieces.map(({ value }) => value),
		);
		expect(all).toContainEqual(['7.80', '15.60']);
		expect(all).not.toContainEqual(['7.8', '015.60']);
	});
});

describe('rows of goods', () => {
	const read = (line: string) => {
		const [row] = rowsOf(pageOf(line));
		const { name, figures: found, texts } = goodsRow(row, 0);
		return {
			name: name.map(({ char }) => char).join(''),
			figures: found.map(({ value }) => value),
			texts: Object.fromEntries(Object.entries(texts).map(([role, { text }]) => [role, text])),
		};
	};

	test('sizes stay with the name', () => {
		expect(read('感冒灵 10g*9袋   2盒   15.50   31.00')).toMatchObject({
			name: '感冒灵10g*9袋',
			figures: ['2', '15.50', '31.00'],
		});
		expect(read('牛奶250ml*12   1   42.80   42.80').name).toBe('牛奶250ml*12');
	});

	test('an amount glued to a name is parted from it', () => {
		expect(read('停车费240.00')).toMatchObject({ name: '停车费', figures: ['240.00'] });
	});

	test('labels within the row are no part of the name', () => {
		expect(read('规格:0.25g*24粒')).toMatchObject({
			name: '',
			texts: { specification: '0.25g*24粒' },
		});
	});
});
