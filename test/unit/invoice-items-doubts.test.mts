import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import type { OutputChoices } from '../../nodes/shared/ocrApi.ts';
import { infosOf, invoiceChoices, itemsOf, row, sound } from '../support/invoice-pairs.mts';
import type { Pairs } from '../support/invoice-pairs.mts';
import { origin } from '../support/results.mts';

describe('kind', () => {
	const kindOf = (pairs: Pairs) => /kind: [^;]*/.exec(String(itemsOf(pairs)[0].reviewReasons))?.[0];
	const goods: Pairs = [
		['日期', '2024-03-05'],
		['合计金额(小写)', '132.86'],
		...row('晨露纯净水550ml', '12', '1.50', '18.00', ''),
	];

	it.each<[string, Pairs]>([
		['goods and a total alone', goods],
		['with the number of a slip', [...goods, ['发票号码', '0203240305018842']]],
		['with a total in words', [...goods, ['合计金额(大写)', '壹佰叁拾贰元捌角陆分']]],
		['of one named customer', [...goods, ['购买方名称', '零售客户']]],
		['with a code of eleven digits', [...goods, ['发票代码', '14403100000']]],
		['with a code of thirteen digits', [...goods, ['发票代码', '1440310000001']]],
		['with a number of nine digits', [...goods, ['发票号码', '016480001']]],
		['with a tax id of twelve', [...goods, ['销售方识别号', '440300670000']]],
		['with a tax id of 21', [...goods, ['销售方识别号', '440300670000412000000']]],
		['with a title of something else', [...goods, ['发票名称', '销售单']]],
		['goods alone', row('晨露纯净水550ml', '12', '1.50', '18.00', '')],
		['a total alone', [['合计金额(小写)', '25.00']]],
	])('says that this looks like a receipt: %s', (_, pairs) => {
		expect(kindOf(pairs)).toMatch(/^kind: this looks like a receipt, not like an invoice/);
		expect(itemsOf(pairs)[0].reviewReasons).toMatch(/^kind/);
	});

	it.each<[string, Pairs]>([
		['a number of eight digits', [...goods, ['发票号码', '01648000']]],
		['a number of 20 digits', [...goods, ['发票号码', '25332000000081234580']]],
		['a code', [...goods, ['发票代码', '144031000000']]],
		['a code of ten digits', [...goods, ['发票代码', '4403162320']]],
		['a check code', [...goods, ['校验码', '74063 21044']]],
		['a password area', [...goods, ['密码区', '03*/5<6>']]],
		['a type', [...goods, ['种类', '电子发票']]],
		['a tax id', [...goods, ['销售方识别号', '440300670000412']]],
		['a title', [...goods, ['发票名称', '上海增值税专用发票']]],
		['both parties', [...goods, ['购买方名称', '甲公司'], ['销售方名称', '乙公司']]],
		['nothing at all', []],
		['no more than a date', [['日期', '2024-03-05']]],
	])('is content with %s', (_, pairs) => expect(kindOf(pairs)).toBeUndefined());

	it.each(['lineItems', 'invoice'])('is in each item of %s', (output) => {
		for (const item of itemsOf([...goods, ...row('纸', '1', '1', '1', '')], { output }))
			expect(item.reviewReasons).toMatch(/^kind/);
	});

	it.each<[unknown, string | null]>([
		[
			'receipt',
			'kind: this looks like no invoice: the server says receipt. Give it to the Juhe Receipt OCR node',
		],
		['invoice', null],
		['<b>', null],
		[7, null],
		[undefined, null],
	])('believes a server that says %p', (kind, reason) => {
		const infos = infosOf(sound);
		const [item] = invoiceItems({ invoice_general_infos: infos, kind }, invoiceChoices, origin);
		expect(item.reviewReasons).toBe(reason);
		expect(item).not.toHaveProperty('kind');
	});
});

