import fc from 'fast-check';
import nzh from 'nzh';

import { invoiceItems } from '../../nodes/JuheInvoiceOcr/invoiceItems.ts';
import { receiptItems } from '../../nodes/JuheReceiptOcr/receiptItems.ts';
import {
	coreFields,
	furtherFields,
	lineItemFields,
} from '../../nodes/JuheInvoiceOcr/invoiceFields.ts';
import { headerFields } from '../../nodes/JuheReceiptOcr/receiptFields.ts';
import { parseCapitalAmount } from '../../nodes/shared/checks/capitalAmount.ts';
import { taxIdProblem } from '../../nodes/shared/checks/taxId.ts';
import { parseExactJson } from '../../nodes/shared/exactJson.ts';
import { readPictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';
import { growthOf, tooSteep } from '../../server/testing/growth.mts';
import { bmp, gif, ico, jpegHeader, labelledPng, svg, webp, zip } from '../support/pictures.mts';
import { origin } from '../support/results.mts';

const KINDS: ValueKind[] = [
	'text',
	'code',
	'documentNumber',
	'amount',
	'quantity',
	'date',
	'time',
	'currency',
	'boolean',
];

/** Texts made of what stands on slips, so that they come close to being values. */
const nearValue = fc
	.array(
		fc.constantFrom(
			...'0123456789.,:：-—+*xX×¥￥$元圆角分整零壹贰叁肆伍陆柒捌玖拾佰仟万亿年月日时分秒上下午/ 　kgNo单价()（）'.split(
				'',
			),
			'下午',
			'单价:',
			'人民币',
			'2018',
			'¥*',
			'RMB',
		),
		{ maxLength: 24 },
	)
	.map((parts) => parts.join(''));
const anyText = fc.oneof(
	nearValue,
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.string({ maxLength: 2000 }),
);

describe('value parsers', () => {
	it('never throw, and return a finite value of their type, on 60,000 texts', () => {
		fc.assert(
			fc.property(fc.constantFrom(...KINDS), anyText, (kind, text) => {
				const { value } = convertValue(kind, text);
				if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
				if (kind === 'date' && value !== null) expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
				if (kind === 'time' && value !== null) expect(value).toMatch(/^\d\d:\d\d(:\d\d)?$/);
			}),
			{ numRuns: 60_000 },
		);
	});

	it('give no number but the one that is printed, on 30,000 texts', () => {
		const around = fc.constantFrom(
			...[
				'',
				' ',
				'¥',
				'￥',
				'HK$',
				'元',
				'kg',
				'斤',
				'/份',
				'%',
				'O',
				'l',
				'CR',
				'-',
				'(',
				')',
				'万',
				'²',
			],
			...[
				'.',
				',',
				' 1',
				'0',
				'12',
				'.5',
				':',
				'x',
				'单价:',
				'负',
				'(负数)',
				'/',
				'瓶',
				'\n',
				'\u00a0',
			],
		);
		const figures = fc.oneof(
			fc.stringMatching(/^\d{1,20}$/),
			fc.stringMatching(/^\d{1,4}\.\d{1,14}$/),
			fc.stringMatching(/^\d{1,3}(,\d{3}){1,3}(\.\d\d)?$/),
		);
		const nearNumber = fc
			.tuple(fc.array(around, { maxLength: 3 }), figures, fc.array(around, { maxLength: 3 }))
			.map(([before, figure, behind]) => [...before, figure, ...behind].join(''));
		fc.assert(
			fc.property(
				fc.constantFrom<ValueKind>('amount', 'quantity'),
				fc.oneof(nearNumber, anyText),
				(kind, text) => {
					const { value } = convertValue(kind, text);
					if (typeof value !== 'number') return;
					const printed = text
						.normalize('NFKC')
						.replace(/m[23]/gi, '')
						.replace(/[^\d.]/g, '');
					expect([text, Math.abs(value)]).toEqual([text, Number(printed)]);
				},
			),
			{ numRuns: 30_000 },
		);
	});

	it('read back every unit price, whatever its decimals, sign, currency and unit', () => {
		const signed = fc.constantFrom(
			(text: string) => ({ text: `¥${text}`, factor: 1 }),
			(text: string) => ({ text: `-￥${text}`, factor: -1 }),
			(text: string) => ({ text: `HK$-${text}`, factor: -1 }),
			(text: string) => ({ text: `(${text})`, factor: -1 }),
			(text: string) => ({ text: `${text}-`, factor: -1 }),
			(text: string) => ({ text: `单价:${text}元/kg`, factor: 1 }),
			(text: string) => ({ text: `（负数）${text}`, factor: -1 }),
		);
		fc.assert(
			fc.property(
				fc.nat(999_999_999),
				fc.stringMatching(/^\d{1,20}$/),
				fc.boolean(),
				signed,
				(whole, decimals, isGrouped, sign) => {
					const printed = `${isGrouped ? whole.toLocaleString('en') : whole}.${decimals}`;
					const { text, factor } = sign(printed);
					const value = Number(`${whole}.${decimals}`);
					expect([text, convertValue('amount', text).value]).toEqual([
						text,
						value === 0 ? 0 : factor * value,
					]);
				},
			),
			{ numRuns: 10_000 },
		);
	});

	it.each(['*', ' ', '1', '(', ':', '元', '零', '年', '　', '1,', '1 ', '负', '/'])(
		'take a time that grows with a text of %p, and not with its square',
		(character) => {
			const read = (length: number) => {
				const text = `${character.repeat(length)}!`;
				for (const kind of KINDS) convertValue(kind, text);
				parseCapitalAmount(text);
				taxIdProblem(text);
			};
			expect(growthOf(read, 50_000)).toBeLessThan(tooSteep);
		},
	);

	it('read back every amount they can print', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
				const amount = cents / 100;
				const printed = amount.toLocaleString('en', { minimumFractionDigits: 2 });
				expect(convertValue('amount', `￥${printed}`).value).toBe(amount === 0 ? 0 : amount);
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe('header readers', () => {
	const seeds = [
		labelledPng('x'),
		jpegHeader(800, 600, { orientation: 6 }),
		bmp(20, 10),
		Buffer.from('RIFF....WEBP'),
		webp('VP8 ', 20, 10),
		webp('VP8L', 20, 10),
		webp('VP8X', 20, 10),
		gif(20, 10, { loop: true }),
		ico(16, 32),
		svg('width="20px" viewBox="0 0 20 10"'),
		zip('OFD.xml'),
	];
	const mutated = fc
		.tuple(
			fc.constantFrom(...seeds),
			fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 8 }),
			fc.nat(300),
		)
		.map(([seed, changes, length]) => {
			const bytes = Buffer.from(seed.subarray(0, Math.max(1, length)));
			for (const [at, value] of changes) bytes[at % bytes.length] = value;
			return bytes;
		});

	it('never throw and never hang on 40,000 files', () => {
		const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
		fc.assert(
			fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, anyBytes), (bytes) => {
				const { header } = readPictureFacts(bytes);
				if (header) expect(Math.min(header.width, header.height)).toBeGreaterThan(0);
			}),
			{ numRuns: 40_000 },
		);
	});
});

