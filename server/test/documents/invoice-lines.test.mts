import { withClassSigns } from '../../src/documents/invoice/goods-class.mts';
import { settledLine } from '../../src/documents/invoice/line-arithmetic.mts';
import { readInvoice } from '../../src/documents/invoice.mts';
import { pageOf } from '../../testing/documents/page.mts';

const line = {
	name: '住宿费',
	quantity: '4',
	price: '283.02',
	amount: '1132.08',
	taxRate: '6%',
	taxAmount: '67.92',
};

const nothing = { amounts: false, taxes: false };

describe('a line of goods', () => {
	it.each([
		['a rate that is none', { taxRate: '64%' }, line],
		['a rate that was not read', { taxRate: '' }, line],
		['a tax with a digit too many', { taxAmount: '667.92' }, line],
		['an amount with a digit misread', { amount: '1182.08' }, line],
		['a price with a digit misread', { price: '288.02' }, line],
		['a price with a digit too many', { price: '2283.02' }, line],
		['a quantity with a digit misread', { quantity: '9' }, line],
	])('has %s put right by the others', (_, wrong, right) => {
		expect(settledLine({ ...line, ...wrong }, nothing)).toEqual(right);
	});

	it.each([
		['far from what the others say', { taxAmount: '99.99' }],
		['wrong in two figures', { amount: '1182.08', taxAmount: '97.92' }],
		['without a rate that its tax shows', { taxRate: '', taxAmount: '99.99' }],
		['of exempt goods', { taxRate: '免税', taxAmount: '***' }],
	])('stays as read where it is %s', (_, wrong) => {
		const read = { ...line, ...wrong };
		expect(settledLine(read, nothing)).toEqual(read);
	});

	it('has its quantity of one parted from the price it was glued to', () => {
		const glued = { ...line, quantity: '', price: '11132.08' };
		expect(settledLine(glued, nothing)).toEqual({ ...line, quantity: '1', price: '1132.08' });
	});

	it('without tax is settled only where the sum proves the amounts', () => {
		const { name, quantity, amount } = line;
		const read = { name, quantity, price: '288.02', amount };
		expect(settledLine(read, nothing)).toEqual(read);
		expect(settledLine(read, { ...nothing, amounts: true })).toEqual({ ...read, price: '283.02' });
	});

	it.each([
		['price', { price: '28302' }],
		['amount', { amount: '113208' }],
	])('has the point put back that its %s lost, be the line taxed or not', (_, wrong) => {
		const { name, quantity, price, amount } = line;
		const plain = { name, quantity, price, amount };
		expect(settledLine({ ...plain, ...wrong }, nothing)).toEqual(plain);
		expect(settledLine({ ...line, ...wrong, taxRate: '免税', taxAmount: '***' }, nothing)).toEqual({
			...line,
			taxRate: '免税',
			taxAmount: '***',
		});
	});

	it('stays as read where its point can have stood at two places', () => {
		const { name } = line;
		const unclear = { name, quantity: '108', price: '550', amount: '594.00' };
		expect(settledLine(unclear, nothing)).toEqual(unclear);
	});

	test('keeps a tax some cents off that all taxes add up with', () => {
		const read = { ...line, taxAmount: '67.90' };
		const amounts = { ...nothing, amounts: true };
		expect(settledLine(read, amounts).taxAmount).toBe('67.92');
		expect(settledLine(read, { ...amounts, taxes: true })).toEqual(read);
	});
});

describe('a row of goods', () => {
	const head =
		'项目名称            规格型号    单位    数量      单价         金额    税率      税额';
	const valuesIn = (row: string, ...names: string[]) => {
		const read = readInvoice(
			pageOf(`${head}\n${row}\n合  计                                       ¥999.00`),
		);
		return names.map((name) => read.find((field) => field.name === name)?.value);
	};

	it.each(['大**', '欢康你', '**', '.o.'])(
		'of exempt goods whose asterisks were read %s',
		(tax) => {
			const row = `*蔬菜*大白菜                    千克     120      2.40       288.00    免税      ${tax}`;
			expect(valuesIn(row, '数量', '单价', '金额', '税率', '税额')).toEqual([
				'120',
				'2.40',
				'288.00',
				'免税',
				'***',
			]);
		},
	);

	it('whose rate was misread', () => {
		const row =
			'*蔬菜*大白菜                    千克     120      2.50       300.00    3H        9.00';
		expect(valuesIn(row, '金额', '税率', '税额')).toEqual(['300.00', '3%', '9.00']);
	});

	it('whose price was torn behind its point', () => {
		const row =
			'*润滑油*液压油                  桶         6  291. 150442      1746.90    13%     227.10';
		expect(valuesIn(row, '数量', '单价')).toEqual(['6', '291.150442']);
	});

	it.each([
		[
			'price',
			'3       64 .22       192.66       9%       17.34',
			['3', '64.22', '192.66', '17.34'],
		],
		[
			'amount',
			'3       64.22       19 2.66       9%       17.34',
			['3', '64.22', '192.66', '17.34'],
		],
		['tax', '3       64.22       192.66       9%       1 7.34', ['3', '64.22', '192.66', '17.34']],
		[
			'amount of what is exempt',
			'950.5    1.85     175 8.43    免税    ***',
			['950.5', '1.85', '1758.43', '***'],
		],
	])('whose %s was torn', (_, figures, expected) => {
		const row = `*薯类*种薯                      千克     ${figures}`;
		expect(valuesIn(row, '数量', '单价', '金额', '税额')).toEqual(expected);
	});

	it.each([
		['96.724137931', '96.72', '1'],
		['32.0754717', '96.23', '3'],
		['96.72', '98.00', ''],
	])('whose quantity was not read has what %s goes into %s', (price, amount, quantity) => {
		const row = `*焙烤食品*面包                  袋             ${price}       ${amount}    3%    0.00`;
		expect(valuesIn(row, '数量', '单价', '金额')).toEqual([quantity, price, amount]);
	});

	it('whose amounts have points for commas', () => {
		const row =
			'玉米                            吨     86.35  1.720.00     148.522.00     9%   13366.98';
		expect(valuesIn(row, '单价', '金额')).toEqual(['1720.00', '148522.00']);
	});

	it('below a head with a speck among its words', () => {
		const row =
			'*蔬菜*大白菜                    千克     120      2.50       300.00    3%        9.00';
		const read = readInvoice(pageOf(`${head.replace('  税率', ' 0税率')}\n${row}`));
		expect(read.find(({ name }) => name === '税额')?.value).toBe('9.00');
	});
});

describe('the class before a name of goods', () => {
	it.each([
		['*餐饮服务*餐费', '*餐饮服务*餐费'],
		['*运输服务"国内道路货物运输', '*运输服务*国内道路货物运输'],
		['运输服务*国内道路货物运输', '*运输服务*国内道路货物运输'],
		['E*信息技术服务*软件维护', '*信息技术服务*软件维护'],
		['餐饮服务·餐费', '*餐饮服务*餐费'],
		['*研发和技术服务模具设计费', '*研发和技术服务*模具设计费'],
		['(详见销货清单)', '(详见销货清单)'],
		['餐饮服务', '餐饮服务'],
		['机动车保养工时费', '机动车保养工时费'],
		['技术支持费', '技术支持费'],
	])('of %s stands between asterisks', (read, name) => {
		expect(withClassSigns(read, true)).toBe(name);
	});

	it('is no class where the invoice has none', () => {
		expect(withClassSigns('餐饮服务费', false)).toBe('餐饮服务费');
	});
});