describe('confidence', () => {
	const infos = [
		...sound,
		...row('纸', '1', '50.00', '50.00', '6.50'),
		...row('笔', '2', '25.00', '50.00', '6.50'),
	].map(([name, value]) => ({ name, value }));
	const confidence = {
		发票代码: 0.79,
		发票号码: 0.8,
		校验码: 0,
		'货物或应税劳务、服务名称': [0.97, 0.41],
		数量: [0.97, 0.41],
		单价: [0.97, null],
		时间: 0.1,
	};
	const itemsWith = (sureness: unknown, more: Partial<OutputChoices> = {}) =>
		invoiceItems(
			{ request_id: 'id', invoice_general_infos: infos, confidence: sureness },
			{ ...invoiceChoices, ...more },
			origin,
		);

	it.each(['english', 'original'] as const)('names what is doubtful (%s names)', (fieldNames) => {
		const [item] = itemsWith(confidence, { fieldNames });
		expect(item.needsReview).toBe(true);
		expect(item.reviewReasons).toBe('Doubtful: invoiceCode 0.79, row 2 name 0.41');
	});

	it('names a doubtful cell at its own row only, a doubtful field at all', () => {
		const items = itemsWith(confidence, { output: 'lineItems' });
		expect(items.map(({ reviewReasons }) => reviewReasons)).toEqual([
			'Doubtful: invoiceCode 0.79',
			'Doubtful: invoiceCode 0.79, row 2 name 0.41',
		]);
	});

	const proven = (header: Pairs, cells: string[]) => {
		const names = ['数量', '单价', '金额', '税率', '税额'];
		const pairs = [...header, ...names.map((name, i): [string, string] => [name, cells[i]])];
		const sureness = Object.fromEntries(pairs.map(([name]) => [name, 0.1]));
		const result = { invoice_general_infos: infosOf(pairs), confidence: sureness };
		const [item] = invoiceItems(result, invoiceChoices, origin);
		return String(item.reviewReasons).replaceAll(' 0.10', '');
	};
	const number: Pairs[number] = ['发票号码', '00538761'];
	const total: Pairs[number] = ['合计金额(小写)', '113.00'];

	it.each<[string, Pairs, string[], string]>([
		['words', [total, ['合计金额(大写)', '壹佰壹拾叁元整']], ['', '', '', '', ''], ''],
		['net and tax', [total, ['合计金额', '100'], ['合计税额', '13']], ['', '', '', '', ''], ''],
		['rows and their tax', [total], ['2', '50', '100', '13%', '13'], ''],
		['rows alone', [total], ['', '', '113', '', ''], ''],
		[
			'a rate of no per cent',
			[total],
			['', '', '100', '免税', '13'],
			'row 1 taxRate, row 1 taxAmount',
		],
		[
			'a rate of another tax',
			[total],
			['', '', '100', '6%', '13'],
			'row 1 taxRate, row 1 taxAmount',
		],
	])('does not name what others prove: %s', (_, header, cells, rest) => {
		const doubts = ['Doubtful: invoiceNumber', ...(rest ? [rest] : [])];
		expect(proven([number, ...header], cells)).toBe(doubts.join(', '));
	});

	it('names a further field in the first row, unless it is more likely wrong than right', () => {
		const infosOfTwo = [...infos, { name: '收款人', value: '周' }];
		const reasonsWith = (sure: number) =>
			invoiceItems(
				{ invoice_general_infos: infosOfTwo, confidence: { 收款人: sure } },
				{ ...invoiceChoices, output: 'lineItems' },
				origin,
			).map(({ reviewReasons }) => reviewReasons);
		expect(reasonsWith(0.5)).toEqual(['Doubtful: payee 0.50', null]);
		expect(reasonsWith(0.49)).toEqual(['Doubtful: payee 0.49', 'Doubtful: payee 0.49']);
	});

	it('does not name a doubtful value again that something is wrong with', () => {
		const wrong = infos.map((info) =>
			info.name === '发票代码' ? { ...info, value: '12345' } : info,
		);
		const [item] = invoiceItems(
			{ request_id: 'id', invoice_general_infos: wrong, confidence },
			invoiceChoices,
			origin,
		);
		expect(item.reviewReasons).toBe(
			'invoiceCode has not 10 or 12 digits; Doubtful: row 2 name 0.41',
		);
	});

	it.each(['invoice', 'lineItems'] as const)('is no column of %s', (output) => {
		expect(itemsWith(confidence, { output }).map(Object.keys)).toEqual(
			itemsWith(undefined, { output }).map(Object.keys),
		);
	});

	it.each([undefined, null, 'high', [], { 发票代码: 'sure' }])('%j names nothing', (sureness) => {
		expect(itemsWith(sureness)[0].reviewReasons).toBeNull();
	});
});
