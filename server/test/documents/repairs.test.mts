import { repairs } from '../../src/documents/propose/repairs.mts';
import type { Figure } from '../../src/documents/table/tokens.mts';

const figureOf = (value: string, confidence: number): Figure => ({
	value,
	left: 0,
	right: 0,
	confidence,
	isMoney: false,
	isRate: false,
	chars: Array.from(value, (char) => ({
		char,
		confidence,
		left: 0,
		right: 0,
		gap: 0,
		area: { left: 0, top: 0, right: 0, bottom: 0 },
	})),
});

/** What the figures of a line can have been if one of them was misread, and how. */
const repaired = (line: readonly string[], confidence = 1) =>
	repairs(line.map((value) => figureOf(value, confidence))).map(
		({ figures, edits }) => `${edits.join()}: ${figures.map(({ value }) => value).join(' ')}`,
	);

describe('a figure of a line that was misread', () => {
	test('can have lost its point before cents or before grams', () => {
		expect(repaired(['310', '25.60', '7.94'])).toEqual(
			expect.arrayContaining(['point: 3.10 25.60 7.94']),
		);
		expect(repaired(['0310', '25.60', '7.94'])).toEqual(['point: 0.310 25.60 7.94']);
	});

	test('can have another digit where that is doubtful, and nowhere else', () => {
		expect(repaired(['7', '19.90', '19.90'], 0.5)).toContain('digit: 1 19.90 19.90');
		expect(repaired(['7', '19.90', '19.90'], 0.95)).toEqual([]);
	});

	test('is what the others multiply to where a look-alike digit parts the two', () => {
		expect(repaired(['0.846', '8.36', '7.37'])).toEqual(['product: 0.846 8.36 7.07']);
		expect(repaired(['0.846', '8.36', '7.17'])).toEqual([]);
		expect(repaired(['0.846', '8.36', '7.07'])).toEqual([]);
	});

	test('is not looked for in rows of more figures than a line has', () => {
		expect(repaired(['1', '2', '3', '4', '5'], 0.5)).toEqual([]);
	});
});
