import { Base64Value } from '../../src/http/base64-value.mts';
import { base64Length, bodyLimitOf, decodedLimitOf } from '../../src/http/form-limits.mts';
import { orderId } from '../../src/http/order-id.mts';
import { Unescaper } from '../../src/http/unescape.mts';

/** Every way to cut a text into two pieces. */
const cuts = (text: string): Buffer[][] =>
	Array.from({ length: text.length + 1 }, (_, at) => [
		Buffer.from(text.slice(0, at)),
		Buffer.from(text.slice(at)),
	]);

describe('an escaped value', () => {
	const unescaped = (pieces: readonly Buffer[]) => {
		const unescaper = new Unescaper();
		const target = Buffer.alloc(100);
		let end = 0;
		for (const piece of pieces) end = unescaper.write(piece, target, end);
		return target.toString('latin1', 0, unescaper.end(target, end));
	};

	it.each([
		'a+b%20c%2Bd',
		'%41%4a%4A%7e',
		'%',
		'%4',
		'a%',
		'%%41',
		'%4%41',
		'%g1%1g',
		'%+%4+',
		'%2%2b+',
	])('%s is what URLSearchParams makes of it, however it is cut', (text) => {
		const expected = new URLSearchParams(`v=${text}`).get('v');
		for (const pieces of cuts(text)) expect(unescaped(pieces)).toBe(expected);
	});
});

describe('a value that is base64', () => {
	/** What comes of a value in pieces, with the bytes it held on its way. */
	function read(pieces: readonly Buffer[], most = 1000) {
		const held: number[] = [];
		const value = new Base64Value(most, (bytes) => held.push(bytes));
		for (const piece of pieces) value.write(piece);
		value.end();
		return { value, held };
	}
	/** A byte for an index, as a picture has them: no pattern of base64's groups of three. */
	const noise = (_: unknown, index: number) => (index * index * 31 + index * 7) >> 3;
	const bytes = Buffer.from(Array.from({ length: 100 }, (_, i) => (i * 37) % 256));

	it.each([97, 98, 99, 100])('is decoded, however it is cut: %i bytes', (length) => {
		const text = bytes.toString('base64', 0, length);
		for (const escaped of [text, encodeURIComponent(text), text.replace(/=+$/, '')])
			for (const pieces of cuts(escaped)) {
				const { value } = read(pieces);
				expect(value.bytes.equals(bytes.subarray(0, length))).toBe(true);
				expect(value.strayPosition).toBeUndefined();
				expect(value.characters).toBe(escaped.includes('%') ? text.length : escaped.length);
			}
	});

	it.each([1, 1000, 65_536, 65_537, 300_000])(
		'is decoded as a whole, be it as large as a picture, in pieces of %i',
		(length) => {
			const picture = Buffer.from(Array.from({ length: length === 1 ? 5000 : 200_000 }, noise));
			const text = encodeURIComponent(picture.toString('base64'));
			const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, i) =>
				Buffer.from(text.slice(i * length, (i + 1) * length)),
			);
			const { value, held } = read(pieces, picture.length);
			expect(value.bytes.equals(picture)).toBe(true);
			expect(held.reduce((sum, size) => sum + size, 0)).toBe(picture.length);
		},
	);

	it('takes a blank for a plus that was not escaped', () => {
		const text = Buffer.from([0xfb, 0xef, 0xbe]).toString('base64');
		expect(text).toBe('++++');
		expect(read([Buffer.from('++++')]).value.bytes).toEqual(Buffer.from([0xfb, 0xef, 0xbe]));
	});

	it.each([
		['AAAA', undefined],
		['AAA=', undefined],
		['AA==', undefined],
		['AA===', 3],
		['A=A=', 2],
		['=AAA', 1],
		['AAAA-AAA', 5],
		['AAAA%0AAAAA', 5],
		['AAA_', 4],
		['AAAA%', 5],
		['AAAA%4', 5],
	])('%s has its first stray character at %p, however it is cut', (text, position) => {
		for (const pieces of cuts(text)) expect(read(pieces).value.strayPosition).toBe(position);
	});

	it('shows its first five characters', () => {
		for (const pieces of cuts('data:image/png')) expect(read(pieces).value.start).toBe('data:');
		expect(read([Buffer.from('AAA')]).value.start).toBe('AAA');
	});

	it('is decoded up to the bytes that are allowed, and counted beyond', () => {
		const text = Buffer.from(bytes.toString('base64', 0, 99));
		expect(read([text], 99).value.bytes).toHaveLength(99);
		const short = read([text], 98);
		expect(short.value.bytes).toHaveLength(0);
		expect(short.value.characters).toBe(132);
	});

	it('holds what it decodes into, twice as much each time, and no more than is allowed', () => {
		const most = 100_000;
		const { value, held } = read([Buffer.alloc(64_000, 'A'), Buffer.alloc(64_000, 'A')], most);
		expect(value.bytes).toHaveLength(96_000);
		expect(held).toEqual([48_000, 48_000]);
		expect(read([Buffer.alloc(4, 'A')], most).held).toEqual([16_384]);
		expect(read([Buffer.alloc(4, 'A')], 100).held).toEqual([100]);
	});
});

describe('limits of a form', () => {
	it('are those of a picture in base64, percent-encoded', () => {
		expect([0, 1, 3, 4].map(base64Length)).toEqual([0, 4, 4, 8]);
		expect(bodyLimitOf(4)).toBe(24 + 65_536);
		expect([3, 4].map(decodedLimitOf)).toEqual([3, 6]);
	});
});

it('an order number tells the time in China, and is another each time', () => {
	const now = new Date('2024-12-17T09:16:01Z');
	const ids = Array.from({ length: 30 }, () => orderId(now));
	for (const id of ids) expect(id).toMatch(/^JH\d241217171601[A-Za-z0-9]{5}$/);
	expect(new Set(ids).size).toBe(30);
	expect(orderId(new Date('2024-12-31T16:00:00Z'))).toMatch(/^JH\d250101000000/);
});
