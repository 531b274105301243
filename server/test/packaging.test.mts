import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sample, ServerProcess } from '../testing/process/server-process.mts';

const folder = join(__dirname, '..');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
	bin: Record<string, string>;
	files: string[];
	engines: { node: string };
};

/** Where the package is packed, which builds it: below this folder, whose packages are those that npm would install. */
let target: string;
beforeAll(() => {
	mkdirSync(join(folder, '.cache'), { recursive: true });
	target = mkdtempSync(join(folder, '.cache', 'pack-'));
	execFileSync('npm', ['pack', '--pack-destination', target], { cwd: folder, stdio: 'pipe' });
}, 180_000);
afterAll(() => rmSync(target, { recursive: true }));

/** Node strips no types under node_modules: what is published has to be JavaScript. */
it('builds a bin that runs as JavaScript, without a path to a TypeScript file left in it', () => {
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

it('packs the versions that were tested, leaves nothing behind, and what it packs reads', async () => {
	const tarball = join(target, 'juhe-ocr-server-0.1.0.tgz');
	const unpack = (...args: string[]) => execFileSync('tar', [...args], { encoding: 'utf8' });
	const names = unpack('-tzf', tarball).trim().split('\n');
	expect(names).toContain('package/dist/access/store-thread.mjs');
	const lock = unpack('-xzOf', tarball, 'package/npm-shrinkwrap.json');
	expect(lock).toBe(read('package-lock.json'));
	// npm would take it for the lockfile of this folder.
	expect(existsSync(join(folder, 'npm-shrinkwrap.json'))).toBe(false);
	unpack('-xzf', tarball, '-C', target);
	const main = join(target, 'package', manifest.bin['juhe-ocr-server']);
	const server = await ServerProcess.start({}, ['--workers', '1', '--deadline', '300'], main);
	const receipt = await server.postFile('receipt', sample('receipts/r02-convenience.jpg'));
	const invoice = await server.postFile('invoice', sample('invoices/i01-hubei.jpg'));
	await server.stop();
	expect([receipt.body.error_code, invoice.body.error_code]).toEqual([0, 0]);
}, 120_000);

/** The health check of the image, run as the container runs it. */
async function healthCheck(environment: NodeJS.ProcessEnv): Promise<number> {
	const [, command] = /^HEALTHCHECK [^[]*\sCMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];
	const [, ...args] = JSON.parse(command) as string[];
	const { JUHE_OCR_PORT: _, ...others } = process.env;
	return await promisify(execFile)(process.execPath, args, {
		env: { ...others, ...environment },
	}).then(
		() => 0,
		({ code }: { code: number }) => code,
	);
}

it('checks the health of the server in the image at the port that it listens on', async () => {
	const server = await ServerProcess.start({}, ['--workers', '1']);
	const { port } = new URL(server.url);
	expect(await healthCheck({ JUHE_OCR_PORT: port })).toBe(0);
	await server.stop();
	expect(await healthCheck({ JUHE_OCR_PORT: port })).toBe(1);
	expect(read('Dockerfile')).toMatch(/JUHE_OCR_PORT \|\| 8787/);
}, 60_000);
