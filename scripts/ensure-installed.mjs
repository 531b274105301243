// Installs the named private packages (server, sandbox) where their lockfile has changed since the last time.
// The root package may have no install scripts, so each command that needs one of them calls this first.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const steps = {
	server: [['ci']],
	// n8n's own install scripts want compilers and downloads that it runs without.
	sandbox: [
		['ci', '--ignore-scripts'],
		['rebuild', 'node', 'sqlite3'],
	],
};

for (const name of process.argv.slice(2)) {
	const folder = path.join(root, name);
	const lock = createHash('sha256')
		.update(readFileSync(path.join(folder, 'package-lock.json')))
		.digest('hex');
	const stamp = path.join(folder, 'node_modules', '.installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) continue;

	rmSync(stamp, { force: true });
	for (const step of steps[name]) {
		console.error(`${name}: npm ${step.join(' ')}`);
		const { status } = spawnSync('npm', [...step, '--no-audit', '--no-fund', '--loglevel=error'], {
			cwd: folder,
			stdio: 'inherit',
		});
		if (status !== 0) process.exit(status ?? 1);
	}
	writeFileSync(stamp, lock);
}
