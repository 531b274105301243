import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Input {
	column: string;
	label: string;
	value: string;
	problem?: string;
}
interface Form {
	groups: Array<{ line: number; inputs: Input[]; isRemoved?: boolean }>;
	problems: string[];
}
interface Typed extends Form {
	unsaved: string;
	isLeftOut: boolean;
	wantsLines: boolean;
	values: Record<string, unknown> & { items: Array<Record<string, unknown>> };
}
type Fields = Readonly<Record<string, unknown>>;

const { nodes } = JSON.parse(readFileSync(path.resolve('workflows', 'review-queue.json'), 'utf8'));

/** An expression of the shipped workflow as a function of an item and of what other nodes put out. */
function expression(node: string, field: string) {
	const { parameters } = nodes.find(({ name }: { name: string }) => name === node);
	const { value } = parameters.assignments.assignments.find(
		({ name }: { name: string }) => name === field,
	);
	const code = `return ${value.replace(/^=\{\{|\}\}$/g, '')}`;
	const run = new Function('$json', '$', '$prevNode', code);
	return (json: unknown, other?: unknown) =>
		run(json, () => ({ first: () => ({ json: other }) }), { name: 'Is Understood' });
}
const formOf = expression('Form Values', 'form') as (row: Fields) => Form;
const pageOf = expression('Form Page', 'fields');
const readTyped = expression('What Was Typed', 'typed');

const invoice = {
	kind: 'invoice',
	invoiceNumber: '00538761',
	invoiceDate: '2015-12-18',
	totalAmount: 4146,
	items: JSON.stringify([{ name: '硒鼓', quantity: 6, amount: 1011 }]),
};
const receipt = {
	kind: 'receipt',
	receipt: JSON.stringify({
		shopName: '小店',
		totalAmount: 5,
		items: [{ name: '笔', subtotal: 5 }],
	}),
};

const valuesOf = (form: Form): Record<string, string> =>
	Object.fromEntries(
		form.groups.flatMap(({ inputs }) => inputs.map(({ label, value }) => [label, value])),
	);

/** What is understood of a form in which some fields were changed. */
function typed(row: Fields, changes: Fields): Typed {
	const form = formOf(row);
	return readTyped({ ...valuesOf(form), ...changes }, { form }) as Typed;
}

it.each([invoice, receipt])(
	'what was typed in %j stands in its form when it is opened again',
	(row) => {
		const changes = { Total: '1,2O', Number: '', 'Line 1: name': '<b>$&', 'Line 9: name': 'added' };
		const ofRemoved = { 'Line 1: remove': ['Remove'] };
		const first = formOf({ ...row, typed: JSON.stringify({ lines: 14 }) });
		expect(first.problems).toEqual([]);
		const sent = { ...valuesOf(first), ...changes, ...ofRemoved };
		const { unsaved } = readTyped(sent, { form: first, 'Your name': 'Li' }) as Typed;
		const again = formOf({ ...row, typed: unsaved });
		expect(valuesOf(again)).toEqual({ ...valuesOf(first), ...changes });
		expect(again.groups.filter(({ isRemoved }) => isRemoved).map(({ line }) => line)).toEqual([1]);
		expect(again.problems).toEqual(['What Li typed was not saved. It stands below']);
	},
);

const emptied = (row: Fields, sign = '') =>
	Object.fromEntries(Object.keys(valuesOf(formOf(row))).map((label) => [label, sign]));

it('a form that is sent as it was shown holds what was read', () => {
	const [line, { problems, values }] = [{ name: '笔', subtotal: 5 }, typed(invoice, {})];
	expect(problems).toEqual([]);
	expect(values).toMatchObject({ invoiceNumber: '00538761', totalAmount: 4146 });
	expect(values.items).toMatchObject([{ name: '硒鼓', quantity: 6, amount: 1011, taxRate: null }]);
	expect(typed(receipt, {}).values).toMatchObject({ shopName: '小店', items: [line] });
});

it.each([
	['1,234.5', 1234.5],
	['1234567', 1234567],
	['12,345,678.90', 12345678.9],
	['￥12', 12],
	['¥ 12.30', 12.3],
	['１２', 12],
	['１，２３４．５', 1234.5],
	['-3', -3],
	['－3', -3],
	['−3.50', -3.5],
	['¥-0.5', -0.5],
	['-¥0.5', -0.5],
	['+7', 7],
	['12元', 12],
	['12元整', 12],
	['人民币12.00元', 12],
	['RMB 12', 12],
	['CNY12', 12],
	['0', 0],
])('the amount %s is %d, in the total as in a line', (text, number) => {
	const { problems, values } = typed(invoice, { Total: text, 'Line 1: amount': text });
	expect(problems).toEqual([]);
	expect([values.totalAmount, values.items[0].amount]).toEqual([number, number]);
});

it.each([
	'1.234,5',
	'12,5',
	'1,2345',
	',5',
	'12,5O',
	'1e3',
	'(3)',
	'12 + 3',
	'八块',
	'12.3.4',
	'12345678901234567890',
	'Infinity',
	'0x10',
])('the amount %s is asked again', (text) => {
	const { problems } = typed(invoice, { Total: text, 'Line 1: amount': text });
	const told = `"${text}" is not a number such as 1234.50`;
	expect(problems).toEqual([`Total: ${told}`, `Line 1: amount: ${told}`]);
});

