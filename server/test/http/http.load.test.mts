import { spawn } from 'node:child_process';
import { join } from 'node:path';

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
