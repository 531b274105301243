import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { invoiceColumns } from '../support/columns.mts';
import { infosOf, invoiceChoices, itemsOf, row, sound } from '../support/invoice-pairs.mts';
import type { Pairs } from '../support/invoice-pairs.mts';
import { origin } from '../support/results.mts';

const [core, tail] = [invoiceColumns.slice(0, 10), invoiceColumns.slice(10)];

describe('lists that are not as documented', () => {
	const itemsWith = (infos: unknown[]) =>
		invoiceItems(
			{
				invoice_general_infos: [...infosOf(sound), ...infos],
			},
			invoiceChoices,
			origin,
		);

	it('keep and report values without a name', () => {
		const unnamed = [{ value: '12.50' }, { name: null, value: 'x' }, 'y'];
		const [item] = itemsWith([...unnamed, null, '', {}]);
		expect(item.invoice_general_infos).toEqual(unnamed);
		expect(item.reviewReasons).toBe('3 value(s) were returned without a name');
	});

	it('report a name that comes with two values, and keep both', () => {
		const [item] = itemsWith([{ name: '发票号码', value: '01648001' }]);
		expect(item).toMatchObject({ invoiceNumber: '01648000', 发票号码: '01648001' });
		expect(item.reviewReasons).toBe('invoiceNumber was also returned as 01648001');
	});

	it('do not report one value in two ways of writing, nor free text', () => {
		const [item] = itemsWith([
			{ name: '合计金额(小写)', value: '113.00元' },
			{ name: '开票日期', value: '2018-01-22' },
			{ name: '备注', value: '一' },
			{ name: '备注', value: '二' },
		]);
		expect(item).toMatchObject({ remarks: '一', 备注: '二', reviewReasons: null });
	});

	it('take the value that follows a blank one', () => {
		const [item] = itemsOf([['发票号码', ' '], ...sound]);
		expect(item).toMatchObject({ invoiceNumber: '01648000', reviewReasons: null });
	});

	it('report no second value that is blank, or the same', () => {
		const [item] = itemsWith([
			{ name: '发票号码', value: ' ' },
			{ name: '发票号码', value: null },
			{ name: '发票号码', value: '01648000' },
		]);
		expect(item.reviewReasons).toBeNull();
		expect(item).not.toHaveProperty('发票号码');
	});

	it.each([undefined, null, {}, 'x'])('that are %j instead of a list are no answer', (infos) => {
		expect(() => invoiceItems({ invoice_general_infos: infos }, invoiceChoices, origin)).toThrow(
			/a result that has no invoice_general_infos/,
		);
	});

	it('report columns of different lengths, whose values may be in the wrong rows', () => {
		const columns: Pairs = [
			['货物或应税劳务、服务名称', '甲'],
			['货物或应税劳务、服务名称', '乙'],
			['货物或应税劳务、服务名称', '丙'],
			['金额', '50.00'],
			['金额', '63.00'],
		];
		const reason = /values of the rows are not the same number for each name/;
		expect(itemsOf([...sound, ...columns])[0].reviewReasons).toMatch(reason);
		const even: typeof columns = [...columns.slice(1)];
		expect(itemsOf([...sound, ...even])[0].reviewReasons).toBeNull();
	});
});

describe('columns', () => {
	it('are all there and in their order, whatever was returned', () => {
		expect(Object.keys(itemsOf([])[0])).toEqual([...core, ...tail]);
		expect(Object.keys(itemsOf(sound)[0])).toEqual([...core, ...tail]);
	});

	it('stand around the row in line item mode', () => {
		const rowColumns = [
			'name',
			'specification',
			'unit',
			'quantity',
			'unitPrice',
			'amount',
			'taxRate',
			'taxAmount',
		];
		const [item] = itemsOf(sound, { output: 'lineItems' });
		expect(Object.keys(item)).toEqual([...core, 'lineNumber', ...rowColumns, ...tail]);
		expect(item.lineNumber).toBeNull();
	});

	it.each([
		['开票日期', 'invoiceDate', '2018-01-22', '2018年1月22日'],
		['小写金额', 'totalAmount', 9000, '9000.00'],
		['价税合计（小写）', 'totalAmount', 9000, '9000.00'],
		['价税合计(大写)', 'totalAmountInWords', '玖仟元整', '玖仟元整'],
		['合计金额', 'amountBeforeTax', 100, '￥100.00'],
		['合计税额', 'totalTax', 13, '13.00'],
		['购买方地址、电话', 'buyerAddressPhone', '某路1号 010-1', '某路1号 010-1'],
		['是否有公司印章', 'hasCompanySeal', true, '1'],
		['时间', 'invoiceTime', '13:26:03', '13:26:03'],
		['经办人商户号', 'merchantNumber', '00123', '00123'],
	])('%s is %s', (name, key, value, returned) => {
		expect(itemsOf([[name, returned]])[0]).toMatchObject({ [key]: value });
	});

	it("have the API's own names and its values as returned where asked to", () => {
		const pairs: Pairs = [...sound, ['合计税额', '13.00'], ...row('纸', 'x2', '', '￥50.00', '')];
		const [item] = itemsOf(pairs, { output: 'lineItems', fieldNames: 'original' });
		expect(item).toMatchObject({
			发票代码: '144031000000',
			日期: '2018年1月22日',
			'合计金额(小写)': '￥113.00',
			购买方名称: null,
			合计税额: '13.00',
			数量: 'x2',
			金额: '￥50.00',
			needsReview: true,
		});
		expect(
			Object.keys(item).filter((name) => /^(invoice|total|buyer|quantity)/.test(name)),
		).toEqual([]);
	});

	it('of the first row alone hold values that came without a name', () => {
		const infos = [
			...infosOf([...sound, ...row('a', '1', '1', '1', ''), ...row('b', '1', '1', '1', '')]),
			{ value: 'x' },
		];
		const items = invoiceItems(
			{ invoice_general_infos: infos },
			{ ...invoiceChoices, output: 'lineItems' },
			origin,
		);
		expect(items.map((item) => item.invoice_general_infos)).toEqual([[{ value: 'x' }], undefined]);
	});

	it('keeps names that nobody knows, and second values of known ones', () => {
		const [item] = itemsOf([
			['机器编号', '889'],
			['备注', 'a'],
			['备注', 'b'],
			['sourceFile', 'theirs'],
		]);
		expect(item).toMatchObject({
			机器编号: '889',
			remarks: 'a',
			备注: 'b',
			sourceFile: 'f.jpg',
			sourceFile_2: 'theirs',
		});
	});
});

