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
import { readPictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';
import { bmp, jpegHeader, labelledPng } from '../support/pictures.mts';

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

	it.each(['*', ' ', '1', '(', ':', '元', '零', '年', '　'])(
		'do not hang on 200,000 times %p',
		(character) => {
			const text = `${character.repeat(200_000)}!`;
			const started = Date.now();
			for (const kind of KINDS) convertValue(kind, text);
			parseCapitalAmount(text);
			taxIdProblem(text);
			expect(Date.now() - started).toBeLessThan(1000);
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

const origin = { sourceFile: 'f.jpg', sourceField: 'data' };

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
