import stringWidth from 'string-width';
import { formatTable } from './table.mts';

const columns = [
	{ title: 'Product', key: 'name' },
	{ title: 'Qty', key: 'quantity' },
];

test('aligns Chinese and Latin text, and numbers to the right', () => {
	const rows = [
		{ name: '纯牛奶', quantity: 2 },
		{ name: 'tea', quantity: 10 },
	];
	expect(formatTable(columns, rows, 80).split('\n')).toEqual([
		'Product  Qty',
		'───────  ───',
		'纯牛奶     2',
		'tea       10',
	]);
});

test('shows null as nothing and a line break as a blank', () => {
	expect(formatTable(columns, [{ name: 'a\nb', quantity: null }], 80).split('\n')[2]).toBe('a b');
});

test('cuts the widest column where the terminal is too narrow', () => {
	const table = formatTable(columns, [{ name: '农夫山泉饮用天然水550ml', quantity: 12 }], 16);
	expect(table.split('\n')[2]).toBe('农夫山泉饮…   12');
	for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(16);
});

test('shows money with two decimals, and more where there are more', () => {
	const money = [{ title: 'Price', key: 'price', money: true }];
	const rows = [{ price: 1795 }, { price: 0.3685 }, { price: null }];
	expect(formatTable(money, rows, 80).split('\n').slice(2)).toEqual(['1795.00', ' 0.3685', '']);
});
