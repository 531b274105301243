import type { Char } from '../../src/documents/layout/rows.mts';
import { textOf } from '../../src/documents/layout/rows.mts';
import { beforeMoment, firstCell, readAmount } from '../../src/documents/values.mts';

/** Characters with a gap of so many full-width characters for each blank before them. */
function charsOf(text: string, blank = 0.5): Char[] {
	const chars: Char[] = [];
	let gap = 0;
	for (const char of text) {
		if (char === ' ') gap += blank;
		else {
			const left = chars.length;
			const area = { left, top: 0, right: left + 1, bottom: 1 };
			chars.push({ char, confidence: 0.99, left, right: left + 1, gap, area });
			gap = 0;
		}
	}
	return chars;
}

describe('the amount in a value', () => {
	test.each([
		// Letters are digits only where at least half of the word is figures.
		['lO.5S', undefined],
		['l2.5O', '12.50'],
		['¥12.5O元', '12.50'],
		['-l2.5O', '-12.50'],
		['1l', '11'],
		['l2.5OA', undefined],
		// The sign of a return stands behind its figure.
		['12.50-', '-12.50'],
		['¥12.50-', '-12.50'],
		['1,234.50-', '-1234.50'],
		['0.50-', '-0.50'],
		['12.5-', '-12.5'],
		['-12.50', '-12.50'],
		['¥-12.50', '-12.50'],
		['+12.50', '12.50'],
		['12,50', '12.50'],
		['12 .50', '12.50'],
		['12, 50', '12.50'],
		['1,234', '1234'],
		['1,2345', undefined],
		['12,34,567', undefined],
		['¥ 5', '5'],
	])('%s is %s', (text, amount) => expect(readAmount(charsOf(text))).toBe(amount));

	test.each([
		['cents before a currency', '5.00 ¥6', '5.00'],
		['a currency before a bare number', '¥5 6', '5'],
		['the later of two with cents', '5.00 6.00', '6.00'],
		['the later of two bare ones', '5 6', '6'],
		['cents and a currency before cents', '¥5.00 6.00', '5.00'],
		['a currency in letters', 'RMB5 6', '5'],
		['a currency behind it', '5元 6', '5'],
		['what is no time before it', '12:30 6', '6'],
		['what is no date before it', '2024-05-06 6', '6'],
		['no count of goods', '3件 6', '6'],
		['no share', '88% 6', '6'],
	])('of several is %s', (_, text, amount) => expect(readAmount(charsOf(text))).toBe(amount));
});

describe('what stands before a date or a time', () => {
	test.each([
		['0023 2024-05-06', '0023'],
		['0023 12:33', '0023'],
		['0023 下午 5:23', '0023'],
		['0023 05-06 12:33', '0023'],
		['00232024-05-06', '0023'],
		['XSCK-2023-03-0917', 'XSCK-2023-03-0917'],
		['XSCK-2023-03-09', 'XSCK-'],
		['7-2023-03-0917', '7-'],
		['A-2024-03-0917:30', 'A-'],
		['A 20240506', 'A20240506'],
		['0023', '0023'],
		['2024-05-06', ''],
	])('%s: %s', (text, kept) =>
		expect(textOf(beforeMoment(charsOf(text))).replaceAll(' ', '')).toBe(kept),
	);
});

describe('the first cell of a value', () => {
	const cell = (text: string, blank: number) => textOf(firstCell(charsOf(text, blank)));

	test('ends at a gap of more than 2.2 characters', () => {
		expect(cell('12 34', 2.2)).toBe('12 34');
		expect(cell('12 34', 2.21)).toBe('12');
	});

	test.each([
		['a lone sign far behind digits', '8024 4', '8024'],
		['two of them', '8024 4 .', '8024'],
		['two signs side by side', '8024 44', '8024 44'],
		['a character', '8024 号', '8024 号'],
		['one of two that is a character', '8024 4 号', '8024 4 号'],
		['behind two digits only', '80 4', '80 4'],
		['behind what is no number', 'A024 4', 'A024 4'],
		['behind a number with a letter at its end', '802A 4', '802A 4'],
		['nothing', '8024', '8024'],
	])('without its speck: %s', (_, text, kept) => expect(cell(text, 1)).toBe(kept));

	test('a sign no farther than 0.9 characters is its own', () => {
		expect(cell('8024 4', 0.9)).toBe('8024 4');
	});

	test('of nothing is nothing', () => expect(firstCell([])).toEqual([]));
});
