import { setTimeout as wait } from 'node:timers/promises';

import { mapBounded } from '../../nodes/shared/call/pool.ts';

const tasks = [0, 1, 2, 3, 4, 5, 6, 7];
const always = () => true;

it('gives the results in the order of the tasks, each prepared once and in order', async () => {
	const prepared: number[] = [];
	const results = await mapBounded(
		tasks,
		3,
		{
			prepare: async (task) => {
				prepared.push(task);
				await wait((7 - task) * 3);
				return `task ${task}`;
			},
			work: async (name) => {
				await wait(Math.random() * 10);
				return name.toUpperCase();
			},
		},
		always,
	);
	expect(results).toEqual(tasks.map((task) => `TASK ${task}`));
	expect(prepared).toEqual(tasks);
});

it.each([1, 3, 20])(
	'%i at a time: prepares one task more than are worked on',
	async (concurrency) => {
		let waiting = 0;
		let working = 0;
		const seen = { waiting: 0, working: 0 };
		await mapBounded(
			tasks,
			concurrency,
			{
				prepare: async () => {
					seen.waiting = Math.max(seen.waiting, ++waiting);
				},
				work: async () => {
					seen.working = Math.max(seen.working, ++working);
					await wait(10);
					working--;
					waiting--;
				},
			},
			always,
		);
		const most = Math.min(concurrency, tasks.length);
		expect(seen).toEqual({ working: most, waiting: Math.min(most + 1, tasks.length) });
	},
);

it('prepares the next task while all places are taken', async () => {
	const events: string[] = [];
	await mapBounded(
		tasks.slice(0, 3),
		1,
		{
			prepare: async (task) => {
				await wait(5);
				events.push(`prepared ${task}`);
				return task;
			},
			work: async (task) => {
				await wait(30);
				events.push(`done ${task}`);
			},
		},
		always,
	);
	expect(events.indexOf('prepared 1')).toBeLessThan(events.indexOf('done 0'));
	expect(events.indexOf('prepared 2')).toBeLessThan(events.indexOf('done 1'));
	expect(events.indexOf('prepared 2')).toBeGreaterThan(events.indexOf('done 0'));
});

it('starts no task once it may not', async () => {
	const worked: number[] = [];
	const results = await mapBounded(
		tasks,
		1,
		{
			prepare: async (task) => task,
			work: async (task) => {
				worked.push(task);
				return task;
			},
		},
		() => worked.length < 2,
	);
	expect(worked).toEqual([0, 1]);
	expect(results).toStrictEqual([0, 1, ...new Array<undefined>(6).fill(undefined)]);
});