describe('amounts in capital characters', () => {
	it('survive the round trip through another implementation, 25,000 values', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e13 })),
				(cents) => {
					const words = nzh.cn.toMoney(cents / 100, { outSymbol: false });
					expect([words, parseCapitalAmount(words)]).toEqual([words, cents / 100]);
				},
			),
			{ numRuns: 25_000 },
		);
	});
});

describe('amounts below zero in capital characters', () => {
	it('are the others with words for a minus, 10,000 values', () => {
		const marks = fc.constantFrom(
			'(负数)',
			'（负数）',
			'负',
			'负数',
			'(红字)',
			'（红字）',
			'⊗(负数)',
		);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e12 }), marks, (cents, mark) => {
				const words = mark + nzh.cn.toMoney(cents / 100, { outSymbol: false });
				expect([words, parseCapitalAmount(words)]).toEqual([words, -cents / 100]);
			}),
			{ numRuns: 10_000 },
		);
	});
});

describe('JSON with exact numbers', () => {
	/** What a number of JavaScript is after its way through JSON: text where it is too long a whole one. */
	const expected = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(expected);
		if (typeof value === 'object' && value !== null)
			return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expected(one)]));
		const literal = JSON.stringify(value);
		return /^-?\d+$/.test(literal) && !Number.isSafeInteger(value) ? literal : JSON.parse(literal);
	};

	it('is JSON.parse for every number that JavaScript holds, 10,000 values', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
				expect(parseExactJson(JSON.stringify(value))).toEqual(expected(value));
			}),
			{ numRuns: 10_000 },
		);
	});

	it('keeps every figure of every number, 10,000 literals', () => {
		const literals = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,30})?([eE][+-]?\d{1,3})?$/);
		fc.assert(
			fc.property(literals, fc.string(), (literal, text) => {
				const [parsed, same] = parseExactJson(`[${literal},${JSON.stringify(text)}]`) as unknown[];
				expect(same).toBe(text);
				if (typeof parsed === 'string') expect(parsed).toBe(literal);
				else expect(parsed).toBe(Number(literal));
				if (/^-?\d{17,}$/.test(literal)) expect(parsed).toBe(literal);
			}),
			{ numRuns: 10_000 },
		);
	});
});

