import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
	bin: Record<string, string>;
	files: string[];
	engines: { node: string };
};

/** Node strips no types under node_modules: what is published has to be JavaScript. */
it('builds a bin that runs as JavaScript, without a path to a TypeScript file left in it', () => {
	execFileSync('tsc', ['-p', folder], { stdio: 'inherit' });
	const bin = manifest.bin['juhe-ocr-server'];
	expect(read(bin)).toMatch(/^#!\/usr\/bin\/env node\n/);
	expect(read(bin)).not.toMatch(/\.mts'/);
	expect(existsSync(join(folder, 'dist/worker/worker.mjs'))).toBe(true);
	expect(existsSync(join(folder, 'dist/engine/line-helper.mjs'))).toBe(true);
	const usage = execFileSync(process.execPath, [join(folder, bin), '--help'], { encoding: 'utf8' });
	expect(usage).toMatch(/--port PORT/);
	const keysUsage = execFileSync(process.execPath, [join(folder, bin), 'keys', '--help'], {
		encoding: 'utf8',
	});
	expect(keysUsage).toMatch(/--per-minute N/);
});

it('puts into the image what the server needs to run, and nothing else', () => {
	const copied = [...read('Dockerfile').matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, files]) =>
		files.split(' '),
	);
	const allowed = read('.dockerignore')
		.split('\n')
		.filter((line) => line.startsWith('!'))
		.map((line) => line.slice(1));
	expect(copied.sort()).toEqual(allowed.sort());
	for (const file of copied) expect(existsSync(join(folder, file))).toBe(true);
});
