// Installs the named private packages (server, sandbox, sandbox/n8n1) where their lockfile has changed since the last time.
// The root package may have no install scripts, so each command that needs one of them calls this first.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const download =
	'check that the npm registry can be reached and that the disk has room (each n8n needs 3 GB)';
const compile =
	'where no prebuilt sqlite3 can be downloaded, it is compiled: apt-get install build-essential python3';

const n8nSteps = [
	// n8n's own install scripts want compilers and downloads that it runs without; only sqlite3's is needed.
	{ args: ['ci', '--ignore-scripts'], unpacks: true, remedy: download },
	{ args: ['rebuild', 'sqlite3', '--ignore-scripts=false'], unpacks: false, remedy: compile },
];

const packages = {
	server: {
		about: 'the OCR server and its models',
		steps: [{ args: ['ci'], unpacks: true, remedy: download }],
	},
	sandbox: {
		about: 'a whole n8n: 2.8 GB, about five minutes, only once',
		steps: n8nSteps,
	},
	'sandbox/n8n1': {
		about: 'a whole n8n of the 1.x line: 1.7 GB, about four minutes, only once',
		steps: n8nSteps,
	},
	'server/bench/rivals': {
		about: 'tesseract.js, which the benchmark measures beside the server',
		steps: [{ args: ['ci'], unpacks: true, remedy: download }],
	},
};

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
/** A line that is rewritten in place may move often; lines that stay in a log may not. */
const reportEvery = process.stderr.isTTY ? 1_000 : 20_000;
const headLines = 12;
const tailLines = 12;

for (const name of process.argv.slice(2)) await ensureInstalled(name);

async function ensureInstalled(name) {
	const folder = path.join(root, name);
	const lockfile = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
	const stamp = path.join(folder, 'node_modules', '.installed');
	const wanted = createHash('sha256').update(lockfile).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

	const { about, steps } = packages[name];
	console.error(`Installing ${name}/ (${about})`);
	rmSync(stamp, { force: true });
	const locations = steps.some((step) => step.unpacks)
		? packageLocations(JSON.parse(lockfile))
		: [];
	for (const step of steps) await run(name, folder, step, step.unpacks ? locations : []);
	writeFileSync(stamp, wanted);
}

async function run(name, folder, { args, remedy }, locations) {
	const started = Date.now();
	const npm = spawn('npm', [...args, ...quiet], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	const stop = () => npm.kill();
	process.once('SIGTERM', stop);
	let output = '';
	for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += text));
	const ended = new Promise((resolve) => {
		npm.once('error', (error) => resolve(error.message));
		npm.once('close', (code, signal) => resolve(code ?? signal));
	});

	const command = `npm ${args.join(' ')}`;
	const progress = () => report(command, started, folder, locations);
	const timer = setInterval(progress, reportEvery);
	const result = await ended;
	clearInterval(timer);
	process.off('SIGTERM', stop);
	if (result !== 0) fail(name, command, result, output, remedy);
	progress();
	if (process.stderr.isTTY) process.stderr.write('\n');
}

function report(command, started, folder, locations) {
	const seconds = Math.round((Date.now() - started) / 1000);
	const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	const unpacked = locations.filter((location) =>
		existsSync(path.join(folder, location, 'package.json')),
	).length;
	const count =
		locations.length > 0 ? `, ${unpacked} of ${locations.length} packages unpacked` : '';
	const line = `  ${command}: ${elapsed}${count}`;
	process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
}

/** Where the lockfile's packages go on this machine: those for other systems are not unpacked. */
function packageLocations(lock) {
	return Object.entries(lock.packages)
		.filter(([location, { os, cpu, libc, link, optional }]) => {
			const foreign =
				!allows(os, process.platform) || !allows(cpu, process.arch) || libc?.includes('musl');
			return location !== '' && !link && !(optional && foreign);
		})
		.map(([location]) => location);
}

/** npm's rule for os and cpu: a list of what is allowed, or of what is not, with an exclamation mark. */
function allows(list, here) {
	if (!list || list.length === 0) return true;
	return list.some((entry) => entry.startsWith('!'))
		? !list.includes(`!${here}`)
		: list.includes(here);
}

function fail(name, command, result, output, remedy) {
	console.error(`
Installing ${name}/ failed: "${command}" ended with ${result}. What npm said:

${headAndTail(output)}

What to do: ${remedy}.
Then run the same command again; what was downloaded is kept. For npm's full account: cd ${name} && ${command}`);
	process.exit(1);
}

/** npm names the cause first and the consequences last; what lies between is left out. */
function headAndTail(output) {
	const lines = output.trim().split('\n');
	if (lines.length <= headLines + tailLines) return lines.join('\n') || '(nothing)';
	return [...lines.slice(0, headLines), '...', ...lines.slice(-tailLines)].join('\n');
}
