import { withLostDigit } from '../../src/documents/invoice/lost-digit.mts';
import { hasValidCheckDigit, readTaxId } from '../../src/documents/invoice/tax-id.mts';
import type { Char } from '../../src/documents/layout/rows.mts';

describe('tax ids', () => {
	test('a sign read twice is dropped where the check digit says so', () => {
		const chars = Array.from('992410105386364412M', (char, i) => ({
			char,
			confidence: 0.99,
			left: 10 * i,
			right: 10 * i + 10,
			gap: 0,
			area: { left: 0, top: 0, right: 0, bottom: 0 },
		}));
		expect(readTaxId(chars)).toBe('92410105386364412M');
	});

	const valid = '91350100M000100Y43';
	const charsOf = (text: string, doubtful?: number): Char[] =>
		Array.from(text, (char, i) => ({
			char,
			confidence: i === doubtful ? 0.5 : 0.99,
			left: i,
			right: i + 1,
			gap: 0,
			area: { left: 0, top: 0, right: 0, bottom: 0 },
		}));

	test('the check digit of GB 32100', () => {
		expect(hasValidCheckDigit(valid)).toBe(true);
		expect(hasValidCheckDigit('91350100M000100Y44')).toBe(false);
	});

	test('letters that cannot stand in an id become digits', () => {
		expect(readTaxId(charsOf('9135O100MOOO1O0Y43'))).toBe(valid);
	});

	test('a doubtful sign is replaced where one usual confusion makes the check digit right', () => {
		expect(readTaxId(charsOf('91350100M000100Y48', 17))).toBe('91350100M000100Y43');
		expect(readTaxId(charsOf('91350100M000100Y48'))).toBe('91350100M000100Y48');
	});

	test('a sign of the place that is no digit becomes one', () => {
		expect(readTaxId(charsOf('9135B100M000100Y43'))).toBe('9135B100M000100Y43');
		expect(readTaxId(charsOf('91350100M0O0100Y43'))).toBe(valid);
		expect(readTaxId(charsOf('91350180M000100Y43', 6))).toBe(valid);
	});

	test('a sign of the place that was hidden is the digit that makes the check digit right', () => {
		expect(readTaxId(charsOf('9135B100M000100Y43', 4))).toBe(valid);
		expect(readTaxId(charsOf('9135010BM000100Y43', 7))).toBe(valid);
	});

	test('two equal signs that were read as one are two again', () => {
		expect(readTaxId(charsOf('91350100M00100Y43'))).toBe(valid);
	});

	test('an old id of 15 digits stays as it is, a short number is none', () => {
		expect(readTaxId(charsOf('410105757123456'))).toBe('410105757123456');
		expect(readTaxId(charsOf('0755-88886666'))).toBeUndefined();
	});
});

describe('a digit lost in a run of equal ones', () => {
	/** Digits with their places in widths of a digit. */
	const at = (digits: string, places: readonly number[]): Char[] =>
		Array.from(digits, (char, i) => ({
			char,
			confidence: 0.99,
			left: 10 * places[i],
			right: 10 * places[i] + 10,
			gap: 0,
			area: { left: 0, top: 0, right: 0, bottom: 0 },
		}));

	test('is put back where the run has its room', () => {
		expect(withLostDigit(at('2400051', [0, 1, 2, 3.5, 5, 6, 7]))).toBe('24000051');
	});

	test('is not put back into a number that stands evenly or has two wide runs', () => {
		expect(withLostDigit(at('2400051', [0, 1, 2, 3, 4, 5, 6]))).toBeUndefined();
		expect(withLostDigit(at('2400551', [0, 1, 2.5, 4, 5.5, 7, 8]))).toBeUndefined();
	});
});
