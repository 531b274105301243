import { randomBytes } from 'node:crypto';

import { pictureForm } from '../../nodes/shared/call/pictureForm.ts';
import { RequestMemory } from '../../nodes/shared/call/requestMemory.ts';

const formOf = (picture: Buffer, memory = new RequestMemory(), key = 'k') =>
	pictureForm(key, 'image', picture, memory);
const expected = (picture: Buffer, key = 'k') =>
	new URLSearchParams({ key, image: picture.toString('base64') }).toString();

it.each([0, 1, 2, 3, 4, 5, 999, 1000, 1001, 100_000])(
	'encodes %i random bytes as URLSearchParams does',
	(length) => {
		const picture = randomBytes(length);
		expect(formOf(picture).toString('latin1')).toBe(expected(picture));
	},
);

it.each([
	['nothing but slashes', Buffer.alloc(100_001, 0xff)],
	['nothing but pluses', Buffer.alloc(100_000).map((_, index) => [0xfb, 0xef, 0xbe][index % 3])],
	['a few slashes', Buffer.alloc(4, 0xff)],
])('has room for %s', (_, picture) => {
	const bytes = Buffer.from(picture);
	expect(formOf(bytes).toString('latin1')).toBe(expected(bytes));
});

it('encodes the key', () => {
	const picture = randomBytes(10);
	const form = formOf(picture, new RequestMemory(), 'a+b&c=ü').toString('latin1');
	expect(new URLSearchParams(form).get('key')).toBe('a+b&c=ü');
});

it('names the pages that are asked for, and none where none are', () => {
	const picture = randomBytes(10);
	const fieldsOf = (page?: string) =>
		Object.fromEntries(
			new URLSearchParams(
				pictureForm('k', 'image', picture, new RequestMemory(), page).toString('latin1'),
			),
		);
	const image = picture.toString('base64');
	expect(fieldsOf()).toEqual({ key: 'k', image });
	expect(fieldsOf('2-3&5')).toEqual({ key: 'k', page: '2-3&5', image });
});

it('takes memory once for a compressed picture, and little more than its form', () => {
	const memory = new RequestMemory();
	const take = jest.spyOn(memory, 'take');
	const form = formOf(randomBytes(300_000), memory);
	expect(take).toHaveBeenCalledTimes(1);
	expect(form.buffer.byteLength).toBeLessThan(form.length * 1.05);
});

it('is given a piece of memory again that is exactly as large, and none that is smaller', () => {
	const memory = new RequestMemory();
	const piece = memory.take(100);
	memory.giveBack(piece);
	expect(memory.take(100)).toBe(piece);
	memory.giveBack(piece);
	expect(memory.take(101).byteLength).toBe(101);
});

it('uses memory again that was given back, and only that', () => {
	const memory = new RequestMemory();
	const [large, small] = [randomBytes(50_000), randomBytes(1_000)];
	const first = formOf(large, memory);
	const second = formOf(small, memory);
	expect(second.buffer).not.toBe(first.buffer);
	memory.giveBack(first.buffer as ArrayBuffer);
	const third = formOf(small, memory);
	expect(third.buffer).toBe(first.buffer);
	expect(third.toString('latin1')).toBe(expected(small));
	memory.giveBack(third.buffer as ArrayBuffer);
	expect(formOf(large, memory).toString('latin1')).toBe(expected(large));
});
