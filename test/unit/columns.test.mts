import type { IDataObject } from 'n8n-workflow';

import { appendExtras, extrasOfRow } from '../../nodes/shared/columns.ts';

/** An item that counts how often it is looked at. */
function watched(): { item: IDataObject; looks: () => number } {
	let looks = 0;
	const item = new Proxy<IDataObject>(
		{},
		{ has: (target, key) => (looks++, Reflect.has(target, key)) },
	);
	return { item, looks: () => looks };
}

it('keeps every value of a name that comes again, in order', () => {
	const extras = ['a', 'b', 'a', 'a'].map((name, index) => [name, index] as const);
	expect(appendExtras({ a: 'taken', a_3: 'too' }, extras)).toEqual({
		a: 'taken',
		a_3: 'too',
		a_2: 0,
		b: 1,
		a_4: 2,
		a_5: 3,
	});
});

it.each([
	['one name', () => '机器编号'],
	['a known name', () => 'known'],
	['two names that meet', (index: number) => (index % 2 ? 'a' : 'a_2')],
	['as many names', (index: number) => `name ${index}`],
])('looks at an item once or twice for each of 16,000 values: %s', (_, nameOf) => {
	const { item, looks } = watched();
	item.known = 'known';
	const extras = Array.from({ length: 16_000 }, (__, index) => [nameOf(index), index] as const);
	appendExtras(item, extras);
	expect(Object.keys(item)).toHaveLength(16_001);
	expect(looks()).toBeLessThan(16_000 * 3);
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
	'keeps a value that is called %s, and the item an object like others',
	(name) => {
		const item = appendExtras({}, [
			[name, { polluted: true }],
			[name, 'again'],
		]);
		expect(Object.values(item)).toEqual([{ polluted: true }, 'again']);
		expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
		expect(item.polluted).toBeUndefined();
		expect(JSON.parse(JSON.stringify(item))).toEqual(item);
	},
);

describe('further values', () => {
	it('stand in the first row all, in the others as many as a paper has', () => {
		const extras = Array.from({ length: 101 }, (_, index) => [`n${index}`, 1] as const);
		expect([0, 1].map((row) => extrasOfRow(extras, row).length)).toEqual([101, 100]);
		expect(extrasOfRow(extras, 1)[99]).toEqual(['n99', 1]);
	});

	it('overwrite nothing: a taken name gets the next number', () => {
		expect(
			appendExtras({ a: 1, a_2: 2 }, [
				['a', 3],
				['a', 4],
				['b', 5],
			]),
		).toEqual({
			a: 1,
			a_2: 2,
			a_3: 3,
			a_4: 4,
			b: 5,
		});
	});
});
