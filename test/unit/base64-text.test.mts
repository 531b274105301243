import { createHash } from 'node:crypto';

import { decodeBase64 } from '../../nodes/shared/input/base64Text.ts';

/** So many bytes, other ones for each name. */
const bytesOf = (length: number, name = '') =>
	Buffer.concat(
		Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
			createHash('sha256').update(`${name}${length}:${block}`).digest(),
		),
	).subarray(0, length);
/** They begin and end as a JPEG does. */
const pictures = Array.from({ length: 200 }, (_, index) =>
	Buffer.concat([Buffer.from([0xff, 0xd8]), bytesOf(60 + index), Buffer.from([0xff, 0xd9])]),
);
const inLines = (text: string, width: number, by: string) =>
	(text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(by);
const unpadded = (text: string) => text.replace(/=+$/, '');
const decoded = (text: string) => decodeBase64(text, 'Base64 Image');

/** The lengths of the pictures that are others once their base64 went this way. */
const damagedBy = (way: (base64: string) => string) =>
	pictures
		.filter((picture) => {
			const text = way(picture.toString('base64'));
			try {
				return !decoded(text).equals(picture);
			} catch {
				return true;
			}
		})
		.map((picture) => picture.length);

describe('blanks that a form made of plus signs', () => {
	const eaten = (text: string) => text.replace(/\+/g, ' ');

	it('are plus signs again, however many there are', () => {
		expect(damagedBy(eaten)).toEqual([]);
	});

	it('are plus signs again in base64 without padding, wherever there are several', () => {
		const several = (text: string) => unpadded(text.replace(/^(.{20}).(.{30})./, '$1+$2+'));
		for (const picture of pictures) {
			const text = several(picture.toString('base64'));
			expect(decoded(eaten(text))).toEqual(Buffer.from(text, 'base64'));
		}
	});

	it.each([20, 41, 60])('are one alone, in place %i, where the length tells it', (at) => {
		for (const length of [61, 63]) {
			const text = unpadded(bytesOf(length).toString('base64')).replace(/\+/g, '0');
			const [before, after] = [text.slice(0, at), text.slice(at + 1)];
			expect(decoded(`${before} ${after}`)).toEqual(Buffer.from(`${before}+${after}`, 'base64'));
		}
	});
});

describe('blanks that are left of line breaks', () => {
	it.each([16, 64, 76])('are none where lines have %i characters', (width) => {
		const plus = (text: string) => text.replace(/^./, '+');
		const picture = (text: string) => Buffer.from(text, 'base64');
		for (const one of pictures) {
			const text = plus(one.toString('base64'));
			for (const whole of [text, unpadded(text)])
				expect(decoded(inLines(whole, width, ' '))).toEqual(picture(text));
		}
	});

	it.each([8, 20, 48])('are told by their distances where the length fits both: %i', (width) => {
		// Four blanks, so that they are a group of four too; the last line may be shorter.
		for (const length of [5 * width, 5 * width - 4]) {
			const text = bytesOf((length / 4) * 3)
				.toString('base64')
				.replace(/\+/g, '0');
			expect(decoded(inLines(text, width, ' '))).toEqual(Buffer.from(text, 'base64'));
			const uneven = `${text.slice(0, 3)} ${inLines(text.slice(3, -4), width, ' ')}`;
			const whole = uneven + text.slice(0, (4 - (uneven.length % 4)) % 4);
			expect(decoded(whole)).toEqual(Buffer.from(whole.replace(/ /g, '+'), 'base64'));
		}
	});

	it('are plus signs where the last line would be the longest', () => {
		const text = `${'A'.repeat(8)} ${'B'.repeat(8)} ${'C'.repeat(8)} ${'D'.repeat(8)} ${'E'.repeat(12)}`;
		expect(decoded(text)).toEqual(Buffer.from(text.replace(/ /g, '+'), 'base64'));
	});
});

it.each([
	['blanks before line ends', '  \n'],
	['eight blanks before line ends', '        \r\n'],
	['indentation behind line ends', '\r\n    '],
	['empty lines', '\n\n\n'],
	['tabs', '\t'],
])('%s are nothing', (_, by) => {
	expect(damagedBy((text) => inLines(text, 64, by))).toEqual([]);
});

it('a quotation mark at the beginning alone is named as what it is', () => {
	expect(() => decoded(`"${pictures[0].toString('base64')}`)).toThrow(/its character 1 is "\\""/);
});
