import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const requirements = join(import.meta.dirname, 'requirements.txt');
const home = join(import.meta.dirname, '.cache', 'python');
const stamp = join(home, 'installed');

/** The Python of the benchmark with what requirements.txt names, or why there is none. */
export async function preparedPython(): Promise<{ python: string } | { missing: string }> {
	const python = join(home, 'bin', 'python');
	const wanted = createHash('sha256')
		.update(await readFile(requirements))
		.digest('hex');
	if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return { python };
	try {
		await run('python3', ['-m', 'venv', '--clear', home]);
	} catch (error) {
		return { missing: `there is no Python 3 with venv (${causeOf(error)})` };
	}
	console.log('Installing RapidOCR for the comparison, once');
	try {
		await run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements]);
	} catch (error) {
		return { missing: `it could not be installed (${causeOf(error)})` };
	}
	await writeFile(stamp, wanted);
	return { python };
}

/** The last line that a command printed, or the code of why it could not be run. */
function causeOf(error: unknown): string {
	const { code, stderr } = error as { code?: number | string; stderr?: string };
	return stderr?.trim().split('\n').at(-1) || `python3: ${code}`;
}
