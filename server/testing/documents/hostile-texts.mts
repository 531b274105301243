import { day, grid, price, table, taxId, times, word, type HostilePage } from './hostile-parts.mts';

/** Pages of texts that belong to no table, by what they show. */
export const hostileTexts: Readonly<Record<string, HostilePage>> = {
	'rows of one character': (n) =>
		grid(
			times(n, () => '1'),
			1,
		),
	'rows of one Chinese character': (n) =>
		grid(
			times(n, () => '合'),
			1,
		),
	'rows of different characters': (n) =>
		grid(
			times(n, (i) => word(i).slice(0, 1)),
			1,
		),
	'numbers in a column': (n) => grid(times(n, price), 1),
	'numbers in a grid': (n) => grid(times(n, price), 8),
	'numbers in wide rows': (n) => grid(times(n, price), 150),
	'whole numbers in a column': (n) =>
		grid(
			times(n, (i) => `${i}`),
			1,
		),
	'whole numbers in a grid': (n) =>
		grid(
			times(n, (i) => `${i}`),
			8,
		),
	'whole numbers in one row': (n) =>
		grid(
			times(n, (i) => `${i}`),
			n,
		),
	'words in a column': (n) => grid(times(n, word), 1),
	'words in a grid': (n) => grid(times(n, word), 8),
	'words in wide rows': (n) => grid(times(n, word), 100),
	'1.00 in a column': (n) =>
		grid(
			times(n, () => '1.00'),
			1,
		),
	'1.00 in a grid': (n) =>
		grid(
			times(n, () => '1.00'),
			8,
		),
	'dates in a column': (n) => grid(times(n, day), 1),
	'dates in a grid': (n) => grid(times(n, day), 8),
	'dates in wide rows': (n) => grid(times(n, day), 90),
	'tax ids in a column': (n) => grid(times(n, taxId), 1),
	...Object.fromEntries(
		[
			'合计',
			'金额',
			'发票号码',
			'名称',
			'备注',
			'备',
			'小写',
			'收款人',
			'优惠',
			'现金',
			'找零',
			'单价:',
			'品名',
			'时间:',
			'服务费',
			'大写',
			'纳税人识别号',
		].flatMap((label) => [
			[
				`${label} in a column`,
				(n: number) =>
					grid(
						times(n, () => label),
						1,
					),
			],
			[
				`${label} in a grid`,
				(n: number) =>
					grid(
						times(n, () => label),
						8,
					),
			],
			[
				`${label} in one row`,
				(n: number) =>
					grid(
						times(n, () => label),
						n,
					),
			],
			[
				`${label} with a figure in every row`,
				(n: number) => table(times(n / 2, (i) => [label, price(i)])),
			],
			[
				`${label} above its figure`,
				(n: number) => table(times(n / 2, (i) => (i % 2 ? [price(i), price(i)] : [label, label]))),
			],
		]),
	),
	'labels and values in turn': (n) =>
		grid(
			times(n, (i) => (i % 2 ? price(i) : ['合计:', '单价:', '优惠:', '订单号:'][(i >> 1) % 4])),
			4,
		),
};
