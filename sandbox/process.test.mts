import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackgroundProcess, run } from './process.mts';

const node = (script: string) => ['-e', script];

describe('run', () => {
	test('returns what the program printed', async () => {
		expect(await run('it', process.execPath, node('console.log(1); console.error(2)'))).toBe('1\n');
	});

	test('fails with the last words of a program that fails', async () => {
		const script = 'for (let i = 0; i < 50; i++) console.log("line", i); process.exit(3)';
		const attempt = run('it', process.execPath, node(script));
		await expect(attempt).rejects.toThrow(/^it failed \(3\)[^]*line 49$/);
		await expect(attempt).rejects.not.toThrow('line 20\n');
	});

	test('fails where there is no such program', async () => {
		await expect(run('it', '/nowhere/program', [])).rejects.toThrow('ENOENT');
	});

	test('ends the program when it is aborted, and waits for its end', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'juhe-process-'));
		const isThere = (name: string) => existsSync(path.join(folder, name));
		const script = `
			const { writeFileSync } = require('node:fs');
			process.on('SIGTERM', () => setTimeout(() => { writeFileSync('ended', ''); process.exit(); }, 300));
			setInterval(() => {}, 9);
			writeFileSync('started', '');
		`;
		const stopping = new AbortController();
		const settings = { cwd: folder, signal: stopping.signal };
		const running = run('it', process.execPath, node(script), settings);
		const outcome = expect(running).rejects.toThrow(/abort/);
		while (!isThere('started')) await sleep(10);
		stopping.abort();
		await outcome;
		expect(isThere('ended')).toBe(true);
		rmSync(folder, { recursive: true });
	});
});

describe('BackgroundProcess', () => {
	test('waits for a sign in the output, and is stopped', async () => {
		const script = 'console.log("port 12"); setInterval(() => {}, 1000)';
		const program = new BackgroundProcess('it', process.execPath, node(script));
		const port = await program.waitUntil(() => /port (\d+)/.exec(program.output)?.[1], 5_000);
		expect(port).toBe('12');
		await program.stop();
		expect(await program.ended()).toContain('it ended with SIGTERM');
	});

	test('explains a program that ends instead', async () => {
		const program = new BackgroundProcess('it', process.execPath, node('console.log("no disk")'));
		await expect(program.waitUntil(() => undefined, 5_000)).rejects.toThrow(
			/^it did not run: it ended with exit code 0[^]*no disk$/,
		);
	});

	test('explains a program that cannot be started, and can be stopped all the same', async () => {
		const program = new BackgroundProcess('it', '/nowhere/program', []);
		await expect(program.waitUntil(() => undefined, 5_000)).rejects.toThrow('ENOENT');
		await program.stop();
	});

	test('gives up after the time it was given, and leaves nothing running', async () => {
		const program = new BackgroundProcess(
			'it',
			process.execPath,
			node('setInterval(() => {}, 99)'),
		);
		await expect(program.waitUntil(() => undefined, 300)).rejects.toThrow(
			'it was not ready after 0.3 seconds',
		);
		expect(await program.ended()).toContain('it ended with SIGTERM');
	});
});
