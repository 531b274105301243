import { productHolds, settledLine } from '../../src/documents/invoice/line-arithmetic.mts';
import type { LineItem } from '../../src/documents/invoice/line-item.mts';

const nothing = { amounts: false, taxes: false };
const proved = { amounts: true, taxes: false };
const all = { amounts: true, taxes: true };

describe('whether quantity times price is the amount', () => {
	test.each([
		[{ quantity: '4', price: '283.02', amount: '1132.08' }, true],
		[{ quantity: '4', price: '283.02', amount: '1132.09' }, true],
		[{ quantity: '4', price: '283.02', amount: '1132.12' }, false],
		[{ quantity: '', price: '283.02', amount: '1132.08' }, undefined],
		[{ quantity: '4', price: '', amount: '1132.08' }, undefined],
		[{ quantity: '4', price: '283.02' }, undefined],
		[{}, undefined],
	])('%j: %p', (item, holds) => expect(productHolds(item)).toBe(holds));
});

describe('a line without a tax', () => {
	const line: LineItem = { name: '纸', quantity: '4', price: '283.02', amount: '1132.08' };
	const settle = (wrong: LineItem, by = proved) => settledLine({ ...line, ...wrong }, by);

	test.each([
		['a quantity that was misread', { quantity: '9' }, { quantity: '4' }],
		['a price that was misread', { price: '288.02' }, { price: '283.02' }],
		['a price that lost a digit', { price: '83.02' }, { price: '283.02' }],
		['a price that got one more', { price: '2833.02' }, { price: '283.02' }],
	])('has %s put right where its amount is proved', (_, wrong, right) => {
		expect(settle(wrong)).toEqual({ ...line, ...right });
		expect(settle(wrong, nothing)).toEqual({ ...line, ...wrong });
	});

	test.each([
		['two misreadings away', { price: '299.02' }],
		['of which quantity or price is misread', { quantity: '3', price: '3.00', amount: '6.00' }],
		['whose quantity is missing', { quantity: '' }],
		['whose price is missing', { price: '' }],
	])('stays as read: one %s', (_, wrong) => expect(settle(wrong)).toEqual({ ...line, ...wrong }));

	test('parts the quantity of one that was read with the price', () => {
		const glued = { quantity: '', price: '195.00', amount: '95.00' };
		expect(settle(glued)).toEqual({ ...line, quantity: '1', price: '95.00', amount: '95.00' });
		for (const other of [
			{ ...glued, quantity: '2' },
			{ ...glued, price: '295.00' },
			{ ...glued, quantity: undefined },
		]) {
			expect(settle(other)).toEqual({ ...line, ...other });
		}
	});

	test.each([
		['its price', { price: '28302' }, { price: '283.02' }],
		['its amount', { amount: '113208' }, { amount: '1132.08' }],
		[
			'its quantity',
			{ quantity: '1256', price: '283.02', amount: '355.47' },
			{ quantity: '1.256', price: '283.02', amount: '355.47' },
		],
	])('gets back the point that %s lost, proved or not', (_, wrong, right) => {
		expect(settle(wrong, nothing)).toEqual({ ...line, ...right });
	});

	test.each([
		['figures of two digits', { quantity: '4', price: '25', amount: '10.00' }],
		['an amount whose cents are not two', { quantity: '1', price: '113.2', amount: '1132' }],
		['two ways', { quantity: '1000', price: '1000', amount: '1000' }],
		['figures that hold', { quantity: '100', price: '100', amount: '10000' }],
		['what is no figure', { quantity: 'A1256', price: '283.02', amount: '355.47' }],
		['what ends in a letter', { quantity: '1256A', price: '283.02', amount: '355.47' }],
	])('gets no point put into %s', (_, wrong) => {
		expect(settle(wrong, nothing)).toEqual({ ...line, ...wrong });
	});
});

describe('a line with a tax', () => {
	const line: LineItem = {
		quantity: '4',
		price: '283.02',
		amount: '1132.08',
		taxRate: '6%',
		taxAmount: '67.92',
	};
	const settle = (wrong: LineItem, by = nothing) => settledLine({ ...line, ...wrong }, by);

	test('has its tax put right where its product holds or its amount is proved', () => {
		expect(settle({ taxAmount: '61.92' })).toEqual(line);
		expect(settle({ taxAmount: '61.92', quantity: '', price: '' }, proved).taxAmount).toBe('67.92');
		expect(settle({ taxAmount: '61.92', quantity: '', price: '' }).taxAmount).toBe('61.92');
		expect(settle({ taxAmount: '61.92' }, { amounts: false, taxes: true }).taxAmount).toBe('67.92');
	});

	test('has its amount put right where its tax proves the product', () => {
		expect(settle({ amount: '1182.08' })).toEqual(line);
		expect(settle({ amount: '1182.08', taxAmount: '99.99' }).amount).toBe('1182.08');
	});

	test('keeps a tax that is cents off where amounts and taxes add up, and settles its factors', () => {
		const off = { taxAmount: '67.97', price: '288.02' };
		expect(settle(off, all)).toEqual({ ...line, taxAmount: '67.97' });
		expect(settle(off, proved).taxAmount).toBe('67.92');
	});

	test('of which rate or tax is not printed is settled as one without', () => {
		for (const missing of ['taxRate', 'taxAmount'] as const) {
			const { [missing]: _, ...less } = line;
			expect(settledLine({ ...less, quantity: '9' }, proved)).toEqual(less);
			expect(settledLine({ ...less, quantity: '9' }, nothing)).toEqual({ ...less, quantity: '9' });
		}
	});

	test('keeps a rate that is said in words', () => {
		expect(settle({ taxRate: '免税', taxAmount: '67.92' }).taxRate).toBe('免税');
	});

	test('has a whole tax written as it was read, with cents or without', () => {
		const whole = { quantity: '1', price: '1100.00', amount: '1100.00' };
		expect(settle({ ...whole, taxAmount: '68' }).taxAmount).toBe('66');
		expect(settle({ ...whole, taxAmount: '68.00' }).taxAmount).toBe('66.00');
	});
});
