import { hasValidCheckDigit, readTaxId } from '../../src/documents/invoice/tax-id.mts';
import type { Char } from '../../src/documents/layout/rows.mts';

const valid = '91350100M000100Y43';

/** Characters side by side; those at `doubts` were read with the confidence given. */
const charsOf = (text: string, doubts: readonly number[] = [], confidence = 0.5): Char[] =>
	Array.from(text, (char, i) => ({
		char,
		confidence: doubts.includes(i) ? confidence : 0.99,
		left: i,
		right: i + 1,
		gap: 0,
		area: { left: i, top: 0, right: i + 1, bottom: 1 },
	}));
const read = (text: string, doubts?: readonly number[], confidence?: number) =>
	readTaxId(charsOf(text, doubts, confidence));

describe('check digits', () => {
	test.each([
		['a code', valid, true],
		['another check digit', '91350100M000100Y44', false],
		['a letter that no code has', '91350100I000100Y43', false],
		['a code of 17', valid.slice(0, 17), false],
		['a code of 19', `${valid}0`, false],
		['an identity card', '11010519491231002X', true],
		['its digits with another check', '110105194912310021', false],
		['a card of a month that is none', '110105194913310023', false],
	])('of %s: %s', (_, code, expected) => expect(hasValidCheckDigit(code)).toBe(expected));
});

describe('a code of 18', () => {
	test('is mended in a sign that was read with doubt, and in none that was not', () => {
		expect(read('91350100M000100Y48', [17], 0.89)).toBe(valid);
		expect(read('91350100M000100Y48', [17], 0.9)).toBe('91350100M000100Y48');
	});

	test.each([
		['91440012MA5CN81JBW', [14, '91440012MA5CN87JBW'], [15, '91440012MA5CN81LBW']],
		['91440037MA56B4G9ME', [4, '91448037MA56B4G9ME'], [16, '91440037MA56B4G9NE']],
	] as const)(
		'%s stays as read where two repairs are valid: nobody knows which',
		(code, [one, first], [other, second]) => {
			expect([code, first, second].map(hasValidCheckDigit)).toEqual([false, true, true]);
			expect(read(code, [one])).toBe(first);
			expect(read(code, [other])).toBe(second);
			expect(read(code, [one, other])).toBe(code);
		},
	);

	test('is not mended in two signs at once', () => {
		expect(read('91350180M000100Y48', [6, 17])).toBe('91350180M000100Y48');
	});

	test('has digits alone in the part that names a place', () => {
		// 0 and D are taken for one another, but only behind the place can it have been a D.
		for (const code of [read('9135O100M000100Y43'), read('91350100MOO01OOY43')])
			expect(code).toBe(valid);
	});
});

describe('a code of 17 or 19', () => {
	test('has a double sign put back, or taken out, where one way alone is valid', () => {
		expect(read('91350100M00100Y43')).toBe(valid);
		expect(read('91350100M0000100Y43')).toBe(valid);
		expect(read('991350100M000100Y43')).toBe(valid);
	});

	test('stays as read where no way is', () => {
		expect(read('91350100M00200Y43')).toBe('91350100M00200Y43');
		expect(read('91350100M0000200Y43')).toBe('91350100M0000200Y43');
		expect(read('91350100M000200Y431')).toBe('91350100M000200Y431');
	});

	test('has the 1 put back of which a speck was read', () => {
		expect(read('915001127659083.XE')).toBe('9150011276590831XE');
		expect(read('91350100M000.00Y43')).toBe(valid);
	});

	test('loses what stands before it or behind it where the rest alone is valid', () => {
		for (const code of [`2${valid}`, `${valid}1`, `20${valid}`, `2${valid}1`])
			expect(read(code)).toBe(valid);
	});

	test('that is the number of a person with two digits behind it keeps them', () => {
		expect(read('11010519491231002X00')).toBe('11010519491231002X00');
	});

	test('that is an old identity card with two digits is none with a sign lost', () => {
		expect(read('11010549123100201')).toBe('11010549123100201');
	});
});

describe('where an id begins and ends', () => {
	test.each([
		['signs between its parts', "91350100-M000.100,Y4'3", valid],
		['small letters', '91350100m000100y43', valid],
		['what stands before it', ':91350100M000100Y43', valid],
		['another sign behind it', '91350100M000100Y43)开户行12', valid],
		['13 characters', '4403006700004', '4403006700004'],
		['20 characters', '11010519491231002X01', '11010519491231002X01'],
		['12 characters', '440300670000', undefined],
		['21 characters', '110105194912310021012', undefined],
		['five digits', 'ABCDEFGHJKL12345', undefined],
		['six digits', 'ABCDEFGHJ123456', 'ABCDEFGHJ123456'],
	])('%s: %s', (_, printed, id) => expect(read(printed)).toBe(id));
});
