import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of 256 kB in memory, where this machine lets a test mount one. */
export class SmallDisk {
	readonly path: string;

	private constructor(path: string) {
		this.path = path;
	}

	/** @returns undefined where mounting is not allowed */
	static mount(path: string): SmallDisk | undefined {
		mkdirSync(path);
		try {
			const options = ['-t', 'tmpfs', '-o', 'size=256k', 'none', path];
			execFileSync('mount', options, { stdio: 'ignore' });
			return new SmallDisk(path);
		} catch {
			return undefined;
		}
	}

	/** Leaves no room; returns what makes room again. */
	fill(): () => void {
		const stuffing = join(this.path, 'stuffing');
		try {
			writeFileSync(stuffing, Buffer.alloc(2 ** 20));
		} catch {
			// It is full.
		}
		return () => rmSync(stuffing);
	}

	unmount(): void {
		execFileSync('umount', [this.path]);
	}
}
