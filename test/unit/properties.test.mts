import fc from 'fast-check';
import nzh from 'nzh';
import { parseCapitalAmount } from '../../nodes/shared/checks/capitalAmount.ts';
import { parseExactJson } from '../../nodes/shared/exactJson.ts';
import { readPictureFacts } from '../../nodes/shared/pictureFacts.ts';
import { bmp, gif, ico, jpegHeader, labelledPng, svg, webp, zip } from '../support/pictures.mts';

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
