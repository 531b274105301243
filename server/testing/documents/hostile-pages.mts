import {
	goods,
	grid,
	item,
	itemHead,
	lineOf,
	oddGoods,
	pageOf,
	price,
	slipHead,
	table,
	taxId,
	times,
	word,
	type HostilePage,
} from './hostile-parts.mts';
import { hostileTexts } from './hostile-texts.mts';

/** Every page, by what it shows. */
export const hostilePages: Readonly<Record<string, HostilePage>> = {
	...hostileTexts,
	'goods that add up': (n) => table([...times(n / 4, goods), ['合计', '', '', '1.00']]),
	'goods that do not multiply': (n) => table([...times(n / 4, oddGoods), ['合计', '', '', '1.00']]),
	'goods below a head': (n) => table([slipHead, ...times(n / 4, goods), ['合计', '', '', '1.00']]),
	'goods that do not multiply below a head': (n) =>
		table([slipHead, ...times(n / 4, oddGoods), ['合计', '', '', '1.00']]),
	'goods below their names': (n) =>
		table([slipHead, ...times(n / 4, (i) => (i % 2 ? ['', ...goods(i).slice(1)] : [word(i)]))]),
	'goods with names of many rows': (n) =>
		table([slipHead, ...times(n, (i) => (i % 50 ? [word(i) + '很长的名称'.repeat(2)] : goods(i)))]),
	'goods with remarks': (n) =>
		table([slipHead, ...times(n / 2.5, (i) => (i % 2 ? [`口味:${word(i)}`] : goods(i)))]),
	'goods between sums': (n) =>
		table([slipHead, ...times(n / 4, (i) => (i % 5 ? goods(i) : ['小计', '', '', price(i)]))]),
	'goods between discounts': (n) =>
		table([
			slipHead,
			...times(n / 4, (i) => (i % 2 ? goods(i) : ['会员优惠', '', '', `-${price(i)}`])),
		]),
	'discounts before goods': (n) =>
		table([slipHead, goods(0), ...times(n / 2, (i) => ['优惠', `-${price(i)}`]), goods(1)]),
	'names and counts': (n) => table(times(n / 2, (i) => [`菜${word(i)}`, 'x2'])),
	'many heads': (n) => table(times(n / 4, () => slipHead)),
	'heads and goods in turn': (n) => table(times(n / 4, (i) => (i % 2 ? goods(i) : slipHead))),
	'an invoice with many lines': (n) =>
		table([
			['增值税普通发票'],
			itemHead,
			...times(n / 8, item),
			['合计', '', '', '', '', '¥1.00', '', '¥1.00'],
		]),
	'an invoice whose names break off': (n) =>
		table([itemHead, ...times(n / 4.5, (i) => (i % 2 ? ['很长的名称的后半'] : item(i)))]),
	'an invoice of names alone': (n) => table([itemHead, item(1), ...times(n, (i) => [word(i)])]),
	'an invoice without classes': (n) =>
		table([
			itemHead,
			...times(n / 4.5, (i) => (i % 2 ? [word(i)] : [word(i), ...item(i).slice(1)])),
		]),
	'heads of invoices': (n) => table(times(n / 8, () => itemHead)),
	'sums between the lines of an invoice': (n) =>
		table([
			itemHead,
			...times(n / 8, (i) => (i % 2 ? item(i) : ['小计', '', '', '', '', item(i - 1)[5]])),
		]),
	'parties in every row': (n) =>
		table(
			times(n / 2, (i) => [
				'名称:上海某某有限公司',
				['地址:', '电话:', '开户行:', '纳税人识别号:'][i % 4] + taxId(i),
			]),
			20,
		),
	'parties side by side': (n) =>
		grid(
			times(n, (i) => ['名称:甲公司', '地址:乙路'][i & 1]),
			30,
		),
	'cipher text': (n) =>
		grid(
			times(n, () => '03<*>/-+12<5>7*9'),
			2,
		),
	'a box of remarks': (n) =>
		table([
			['价税合计', '¥1.00'],
			...times(n, (i) => [i === 5 ? '备' : i === 9 ? '注' : '', word(i)]),
		]),
	'a table of many columns': (n) => {
		const columns = times(
			Math.min(60, n),
			(i) => ['数量', '单价', '金额', '税率', '折扣', '编码', '备注', '规格'][i % 8],
		);
		return table([columns, ...times(n / 60, (row) => columns.map((_, i) => price(row + i)))]);
	},
	'a table of many unknown columns': (n) => {
		const columns = ['品名', '数量', '金额', ...times(57, (i) => word(i))];
		return table([columns, ...times(n / 60, (row) => columns.map((_, i) => price(row + i)))]);
	},
	'a table of seven figures': (n) =>
		table(times(n / 8, (i) => [`商品${i}`, ...times(7, (k) => price(i + k))])),
	'figures glued together': (n) =>
		table([
			slipHead,
			...times(n / 5, (i) => [
				`商品${i}`,
				'12.0034.0056.00',
				'7.8015.6099.00',
				'1.0022.0033.00',
				'4.0055.0066.00',
			]),
		]),
	'pieces in one place': (n) => pageOf(times(n, (i) => ({ text: word(i), x: 0, row: 0 }))),
	'pieces nearly in one place': (n) =>
		pageOf(times(n, (i) => ({ text: price(i), x: i / 50, row: (i % 7) / 10 }))),
	'pieces that overlap down the page': (n) =>
		pageOf(times(n, (i) => ({ text: price(i), x: (i % 4) * 8, row: i / 40 }))),
	'tilted pieces': (n) =>
		pageOf(
			times(n, (i) => ({
				text: word(i) + price(i),
				x: (i % 8) * 10,
				row: i >> 3,
				slope: ((i % 21) - 10) / 40,
			})),
		),
	'a staircase': (n) => pageOf(times(n, (i) => ({ text: price(i), x: i * 2, row: i / 3 }))),
	...Object.fromEntries(
		Object.entries({
			digits: '1234567890',
			zeros: '0',
			letters: 'A',
			'letters and digits': 'A1',
			stars: '*',
			'stars and words': '*字',
			brackets: '(',
			'pairs of brackets': '()',
			points: '.',
			'points and digits': '1.',
			amounts: '1.00',
			'amounts and blanks': '1.00 ',
			'digits and blanks': '1 ',
			'words and blanks': '字 ',
			'letters and blanks': 'A ',
			'digits and commas': '1,',
			thousands: ',123',
			dashes: '-',
			'dashes and digits': '1-',
			colons: ':',
			labels: '金额',
			'labels with colons': '金额:',
			'labels and figures': '金额1.00',
			'one Chinese character': '字',
			'capital amounts': '壹佰',
			'yuan signs': '¥',
			'yuan signs and digits': '¥1',
			slashes: '/1',
			dates: '2024-01-01',
			'parts of dates': '2024-',
			times: '12:30',
			'signs of multiplication': 'x1',
			'units and digits': '1个',
			'class signs': '*餐饮*',
			'wide blanks': '\u3000',
			'equals signs': '=',
			'full stops and dots': '·…',
			'spaced words': '字 A ',
		}).flatMap(
			([name, unit]): Array<[string, HostilePage]> => [
				[`lines of ${name}`, (n) => table(times(n / 160, () => [lineOf(unit)]))],
				[
					`a slip with long lines of ${name}`,
					(n) =>
						table([
							['永兴超市'],
							[lineOf(unit)],
							['单号:123456', '2024-01-01 12:30'],
							slipHead,
							...times(n / 480, (i) => [...goods(i), lineOf(unit, 860)]),
							...times(n / 480, () => [`商品${lineOf(unit)}`]),
							[`合计:${lineOf(unit)}`, '1.00'],
							[`优惠:${lineOf(unit)}`],
							['收款人:', lineOf(unit)],
							[lineOf(unit)],
						]),
				],
				[
					`an invoice with long lines of ${name}`,
					(n) =>
						table([
							['增值税普通发票', '发票代码:', lineOf(unit, 900)],
							['名称:', lineOf(unit)],
							['纳税人识别号:', lineOf(unit)],
							[lineOf(unit)],
							itemHead,
							...times(n / 480, (i) => [...item(i), lineOf(unit, 800)]),
							...times(n / 480, () => [`*餐饮*${lineOf(unit)}`]),
							['合计', lineOf(unit)],
							['价税合计(大写)', lineOf(unit, 450), '(小写)', lineOf(unit, 450)],
							['备注:', lineOf(unit)],
							['收款人:', lineOf(unit)],
						]),
				],
			],
		),
	),
};
