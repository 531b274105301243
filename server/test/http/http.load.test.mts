import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { paths } from '../../testing/http/service.mts';
import { sample, ServerProcess } from '../../testing/process/server-process.mts';

const root = join(__dirname, '..', '..', '..');

/** Runs a script of server/bench to its end. */
async function run(script: string, ...args: string[]) {
	const child = spawn(process.execPath, [join(root, 'server', 'bench', script), ...args]);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => (output += String(chunk)));
	}
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { code, output };
}

it('survives a short soak: no request is lost', async () => {
	const { code, output } = await run('soak.mts', '--minutes', '0.2');
	expect(output).toMatch(/no fault$/m);
	expect(output).toMatch(/good 0: \d+/);
	expect(code).toBe(0);
}, 120_000);

it('survives hundreds of mutated bodies', async () => {
	const seed = String(Math.floor(Math.random() * 1e9));
	const { code, output } = await run('fuzz.mts', '--bodies', '500', '--seed', seed);
	expect({ seed, output, code }).toMatchObject({
		output: expect.stringMatching(/500 bodies/),
		code: 0,
	});
}, 120_000);

it.each(['soak.mts', 'fuzz.mts'])('%s refuses an option that it does not know', async (script) => {
	expect((await run(script, '--hours', '1')).code).not.toBe(0);
});

it('is ready in under 3 seconds, and answers health checks in under 50 ms while it reads', async () => {
	const server = await ServerProcess.start({}, ['--workers', '2']);
	try {
		expect(server.startUp).toBeLessThan(3000);
		const image = sample('receipts/r02-convenience.jpg').toString('base64');
		let isOver = false;
		const posts = Promise.all(
			Array.from({ length: 6 }, () => server.post(paths.receipt, { key: 'demo', image })),
		).finally(() => (isOver = true));
		const latencies: number[] = [];
		while (!isOver) {
			const started = performance.now();
			const { body } = await server.client.request({ method: 'GET', path: '/healthz' });
			await body.dump();
			latencies.push(performance.now() - started);
			await sleep(20);
		}
		expect((await posts).map(({ body }) => body.error_code)).toEqual(Array<number>(6).fill(0));
		latencies.sort((a, b) => a - b);
		expect(latencies[Math.floor(latencies.length / 2)]).toBeLessThan(50);
	} finally {
		await server.stop();
	}
}, 120_000);
