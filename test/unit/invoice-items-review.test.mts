import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { infosOf, invoiceChoices, itemsOf, row, sound } from '../support/invoice-pairs.mts';
import type { Pairs } from '../support/invoice-pairs.mts';
import { origin } from '../support/results.mts';

describe('review checks', () => {
	const reasonsWith = (changes: Pairs, rows: Pairs = []) => {
		const changed = new Map([...sound, ...changes]);
		const [{ needsReview, reviewReasons }] = itemsOf([...changed, ...rows]);
		expect(needsReview).toBe(reviewReasons !== null);
		return reviewReasons;
	};

	it('finds nothing where everything agrees', () => {
		expect(reasonsWith([], row('打印纸', '4', '25.00', '100.00', '13.00'))).toBeNull();
		expect(reasonsWith([], row('打印纸', '4', '28.25', '113.00', ''))).toBeNull();
		expect(
			reasonsWith([
				['合计金额', '100.00'],
				['合计税额', '13.00'],
			]),
		).toBeNull();
	});

	it.each<[string, Pairs, RegExp]>([
		[
			'words against figures',
			[['合计金额(大写)', '壹佰壹拾肆元整']],
			/totalAmount 113 differs from the amount in words, 114/,
		],
		['a code of nine digits', [['发票代码', '144031000']], /invoiceCode has not 10 or 12 digits/],
		['a number of seven digits', [['发票号码', '0164800']], /invoiceNumber has not 8 or 20 digits/],
		['a check code of 17 digits', [['校验码', '15634318038000000']], /checkCode has not 20 digits/],
		[
			'a wrong check digit',
			[['购买方识别号', '91350100M000100Y44']],
			/buyerTaxId has a wrong check digit/,
		],
		[
			'tax and total',
			[
				['合计金额', '100.00'],
				['合计税额', '12.00'],
			],
			/amountBeforeTax 100 plus totalTax 12 is 112, not totalAmount 113/,
		],
		['an impossible date', [['日期', '2018年2月30日']], /invoiceDate is not readable/],
		['a missing total', [['合计金额(小写)', '']], /totalAmount was not read/],
	])('%s', (_, changes, reason) => expect(reasonsWith(changes)).toMatch(reason));

	it('finds a row and a sum that do not fit', () => {
		const reasons = reasonsWith([], row('打印纸', '4', '25.00', '90.00', '13.00'));
		expect(reasons).toMatch(/row 1: quantity 4 x unitPrice 25 is 100, not amount 90/);
		expect(reasons).toMatch(/the rows add up to 103, not to totalAmount 113/);
	});

	it('says nothing of what it cannot check', () => {
		expect(
			reasonsWith(
				[
					['合计金额(大写)', '看不清'],
					['合计税额', '¥*'],
					['购买方识别号', '9135********'],
				],
				row('纸', '', '25.00', '', ''),
			),
		).toBeNull();
	});
});

describe('red-letter invoices and digital ones', () => {
	const printed = (words: string): Pairs => [
		['发票号码', '25332000000081234567'],
		['合计金额', '-1061.94'],
		['合计税额', '-138.06'],
		['合计金额(小写)', '-1200.00'],
		['合计金额(大写)', words],
		...row('*纸制品*复印纸', '-4', '132.743362831858', '-530.97', '-69.03'),
		...row('*文具*签字笔', '-5', '106.19469026549', '-530.97', '-69.03'),
	];

	it.each(['(负数)壹仟贰佰圆整', '（负数）壹仟贰佰圆整', '负壹仟贰佰圆整', '（红字）壹仟贰佰圆整'])(
		'%s agrees with -1200.00',
		(words) => {
			const [item] = itemsOf(printed(words));
			expect(item).toMatchObject({ totalAmount: -1200, reviewReasons: null });
			expect(item.items).toMatchObject([{ unitPrice: 132.743362831858 }, { quantity: -5 }]);
		},
	);

	it('says that words without the sign differ', () => {
		expect(itemsOf(printed('壹仟贰佰圆整'))[0].reviewReasons).toBe(
			'totalAmount -1200 differs from the amount in words, 1200',
		);
	});
});

describe('dates that a person should look at', () => {
	it.each([
		['2099年1月1日', '2099-01-01', /^invoiceDate 2099-01-01 is in the future$/],
		['1979-12-31', '1979-12-31', /^invoiceDate 1979-12-31 is before 1980$/],
	])('%s', (printed, date, reason) => {
		const [item] = itemsOf([...new Map([...sound, ['日期', printed]])] as Pairs);
		expect(item.invoiceDate).toBe(date);
		expect(item.reviewReasons).toMatch(reason);
	});
});

describe('reasons', () => {
	const wrong = (count: number) =>
		Array.from({ length: count }, (_, index) => row(`货${index}`, '5O', '3', '7', '0')).flat();

	it('stand with their own row and with the document, not with other rows', () => {
		const rows = [...row('纸', '2', '25.00', '60.00', ''), ...row('笔', 'l', '1', '53.00', '')];
		const items = itemsOf([...sound, ...rows], { output: 'lineItems' });
		expect(items.map(({ reviewReasons }) => reviewReasons)).toEqual([
			'row 1: quantity 2 x unitPrice 25 is 50, not amount 60',
			'row 2: quantity is not readable as returned',
		]);
		expect(itemsOf([...sound, ...rows])[0].reviewReasons).toBe(
			items.map(({ reviewReasons }) => reviewReasons).join('; '),
		);
	});

	it('name what is paid first, then the number, the parties and the rows', () => {
		const [item] = itemsOf([
			['销售方识别号', '91350100M000100Y44'],
			['发票号码', '0164800'],
			['合计金额(小写)', '1O'],
			...row('纸', '2', '25.00', '60.00', ''),
		]);
		const about = String(item.reviewReasons)
			.split('; ')
			.map((reason) => reason.replace(/ .*/, ''));
		expect(about).toEqual(['totalAmount', 'totalAmount', 'invoiceNumber', 'sellerTaxId', 'row']);
	});

	it('are few where there are many, and say how many more there are', () => {
		const [item] = itemsOf([...sound, ...wrong(1200)]);
		expect(String(item.reviewReasons).length).toBeLessThan(1000);
		expect(item.reviewReasons).toMatch(/^the rows add up to 8400.*; and \d+ more$/);
		const shown = String(item.reviewReasons).match(/row \d+: quantity/g)?.length ?? 0;
		expect(item.reviewReasons).toMatch(new RegExp(`and ${1200 - shown} more$`));
	});

	it('of 1,200 rows that are all wrong and doubtful are far below a megabyte', () => {
		const infos = infosOf([...sound, ...wrong(1200)]);
		const confidence = Object.fromEntries(infos.map(({ name }) => [name, Array(1200).fill(0.1)]));
		const items = invoiceItems(
			{ request_id: 'id', invoice_general_infos: infos, confidence },
			{ ...invoiceChoices, output: 'lineItems' },
			origin,
		);
		expect(items).toHaveLength(1200);
		expect(items.map(({ reviewReasons }) => reviewReasons).join('').length).toBeLessThan(600_000);
		expect(items[1199].reviewReasons).toMatch(/row 1200: quantity is not readable/);
		expect(items[1199].reviewReasons).not.toMatch(/row 1199/);
	});
});
