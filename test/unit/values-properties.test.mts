import fc from 'fast-check';
import { parseCapitalAmount } from '../../nodes/shared/checks/capitalAmount.ts';
import { taxIdProblem } from '../../nodes/shared/checks/taxId.ts';
import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';
import { growthOf, tooSteep } from '../../server/testing/growth.mts';

const kinds: ValueKind[] = [
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
			fc.property(fc.constantFrom(...kinds), anyText, (kind, text) => {
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
				for (const kind of kinds) convertValue(kind, text);
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
