import { fits, namedFields } from '../../nodes/shared/input/fieldNames.ts';
import { fileNameOf } from '../../nodes/shared/input/urlFileName.ts';
import { growthOf, tooSteep } from '../../server/testing/growth.mts';

it.each([
	['data', 'data', true],
	['data', 'data2', false],
	['*', '', true],
	['attachment_*', 'attachment_12', true],
	['attachment_*', 'an attachment_1', false],
	['*.png', 'a.png', true],
	['a*b*c', 'a-b-b-c', true],
	['a*b*c', 'a-c-b', false],
	['ab*ba', 'aba', false],
	['a.c', 'abc', false],
	['*\u2028*', 'a\u2028b', true],
])('%p for the field %p: %p', (pattern, name, expected) => {
	expect(fits(pattern, name)).toBe(expected);
});

it('needs one pass through a name, however many stars a pattern has', () => {
	const look = (length: number) =>
		expect(fits(`${'*a'.repeat(length / 20)}*b`, 'a'.repeat(length))).toBe(false);
	expect(growthOf(look, 25_000)).toBeLessThan(tooSteep);
});

it.each([
	['a,b', ['a,b', 'a'], [['a,b', ['a,b']]]],
	[
		'a,b,c',
		['a,b', 'c'],
		[
			['a,b', ['a,b']],
			['c', ['c']],
		],
	],
	[
		'a,b,c',
		['b,c'],
		[
			['a', []],
			['b,c', ['b,c']],
		],
	],
	[' , ,', ['x'], []],
	[
		'_files.x, _files["y z"]',
		['x', 'y z'],
		[
			['_files.x', ['x']],
			['_files["y z"]', ['y z']],
		],
	],
	['_files.*', ['x', 'y'], [['_files.*', ['x', 'y']]]],
	['_*', ['x'], [['_*', []]]],
])('%p among %j', (list, available, expected) => {
	expect(namedFields(list, available)).toEqual(
		expected.map(([name, fields]) => ({ name, fields })),
	);
});

it('takes a list apart in a time that grows with it and not with its square, however many commas names have', () => {
	const split = (count: number) => {
		const names = Array.from({ length: count }, (_, index) => `${','.repeat(index % 50)}${index}`);
		expect(namedFields(names.join(','), names).length).toBeGreaterThan(count / 20);
	};
	expect(growthOf(split, 2_000)).toBeLessThan(tooSteep);
});

it.each([
	['https://x.example/a/slip.png?sig=secret#secret', 'slip.png'],
	['https://x.example/a/%E5%B0%8F%E7%A5%A8.png', '小票.png'],
	['https://x.example/a/%D0.png', '%D0.png'],
	['https://x.example/a/', null],
	['https://x.example', null],
	['https://user:secret@x.example', null],
	['https://x.example?file=secret/a.png', null],
	['https://x.example/slip.png;token=secret', 'slip.png'],
	['https://x.example/slip.png%3Ftoken=secret', 'slip.png'],
	['https://x.example/a%2Fb%5Cc.png', 'c.png'],
	['https://x.example/..%2F..%2F', null],
	['https://x.example/%00%0D%0Aa%E2%80%AE.png', 'a.png'],
	['https://x.example/my photo.png', 'my photo.png'],
	['data:image/png;base64,secret/secret', null],
	['', null],
])('%s is a file called %p', (address, name) => {
	expect(fileNameOf(address)).toBe(name);
});

it('bounds a long name and keeps its extension', () => {
	const name = fileNameOf(`https://x.example/${'a'.repeat(1e6)}.jpeg`);
	expect(name).toHaveLength(120);
	expect(name).toMatch(/a…a+\.jpeg$/);
});