it.each([
	'2026/1/5',
	'2026-01-05',
	'2026.1.5',
	'20260105',
	'2026年1月5日',
	'2026年01月05',
	'２０２６／１／５',
	' 2026 - 1 - 5 ',
])('the date %s is 2026-01-05', (text) => {
	expect(typed(invoice, { Date: text })).toMatchObject({
		problems: [],
		values: { invoiceDate: '2026-01-05' },
	});
});

it.each(['1/5/2026', '26-1-5', '2026-2-30', '0026-01-05', '2026年1月', '20261305', '2026'])(
	'the date %s is asked again',
	(text) => {
		const { problems } = typed(invoice, { Date: text });
		expect(problems).toEqual([`Date: "${text}" is not a date such as 2024-05-31`]);
	},
);

it.each([
	['18:05', '18:05'],
	['8:05:09', '08:05:09'],
	['18：05', '18:05'],
	['18点05分', '18:05'],
	['18时05分09秒', '18:05:09'],
])('the time %s is %s', (text, time) => {
	expect(typed(receipt, { Time: text })).toMatchObject({
		problems: [],
		values: { purchaseTime: time },
	});
});

it.each(['25:00', '18', '18:60', '18:05:99', 'noon'])('the time %s is asked again', (text) => {
	expect(typed(receipt, { Time: text }).problems).toHaveLength(1);
});

it.each([
	['an invoice', invoice, { Total: '4146', Number: '00538761', Date: '2015-12-18' }],
	['a receipt', receipt, { Total: '5', Shop: '小店' }],
])('what %s must have is asked again where it is empty, with what was read', (_, row, needed) => {
	for (const blank of ['', '  ', '　']) {
		const all = Object.keys(needed).map((label) => [label, blank]);
		const { problems, values } = typed(row, Object.fromEntries(all));
		expect([...problems].sort()).toEqual(
			Object.entries(needed)
				.map(
					([label, was]) =>
						`${label}: it is empty, and "${was}" was read. Type it in, or - if it is not printed`,
				)
				.sort(),
		);
		expect(values.items).toHaveLength(1);
	}
});

it.each(['-', '－', '—', '——', ' - '])('%s means that a value is not printed', (sign) => {
	const { problems, values } = typed(invoice, { Number: sign, Date: sign, Buyer: sign });
	expect(problems).toEqual([]);
	expect(values).toMatchObject({ invoiceNumber: null, invoiceDate: null, buyerName: null });
});

it('what may be missing is empty without a word', () => {
	const row = { ...invoice, buyerName: '某公司', checkCode: '12345' };
	expect(typed(row, { Buyer: '', 'Check code': ' ' })).toMatchObject({
		problems: [],
		values: { buyerName: null, checkCode: null },
	});
});

it.each([
	['an invoice', invoice, ''],
	['an invoice', invoice, '-'],
	['a receipt', receipt, ''],
	['a receipt', receipt, '-'],
])('a form of %s that holds only "%s" is never saved', (_, row, sign) => {
	const { problems } = typed(row, emptied(row, sign));
	expect(problems[0]).toMatch(/^Nothing is filled in, and an empty form is never saved/);
});

it('a form with nothing but a line is saved once the rest is said not to be printed', () => {
	const { problems, values } = typed(receipt, { ...emptied(receipt, '-'), 'Line 1: name': '笔' });
	expect(problems).toEqual([]);
	expect(values.items).toEqual([expect.objectContaining({ name: '笔', subtotal: null })]);
});

it('a line that is removed is not read, and one that is emptied is none', () => {
	const { problems, values } = typed(invoice, {
		'Line 1: amount': 'what?',
		'Line 1: remove': ['Remove'],
		'Line 2: name': '纸',
		'Line 3: name': ' ',
	});
	expect(problems).toEqual([]);
	expect(values.items).toEqual([expect.objectContaining({ name: '纸' })]);
});

it('lines that a form has no room for are kept as they were read, behind the others', () => {
	const items = Array.from({ length: 200 }, (_, i) => ({ name: String(i + 1), amount: 1 }));
	const row = { ...invoice, items: JSON.stringify(items) };
	const { values } = typed(row, { 'Line 81: name': 'added' });
	expect(values.items.map(({ name }) => name)).toEqual([
		...items.slice(0, 80).map(({ name }) => name),
		'added',
		...items.slice(80).map(({ name }) => name),
	]);
});

it.each([
	['an invoice', invoice, 'Line 103: name'],
	['a receipt', receipt, 'Line 183: name'],
])('the form of %s never has more fields than n8n takes', (_, row, last) => {
	const askAgain = expression('Ask Again', 'form');
	const labelsOf = (form: Form): Array<string | undefined> =>
		JSON.parse(pageOf({ form }) as string).map(({ fieldLabel }: Fields) => fieldLabel);
	let form = formOf(row);
	for (let i = 0; i < 30 && labelsOf(form).includes('More empty lines'); i++) {
		const again = readTyped({ ...valuesOf(form), 'More empty lines': 'Show' }, { form });
		form = askAgain({}, { form, typed: again }) as Form;
	}
	const labels = labelsOf(form).filter((label) => label);
	expect(labels.length).toBeLessThan(1000);
	expect(labels).toContain(last);
	expect(labels).not.toContain('More empty lines');
});
