import { settleNumbers } from '../../src/engine/numbers.mts';
import type { Mark } from '../../src/page/types.mts';

/** The characters of a line; `unsure` has for some of them the digit that they may be. */
function marksOf(text: string, unsure: Record<string, [digit: string, confidence: number]> = {}) {
	return [...text].map((char, i): Mark => {
		const [digit, confidence] = unsure[char] ?? [];
		return {
			char,
			confidence: digit ? 0.8 : 0.99,
			...(digit && confidence ? { digit: { char: digit, confidence } } : {}),
			left: i,
			right: i + 1,
			afterBlank: false,
		};
	});
}
const settled = (...line: Parameters<typeof marksOf>) =>
	settleNumbers(marksOf(...line))
		.map(({ char }) => char)
		.join('');

describe('settleNumbers', () => {
	it('puts back the digit for a letter like it between digits', () => {
		expect(settled('2C02', { C: ['0', 0.014] })).toBe('2002');
		expect(settled('工号：2C02', { C: ['0', 0.02] })).toBe('工号：2002');
	});

	it('puts back digits at the ends of an amount', () => {
		expect(settled('S9.11', { S: ['5', 0.02] })).toBe('59.11');
	});

	it('puts back a digit that stands alone', () => {
		expect(settled('I', { I: ['1', 0.06] })).toBe('1');
	});

	it('knows it as sure as that it is either', () => {
		const [mark] = settleNumbers(marksOf('I', { I: ['1', 0.1] }));
		expect(mark.confidence).toBeCloseTo(0.9);
	});

	it('leaves letters that no digit is like, and those that the model is sure of', () => {
		expect(settled('2M02', { M: ['0', 0.1] })).toBe('2M02');
		expect(settled('2C02')).toBe('2C02');
		expect(settled('I', { I: ['1', 0.01] })).toBe('I');
		expect(settled('S', { S: ['5', 0.2] })).toBe('S');
	});

	it('leaves codes with letters, and a letter at the end of a number', () => {
		expect(settled('91530112MA6K8W1Q6M', { Q: ['0', 0.287] })).toBe('91530112MA6K8W1Q6M');
		expect(settled('G03', { G: ['6', 0.2] })).toBe('G03');
		expect(settled('201S', { S: ['5', 0.3] })).toBe('201S');
		expect(settled('1G03', { G: ['6', 0.1] })).toBe('1G03');
	});

	it('leaves words, and the digits beside them', () => {
		expect(settled('Oil', { O: ['0', 0.2] })).toBe('Oil');
		expect(settled('O2', { O: ['0', 0.2] })).toBe('O2');
	});

	it('puts back the yuan sign before an amount, where the letter is not sure', () => {
		const yuan = (text: string, confidence: number) =>
			settleNumbers(marksOf(text).map((mark, i) => (i === 0 ? { ...mark, confidence } : mark)))[0]
				.char;
		expect(yuan('V9.23', 0.83)).toBe('¥');
		expect(yuan('Y4602.16', 0.4)).toBe('¥');
		expect(yuan('V9.23', 0.99)).toBe('V');
		expect(yuan('V92', 0.5)).toBe('V');
	});
});
