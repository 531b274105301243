import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** An n8n on this machine. */
export interface ExistingN8n {
	/** Its package's folder. */
	home: string;
	version: string;
}

/**
 * Whether an n8n can stand in for the one that the demo was tried with: of the same line, and not older.
 * @param tried the version that sandbox/ pins
 */
export function fits(version: string, tried: string): boolean {
	const [major, ...rest] = numbersOf(version);
	const [triedMajor, ...triedRest] = numbersOf(tried);
	if (major !== triedMajor) return false;
	const i = rest.findIndex((number, j) => number !== triedRest[j]);
	return i < 0 || rest[i] > triedRest[i];
}

/**
 * The first n8n on a PATH, of whatever version; undefined where there is none that was installed by npm.
 * @param searched folders as in PATH
 */
export async function findN8n(searched: string): Promise<ExistingN8n | undefined> {
	for (const folder of searched.split(path.delimiter)) {
		const found = await n8nBehind(path.join(folder, 'n8n'));
		if (found) return found;
	}
	return undefined;
}

/** The package whose program a file is, through links: `…/n8n/bin/n8n`. */
async function n8nBehind(program: string): Promise<ExistingN8n | undefined> {
	try {
		const home = path.dirname(path.dirname(await realpath(program)));
		const { name, version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
		return name === 'n8n' ? { home, version } : undefined;
	} catch {
		return undefined;
	}
}

/** The three numbers of a version, without what a pre-release or a build adds. */
function numbersOf(version: string): number[] {
	return version.split(/[-+]/u)[0].split('.').map(Number);
}
