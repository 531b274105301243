import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';

const run = (command: string, ...args: string[]) =>
	execFileSync(command, args, { stdio: 'ignore' });

/** A disk that can be made not to answer, as one that is slow or being backed up, where this machine lets a test mount one. */
export class FreezableDisk {
	readonly path: string;

	private constructor(path: string) {
		this.path = path;
	}

	/** @returns undefined where mounting or freezing is not allowed */
	static mount(path: string): FreezableDisk | undefined {
		mkdirSync(path);
		writeFileSync(`${path}.img`, Buffer.alloc(16 * 2 ** 20));
		try {
			run('mkfs.ext4', '-q', '-F', `${path}.img`);
			run('mount', '-o', 'loop', `${path}.img`, path);
			run('fsfreeze', '--freeze', path);
			run('fsfreeze', '--unfreeze', path);
			return new FreezableDisk(path);
		} catch {
			spawnSync('umount', [path]);
			return undefined;
		}
	}

	/** Lets nothing be written for so many seconds, by a process that ends that whatever becomes of the test. */
	async freeze(seconds: number): Promise<{ thawed: Promise<unknown> }> {
		const script = 'fsfreeze --freeze "$0" && echo frozen; sleep "$1"; fsfreeze --unfreeze "$0"';
		const child = spawn('sh', ['-c', script, this.path, String(seconds)], { detached: true });
		const thawed = once(child, 'exit');
		await once(child.stdout, 'data');
		return { thawed };
	}

	unmount(): void {
		run('umount', this.path);
	}
}
