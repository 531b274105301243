import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codes, codeOf, smallPicture } from '../../testing/process/store-server.mts';
import { ServerProcess } from '../../testing/process/server-process.mts';

const secrets = ['first-key-4711', 'second-key-0815'];
const variable = secrets.join(', ');

/** What every file of `/proc` that shows environment or command line says of a process and its threads. */
function shownOf(pid: number): string {
	const folder = `/proc/${pid}`;
	const threads = readdirSync(join(folder, 'task')).map((thread) => join(folder, 'task', thread));
	const files = [folder, ...threads].flatMap((of) => [join(of, 'environ'), join(of, 'cmdline')]);
	return files.map((file) => readFileSync(file, 'latin1')).join('\n');
}

/** What else may stand in the environment of a server: nothing that a worker, which opens strangers' files, needs. */
const ofTheMachine = {
	DATABASE_PASSWORD: 'x',
	AWS_SECRET_ACCESS_KEY: 'x',
	NODE_AUTH_TOKEN: 'x',
	HTTPS_PROXY: 'http://user:password@proxy.example:3128',
	// Names of what programs need, at the end and at the beginning.
	SECRET_IN_PATH: 'x',
	HOME_SECRET: 'x',
};

const onLinux = existsSync('/proc/self/environ') ? it : it.skip;

onLinux(
	'shows the keys of JUHE_OCR_KEYS in no process, the rest of its environment as it was, and workers what they need',
	async () => {
		const image = await smallPicture();
		const server = await ServerProcess.start(
			{
				JUHE_OCR_KEYS: variable,
				JUHE_OCR_KEYS_COMMENT: 'stays',
				BEHIND: 'too',
				TZ: 'Asia/Shanghai',
				...ofTheMachine,
			},
			['--workers', '2'],
		);
		for (const key of secrets) expect(await codeOf(server, key, image)).toBe(codes.nothingRead);
		expect(await codeOf(server, 'third-key', image)).toBe(codes.unknownKey);
		const processes = [server.pid, ...server.workers];
		expect(processes).toHaveLength(3);
		for (const pid of processes) {
			const shown = shownOf(pid);
			expect(shown).toContain('PATH=');
			expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
		}
		for (const worker of server.workers) {
			const shown = shownOf(worker);
			expect(Object.keys(ofTheMachine).filter((name) => shown.includes(name))).toEqual([]);
			expect(shown).not.toMatch(/JUHE_OCR_|BEHIND/);
			expect(shown).toContain('TZ=Asia/Shanghai');
		}
		expect(shownOf(server.pid)).toContain('JUHE_OCR_KEYS_COMMENT=stays');
		expect(shownOf(server.pid)).toContain('BEHIND=too');
		// The view of a worker: a child, of the same user, that goes through all that it may read.
		const { stdout } = await promisify(execFile)('sh', [
			'-c',
			`cat /proc/${server.pid}/environ /proc/${server.pid}/cmdline | tr '\\0' '\\n'`,
		]);
		expect(stdout).toContain('BEHIND=too');
		expect(secrets.filter((secret) => stdout.includes(secret))).toEqual([]);
		expect(await server.stop()).toBe(0);
	},
	60_000,
);