describe('line items', () => {
	const first = row('打印纸', '2', '25.00', '50.00', '6.50');
	const second = row('墨盒', '1', '50.00', '50.00', '6.50');

	it('come from names that repeat, row by row', () => {
		const items = itemsOf([...sound, ...first, ...second], { output: 'lineItems' });
		expect(
			items.map(({ lineNumber, name, quantity, amount, taxRate }) => [
				lineNumber,
				name,
				quantity,
				amount,
				taxRate,
			]),
		).toEqual([
			[1, '打印纸', 2, 50, '13%'],
			[2, '墨盒', 1, 50, '13%'],
		]);
		expect(items[1]).toMatchObject({ invoiceNumber: '01648000', needsReview: false });
	});

	it('come from names that repeat, column by column', () => {
		const columns = first.flatMap((cell, index) => [cell, second[index]]);
		expect(itemsOf([...sound, ...columns], { output: 'lineItems' })).toEqual(
			itemsOf([...sound, ...first, ...second], { output: 'lineItems' }),
		);
	});

	it('of a column that comes twice are no columns: the second begins a row', () => {
		const rows = itemsOf(
			[
				['货物或应税劳务、服务名称', 'a'],
				['金额', '1'],
				['货物或应税劳务、服务名称', 'b'],
				['货物或应税劳务、服务名称', 'c'],
				['金额', '3'],
			],
			{ output: 'lineItems' },
		);
		expect(rows.map(({ name, amount }) => [name, amount])).toEqual([
			['a', 1],
			['b', null],
			['c', 3],
		]);
		expect(rows[0].reviewReasons).not.toMatch(/not the same number/);
	});

	it('of a single name are a row each, and of a single row one', () => {
		const names: Pairs = ['a', 'b'].map((name) => ['货物或应税劳务、服务名称', name]);
		expect(itemsOf(names, { output: 'lineItems' }).map(({ name }) => name)).toEqual(['a', 'b']);
		const [only, ...others] = itemsOf(first, { output: 'lineItems' });
		expect(only).toMatchObject({ lineNumber: 1, name: '打印纸', amount: 50 });
		expect(others).toEqual([]);
	});

	it('are in the field items of one item per invoice', () => {
		const [item] = itemsOf([...sound, ...first, ...second]);
		expect(item.items).toEqual([
			expect.objectContaining({ name: '打印纸', amount: 50 }),
			expect.objectContaining({ name: '墨盒', amount: 50 }),
		]);
	});

	it('keep a row that lacks cells', () => {
		const items = itemsOf(
			[
				['货物或应税劳务、服务名称', 'a'],
				['货物或应税劳务、服务名称', 'b'],
				['金额', '1'],
			],
			{ output: 'lineItems' },
		);
		expect(items.map(({ name, amount }) => [name, amount])).toEqual([
			['a', 1],
			['b', null],
		]);
	});
});

describe('what is returned many times', () => {
	it('does not multiply: rows times further values', () => {
		const others = Array.from({ length: 2000 }, (_, index): [string, string] => [
			`名${index}`,
			'x',
		]);
		const rows = Array.from({ length: 2000 }, () => row('纸', '1', '1', '1', '')).flat();
		const items = itemsOf([...sound, ...others, ...rows], { output: 'lineItems' });
		const cells = items.reduce((sum, item) => sum + Object.keys(item).length, 0);
		expect(cells).toBeLessThan(2000 * 200);
		expect(Object.keys(items[0])).toHaveLength(new Set(Object.keys(items[1])).size + 1900);
	});

	it('keeps a zero that came as a number before another value of its name', () => {
		const infos = [
			{ name: '合计税额', value: 0 },
			{ name: '合计税额', value: '5.00' },
		];
		const [item] = invoiceItems({ invoice_general_infos: infos }, invoiceChoices, origin);
		expect(item).toMatchObject({ totalTax: 0, 合计税额: '5.00' });
	});
});