/** How often each text stands among the values of the items, at any depth. */
function textsOf(value: unknown, texts: string[] = []): string[] {
	if (Array.isArray(value)) value.forEach((entry) => textsOf(entry, texts));
	else if (typeof value === 'object' && value !== null) textsOf(Object.values(value), texts);
	else if (typeof value === 'string') texts.push(value);
	return texts;
}

describe('flattening loses no value of any result that the schema allows', () => {
	const value = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '');

	it.each(['invoice', 'lineItems'])('invoices, output %s', (output) => {
		const names = [...coreFields, ...furtherFields, ...lineItemFields].flatMap(
			(field) => field.names,
		);
		const info = fc.record({
			name: fc.oneof(fc.constantFrom(...names), fc.string({ minLength: 1, maxLength: 4 })),
			value,
		});
		fc.assert(
			fc.property(fc.array(info, { maxLength: 30 }), (infos) => {
				const items = invoiceItems(
					{ request_id: 'id', invoice_general_infos: infos },
					{ output, fieldNames: 'original', reviewChecks: true },
					origin,
				);
				expect(textsOf(items)).toEqual(expect.arrayContaining(infos.map((entry) => entry.value)));
			}),
			{ numRuns: 2_000 },
		);
	});

	it.each(['receipt', 'lineItems'])('receipts, output %s', (output) => {
		const row = fc.record(
			{ product: value, quantity: value, unit_price: value, subtotal_amount: value, unit: value },
			{ requiredKeys: [] },
		);
		const header = fc.dictionary(
			fc.constantFrom(...headerFields.map(({ name }) => name), 'tax_amount', 'remark'),
			value,
		);
		fc.assert(
			fc.property(header, fc.array(row, { maxLength: 8 }), (fields, table) => {
				const items = receiptItems(
					{ orderid: 'id', data: { ...fields, table } },
					{ output, fieldNames: 'original', reviewChecks: true },
					origin,
				);
				const printed = [
					...Object.values(fields),
					...table.flatMap((cells) => Object.values(cells)),
				];
				const joined = textsOf(items).join('\n');
				for (const text of printed) expect(joined).toContain(text.trim());
			}),
			{ numRuns: 2_000 },
		);
	});
});
