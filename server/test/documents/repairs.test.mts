import { repairs } from '../../src/documents/propose/repairs.mts';
import { figureOf } from '../../testing/documents/table-line.mts';

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

	test.each([
		['10', []],
		['1.00', []],
		['310', ['3.10']],
		['3100', ['31.00', '3.100']],
		['-310', ['-3.10']],
		['-3100', ['-31.00', '-3.100']],
		['05', ['0.5']],
		['0310', ['0.310']],
		['-0310', ['-0.310']],
	])('%s without its point: %j', (value, ways) => {
		expect(repaired([value, 'x'])).toEqual(ways.map((way) => `point: ${way} x`));
	});

	test('is sure from a confidence of 0.9 on', () => {
		expect(repaired(['7', 'x'], 0.89)).toEqual(['digit: 1 x', 'digit: 2 x']);
		expect(repaired(['7', 'x'], 0.9)).toEqual([]);
	});

	test('has another digit only where its characters are those printed', () => {
		const [seven, other] = [figureOf('7', 0.5), figureOf('x')];
		const behind = { ...seven, chars: figureOf('¥7', 0.5).chars };
		const unread = { ...seven, chars: figureOf('T', 0.5).chars };
		expect(repairs([behind, other])).toHaveLength(2);
		expect(repairs([unread, other])).toEqual([]);
	});

	test('is one of two to four', () => {
		expect(repaired(['310'])).toEqual([]);
		expect(repaired(['310', 'x'])).toHaveLength(1);
		expect(repaired(['310', 'x', 'x', 'x'])).toHaveLength(1);
		expect(repaired(['310', 'x', 'x', 'x', 'x'])).toEqual([]);
	});

	test('is the last of four where any two before it multiply to it', () => {
		expect(repaired(['1.5', '2.0', '3.0', '9.00'])).toEqual([]);
		expect(repaired(['1.5', '2.0', '3.2', '6.46'])).toEqual(['product: 1.5 2.0 3.2 6.40']);
		expect(repaired(['1.5', '2.0', '3.2', '1.80'])).toContain('product: 1.5 2.0 3.2 4.80');
	});
});
