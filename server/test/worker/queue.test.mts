import { FairQueue } from '../../src/worker/fair-queue.mts';

const idle = () => 0;

/** A queue of items that are called by their owner: a1, a2, b1. */
function queueOf(capacity: number, ...items: string[]) {
	const queue = new FairQueue<string>(capacity);
	for (const item of items) add(queue, item);
	return queue;
}

/** Adds an item; returns the one that lost its place to it. */
function add(queue: FairQueue<string>, item: string): string | undefined {
	const loser = queue.keep(item[0]);
	queue.giveBack(item[0]);
	queue.push(item[0], item);
	return loser;
}

function takeAll(queue: FairQueue<string>): string[] {
	return Array.from({ length: queue.length }, () => queue.shift(idle) as string);
}

it('serves its owners in turn, each in the order of its items', () => {
	expect(takeAll(queueOf(9, 'a1', 'a2', 'a3', 'b1', 'b2', 'c1'))).toEqual([
		'a1',
		'b1',
		'c1',
		'a2',
		'b2',
		'a3',
	]);
});

it('serves whoever has the fewest running first', () => {
	const queue = queueOf(9, 'a1', 'b1', 'c1');
	const running = (owner: string) => ({ a: 2, b: 1, c: 0 })[owner] ?? 0;
	expect([1, 2, 3].map(() => queue.shift(running))).toEqual(['c1', 'b1', 'a1']);
	expect(queue.shift(running)).toBeUndefined();
});

it('lets one owner fill it, and has no room for more of him', () => {
	const queue = queueOf(3, 'a1', 'a2', 'a3');
	expect(queue.hasRoom('a')).toBe(false);
	expect(queue.length).toBe(3);
});

it('gives others a place of whoever has the most, his newest first', () => {
	const queue = queueOf(4, 'a1', 'a2', 'a3', 'a4');
	expect(queue.hasRoom('b')).toBe(true);
	expect(add(queue, 'b1')).toBe('a4');
	expect(add(queue, 'b2')).toBe('a3');
	expect(queue.hasRoom('b')).toBe(false);
	expect(add(queue, 'c1')).toBe('a2');
	expect(queue.length).toBe(4);
	expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'b2']);
});

it('takes nothing from those who have no more than the newcomer', () => {
	expect(queueOf(2, 'a1', 'b1').hasRoom('c')).toBe(false);
	expect(queueOf(3, 'a1', 'a2', 'b1').hasRoom('b')).toBe(false);
});

it('keeps places for items to come, and counts them as waiting', () => {
	const queue = queueOf(3, 'a1', 'a2');
	expect(queue.keep('b')).toBeUndefined();
	expect(queue.length).toBe(3);
	expect(queue.hasRoom('b')).toBe(false);
	expect(queue.hasRoom('b', 1)).toBe(true);
	expect(queue.keep('c')).toBe('a2');
	queue.giveBack('c');
	queue.giveBack('b');
	expect(queue.length).toBe(1);
	expect(takeAll(queue)).toEqual(['a1']);
});

it('forgets what is taken out', () => {
	const queue = queueOf(2, 'a1', 'b1');
	expect(queue.remove('a', 'a1')).toBe(true);
	expect(queue.remove('a', 'a1')).toBe(false);
	expect(queue.length).toBe(1);
	expect(queue.shift(idle)).toBe('b1');
	expect(queue.length).toBe(0);
	add(queue, 'c1');
	expect(queue.clear()).toEqual(['c1']);
	expect(queue.length).toBe(0);
	expect(queue.shift(idle)).toBeUndefined();
});

it('takes no place of another for what need not wait', () => {
	const queue = queueOf(2, 'a1', 'a2');
	expect(queue.keep('b', 1)).toBeUndefined();
	expect(queue.length).toBe(3);
	expect(queue.keep('c', 1)).toBe('a2');
});

it('weighs an owner by the places it still keeps, once some are given back', () => {
	const queue = queueOf(4, 'b1');
	for (let i = 0; i < 3; i++) queue.keep('a');
	queue.giveBack('a');
	add(queue, 'c1');
	expect(queue.hasRoom('d')).toBe(true);
	queue.giveBack('a');
	add(queue, 'd1');
	expect(queue.hasRoom('e')).toBe(false);
});

it('lets others in beside an owner who only keeps places, and has no room for as many items of it later', () => {
	const queue = new FairQueue<string>(3);
	for (let i = 0; i < 3; i++) queue.keep('a');
	expect(queue.hasRoom('a')).toBe(false);
	expect(queue.hasRoom('b')).toBe(true);
	expect(queue.keep('b')).toBeUndefined();
	queue.giveBack('a');
	expect(queue.hasRoom('a')).toBe(false);
	queue.giveBack('a');
	expect(queue.hasRoom('a')).toBe(true);
});

it('lets no more in beside kept places than places are kept', () => {
	const queue = new FairQueue<string>(3);
	for (let i = 0; i < 3; i++) queue.keep('a');
	const others = Array.from({ length: 9 }, (_, i) => `b${i}`);
	const inside = others.filter((other) => queue.hasRoom(other) && (queue.keep(other), true));
	expect(inside).toHaveLength(3);
});
