// How far an installation is: counted from outside, because neither npm nor bun says so where there is no terminal.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Counts the packages that npm has unpacked.
 * @param folder the package that is installed
 * @param lockfile the text of its package-lock.json
 * @returns a function that says how many there are now, of how many
 */
export function npmCounter(folder, lockfile) {
	// Those for other systems are not unpacked.
	const locations = Object.entries(JSON.parse(lockfile).packages)
		.filter(([location, { os, cpu, libc, link, optional }]) => {
			const isForeign =
				!allows(os, process.platform) || !allows(cpu, process.arch) || libc?.includes('musl');
			return location !== '' && !link && !(optional && isForeign);
		})
		.map(([location]) => path.join(folder, location, 'package.json'));
	return () => `${locations.filter(existsSync).length} of ${locations.length} packages`;
}

/**
 * Counts the packages in bun's cache, from which it links them all at the end.
 * @param folder the package that is installed
 * @param lockfile the text of its bun.lock: JSON, but for commas, with a package a line
 * @returns a function that says how many there are now, of how many
 */
export function bunCounter(folder, lockfile) {
	const lines = lockfile.split('\n').filter((line) => !/"os":/u.test(line));
	const wanted = new Set(
		lines.flatMap(
			(line) => /^ {4}"[^"]+": \["((?:@[^/"]+\/)?[^@"]+@\d[^"]*)"/u.exec(line)?.[1] ?? [],
		),
	);
	const cache =
		process.env.BUN_INSTALL_CACHE_DIR ?? path.join(homedir(), '.bun', 'install', 'cache');
	return () => {
		const kept = cachedPackages(cache).filter((name) => wanted.has(name));
		return `${new Set(kept).size} of ${wanted.size} packages`;
	};
}

/** The folders of bun's cache as names with versions: `name@1.2.3@@@1`, and `@scope/name@1.2.3@@registry@@@1`. */
function cachedPackages(cache) {
	if (!existsSync(cache)) return [];
	return readdirSync(cache).flatMap((entry) =>
		(entry.startsWith('@')
			? readdirSync(path.join(cache, entry)).map((name) => `${entry}/${name}`)
			: [entry]
		).map((name) => name.replace(/@@.*$/u, '')),
	);
}

/** npm's rule for os and cpu: a list of what is allowed, or of what is not, with an exclamation mark. */
function allows(list, here) {
	if (!list || list.length === 0) return true;
	return list.some((entry) => entry.startsWith('!'))
		? !list.includes(`!${here}`)
		: list.includes(here);
}
