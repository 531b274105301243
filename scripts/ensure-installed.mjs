// Installs the named private packages (server, sandbox, sandbox/n8n1, server/bench/rivals), side by side, where their
// lockfile has changed since the last time. The root package may have no install scripts, so each command that needs
// one of them calls this first.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bunCounter, npmCounter } from './package-counters.mjs';

const root = path.resolve(import.meta.dirname, '..');

const download =
	'check that the npm registry can be reached and that the disk has room (each n8n needs 3 GB)';

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];

const npm = {
	lockfile: 'package-lock.json',
	command: 'npm',
	// n8n's own install scripts want compilers and downloads that it runs without; the server's packages need none.
	args: ['ci', '--ignore-scripts', ...quiet],
	counter: npmCounter,
};

// For the n8n of the demo: it unpacks two thousand packages with a fiftieth of the processor time that npm takes.
const bun = {
	lockfile: 'bun.lock',
	command: path.join(root, 'node_modules', '.bin', 'bun'),
	args: ['install', '--frozen-lockfile', '--ignore-scripts', '--linker=hoisted'],
	counter: bunCounter,
};

const packages = {
	server: {
		about: 'the OCR server and its models',
		installer: npm,
		// Each start is quicker with what this makes, and works without it too.
		last: 'src/engine/prepare.mts',
	},
	sandbox: { about: 'a whole n8n: 2.3 GB, only once', installer: bun },
	'sandbox/n8n1': { about: 'a whole n8n of the 1.x line: 1.7 GB, only once', installer: npm },
	'server/bench/rivals': {
		about: 'tesseract.js, which the benchmark measures beside the server',
		installer: npm,
	},
};

/** A line that is rewritten in place may move often; lines that stay in a log may not. */
const reportEvery = process.stderr.isTTY ? 1_000 : 20_000;
const headLines = 12;
const tailLines = 12;

const started = Date.now();
const running = process.argv.slice(2).filter(isOutdated).map(install);
const timer = setInterval(report, reportEvery);
const results = await Promise.all(running.map(({ ended }) => ended));
clearInterval(timer);
for (const failure of results.filter(Boolean)) console.error(failure);
if (results.some(Boolean)) process.exitCode = 1;

function stampOf(name) {
	return path.join(root, name, 'node_modules', '.installed');
}

/** What a finished installation writes down: the checksum of the lockfile that it is of. */
function wantedOf(name) {
	const lockfile = path.join(root, name, packages[name].installer.lockfile);
	return createHash('sha256').update(readFileSync(lockfile)).digest('hex');
}

function isOutdated(name) {
	const stamp = stampOf(name);
	return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wantedOf(name);
}

/** Starts an installation; `ended` resolves with the words for its failure, if it failed. */
function install(name) {
	const { about, installer } = packages[name];
	const folder = path.join(root, name);
	const lockfile = readFileSync(path.join(folder, installer.lockfile), 'utf8');
	console.error(`Installing ${name}/ (${about})`);
	const task = { name, isRunning: true, count: installer.counter(folder, lockfile) };
	task.ended = unpack(name, folder, installer).then((problem) => {
		task.isRunning = false;
		if (!problem) show(`  ✓ ${name} (${elapsed()})`, '\n');
		return problem;
	});
	return task;
}

async function unpack(name, folder, { command, args }) {
	await rm(path.join(folder, 'node_modules'), { recursive: true, force: true });
	const { result, output } = await run(folder, command, args);
	if (result !== 0) return failure(name, [path.basename(command), ...args], result, output);
	const { last } = packages[name];
	if (last) await run(folder, process.execPath, [last]);
	writeFileSync(stampOf(name), wantedOf(name));
	return undefined;
}

/** Runs a command to its end; resolves with its code, or why there is none, and all that it said. */
async function run(folder, command, args) {
	const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	const stop = () => child.kill();
	process.once('SIGTERM', stop);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
	const result = await new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(code ?? signal));
	});
	process.off('SIGTERM', stop);
	return { result, output };
}

/** One line of all that is still being installed: elapsed time, and how many packages are there. */
function report() {
	const counts = running
		.filter(({ isRunning }) => isRunning)
		.map(({ name, count }) => `${name} ${count()}`);
	if (counts.length > 0) show(`  … ${counts.join(', ')} (${elapsed()})`);
}

function elapsed() {
	const seconds = Math.round((Date.now() - started) / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** @param end what follows the line on a terminal, where otherwise the next one takes its place */
function show(line, end = '') {
	process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K${end}` : `${line}\n`);
}

function failure(name, args, result, output) {
	const call = args.join(' ');
	return `
Installing ${name}/ failed: "${call}" ended with ${result}. What it said:

${headAndTail(output)}

What to do: ${download}.
Then run the same command again; what was downloaded is kept. For the full account: cd ${name} && npm exec -- ${call}`;
}

/** The cause is named first and the consequences last; what lies between is left out. */
function headAndTail(output) {
	const lines = output.trim().split('\n');
	if (lines.length <= headLines + tailLines) return lines.join('\n') || '(nothing)';
	return [...lines.slice(0, headLines), '...', ...lines.slice(-tailLines)].join('\n');
}
