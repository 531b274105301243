import { openEnvelope } from '../../nodes/shared/envelope.ts';
import { parseExactJson } from '../../nodes/shared/exactJson.ts';
import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { growthOf, tooSteep } from '../../server/testing/growth.mts';
import { origin } from '../support/results.mts';

it.each([
	['24442000000012345678', '24442000000012345678'],
	['-24442000000012345678', '-24442000000012345678'],
	['24442000000000000000', '24442000000000000000'],
	['9007199254740993', '9007199254740993'],
	['9007199254740991', 9007199254740991],
	['2.4442000000012345678e19', '2.4442000000012345678e19'],
	['1e400', '1e400'],
	['-1e400', '-1e400'],
	['1e-400', '1e-400'],
	['0.12345678901234567890', '0.12345678901234567890'],
	['132.743362831858', 132.743362831858],
	['1.10', 1.1],
	['12.50', 12.5],
	['1e5', 100000],
	['1E+2', 100],
	['0e999', 0],
	['-0', -0],
	['0.0', 0],
	['0.97', 0.97],
	['0.30000000000000004', 0.30000000000000004],
	['10', 10],
	['1440310000', 1440310000],
])('%s is %p', (literal, value) => {
	expect(parseExactJson(literal)).toBe(value);
	expect(parseExactJson(`{"a":[${literal},true,null],"b":${literal}}`)).toEqual({
		a: [value, true, null],
		b: value,
	});
});

it.each([
	'24442000000012345678',
	'a "24442000000012345678" b',
	'\\',
	'\\"24442000000012345678',
	'\\\\" : 24442000000012345678',
	'1e400',
	'线\n\t24442000000012345678',
])('leaves digits inside the text %j alone, beside a number that is not exact', (text) => {
	const value = { [text]: text, list: [text], number: 24442 };
	const body = JSON.stringify(value).replace('24442}', '24442000000012345678}');
	expect(parseExactJson(body)).toEqual({ ...value, number: '24442000000012345678' });
});

it.each(['', '{', '{"a":01}', '{"a":1e}', '[1,]', '{"a":"x}', '24442000000012345678x'])(
	'refuses %j as JSON.parse does',
	(text) => expect(() => parseExactJson(text)).toThrow(SyntaxError),
);

it.each([
	['quotation marks', 100_000, (count: number) => `"${'\\"'.repeat(count)}"`],
	['digits in a text', 400_000, (count: number) => `["${'1'.repeat(count)}"]`],
	['zeros', 75_000, (count: number) => `[1${'0'.repeat(count)}]`],
	['decimals', 75_000, (count: number) => `[0.${'0'.repeat(count)}1]`],
	['numbers', 20_000, (count: number) => `[${'12345678901234567890,'.repeat(count)}0]`],
])('takes a time that grows with the text and not with its square: %s', (_, size, textOf) => {
	const read = (count: number) => expect(parseExactJson(textOf(count))).toBeDefined();
	expect(growthOf(read, size)).toBeLessThan(tooSteep);
});

it('gives a code of 20 digits that came as a number to the row and to the raw response', () => {
	const body =
		'{"reason":"success","result":{"request_id":24442000000012345679,"invoice_general_infos":[' +
		'{"name":"发票号码","value":24442000000012345678},{"name":"合计金额(小写)","value":113.50}]},"error_code":0}';
	const envelope = openEnvelope(
		{ statusCode: 200, headers: {}, body },
		{ server: 'juheCloud', key: 'k' },
	);
	expect(envelope.result.invoice_general_infos).toEqual([
		{ name: '发票号码', value: '24442000000012345678' },
		{ name: '合计金额(小写)', value: 113.5 },
	]);
	const choices = { output: 'invoice', reviewChecks: true } as const;
	const [english] = invoiceItems(envelope.result, { ...choices, fieldNames: 'english' }, origin);
	expect(english).toMatchObject({
		invoiceNumber: '24442000000012345678',
		totalAmount: 113.5,
		requestId: '24442000000012345679',
		reviewReasons: null,
	});
	const [original] = invoiceItems(envelope.result, { ...choices, fieldNames: 'original' }, origin);
	expect(original).toMatchObject({ 发票号码: '24442000000012345678' });
});
