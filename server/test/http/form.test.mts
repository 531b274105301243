import fc from 'fast-check';
import { CallForm } from '../../src/http/call-form.mts';
import { FormError } from '../../src/http/form-reader.mts';

const imageParameter = 'image';
const maximumPicture = 300;

/** A form that came in the given pieces, and what it asked to hold. */
function formOf(...pieces: Buffer[]) {
	const held: number[] = [];
	const form = new CallForm({
		imageParameter,
		maximumPicture,
		announced: Infinity,
		hold: (bytes) => held.push(bytes),
	});
	for (const piece of pieces) form.write(piece);
	form.end();
	return { form, held };
}

/** Cuts a body where the numbers say. */
function cut(body: Buffer, places: readonly number[]): Buffer[] {
	const ends = [...new Set([...places.map((place) => place % (body.length + 1)), body.length])];
	ends.sort((a, b) => a - b);
	return ends.map((end, i) => body.subarray(ends[i - 1] ?? 0, end));
}

/** What the platform's own parser makes of the body, and what is wrong with the picture by the rules of base64. */
function reference(body: string) {
	const form = new URLSearchParams(body);
	const [value = ''] = form.getAll(imageParameter);
	const text = value.replaceAll(' ', '+');
	const stray = text.search(/[^A-Za-z0-9+/]/);
	const ends = stray === -1 || /^={1,2}$/.test(text.slice(stray));
	return {
		keys: form.getAll('key'),
		pages: form.getAll('page'),
		pictures: form.getAll(imageParameter).length,
		characters: value.length,
		stray: ends ? undefined : stray + 1,
		bytes: ends ? Buffer.from(text, 'base64').toString('hex') : undefined,
	};
}

/** Parts of which forms and their faults are made; escapes stand for one character each, as base64 has them. */
const part = fc.constantFrom(
	...['key', 'page', 'image', 'k%65y', '%69mage', '=', '&', '&key=', '&image=', '&page=', '&a'],
	...['AAAA', 'QUJD', 'B', '+', '%2B', '%2b', ' ', '/', '%2F', '=', '%3D', '%41', '-', '_', '*'],
	...['%', '%4', '%zz', '%4z', '%%41', '%%', 'data:', '%64ata%3A', '2', '12', '%00', '%7f', '\n'],
);

it('reads every form as the platform does, however it is cut into pieces', () => {
	fc.assert(
		fc.property(fc.array(part, { maxLength: 40 }), fc.array(fc.nat()), (parts, places) => {
			const body = parts.join('');
			const { form } = formOf(...cut(Buffer.from(body, 'latin1'), places));
			const expected = reference(body);
			expect({
				keys: form.keys,
				pages: form.pages,
				pictures: form.pictures,
				characters: form.picture.characters,
				stray: form.picture.strayPosition,
				bytes: expected.stray === undefined ? form.picture.bytes.toString('hex') : undefined,
			}).toEqual(expected);
		}),
		{ numRuns: 5_000 },
	);
});

it('decodes pictures of any length, escaped or not', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: maximumPicture }),
			fc.array(fc.nat()),
			(bytes, places) => {
				const image = Buffer.from(bytes).toString('base64');
				for (const text of [
					new URLSearchParams({ image }).toString(),
					`image=${image}`,
					`image=${[...image].map((char) => `%${char.charCodeAt(0).toString(16)}`).join('')}`,
				]) {
					const { form } = formOf(...cut(Buffer.from(text), places));
					expect(form.picture.strayPosition).toBeUndefined();
					expect(form.picture.bytes).toEqual(Buffer.from(bytes));
				}
			},
		),
	);
});

it('decodes large pictures across the pieces in which it works', () => {
	const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251));
	const form = new CallForm({
		imageParameter,
		maximumPicture: 1e6,
		announced: Infinity,
		hold: () => undefined,
	});
	form.write(Buffer.from(new URLSearchParams({ image: bytes.toString('base64') }).toString()));
	form.end();
	expect(form.picture.bytes.equals(bytes)).toBe(true);
});

it('holds nothing of what nobody wants, and no more of a picture than may be', () => {
	const junk = Buffer.alloc(100_000, 'x');
	expect(formOf(Buffer.from('junk='), junk, junk).held).toEqual([]);
	expect(formOf(junk, junk, Buffer.from('=1')).held).toEqual([]);
	const { form, held } = formOf(Buffer.from('image='), junk, junk);
	expect(form.picture.characters).toBe(200_000);
	expect(held.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(maximumPicture);
});

it('knows no key by its beginning', () => {
	const [key] = formOf(Buffer.from(`key=${'k'.repeat(5000)}`)).form.keys;
	expect(key).toBe(`${'k'.repeat(4096)}…`);
});

it('takes 100 parameters and no more', () => {
	expect(() => formOf(Buffer.from('a=1&'.repeat(99)))).not.toThrow();
	expect(() => formOf(Buffer.from('a=1&'.repeat(100)))).toThrow(FormError);
});
