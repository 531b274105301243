// The main job, end to end: pictures of invoices and receipts become spreadsheets, in a real n8n, without internet.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseDemoArgs, UsageError, type DemoOptions } from './args.mts';
import { findN8n, fits } from './existing.mts';
import { reportName, writeReport } from './look.mts';
import { N8n } from './n8n.mts';
import { findPictures } from './pictures.mts';
import { assertPortFree } from './ports.mts';
import { pathWithThisNode, run, runInForeground } from './process.mts';
import { describeSheets } from './report.mts';
import { deadline, startOcrServer } from './server.mts';
import * as shipped from './shipped.mts';
import { step } from './steps.mts';

const root = path.resolve(import.meta.dirname, '..');
const widthWithoutTerminal = 140;
const outputs = [...shipped.spreadsheets, reportName];
const exitCodes = { failed: 1, usage: 2, interrupted: 130 };

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	// Not once: execa's own listener ends this program, with n8n left behind, where it finds no other one.
	process.on(signal, () => {
		console.log('\nStopping everything');
		stopping.abort();
	});
}

try {
	await demo(parseDemoArgs(process.argv.slice(2), root, process.cwd()), stopping.signal);
} catch (error) {
	const usage = error instanceof UsageError;
	process.exitCode = usage ? exitCodes.usage : exitCodes.failed;
	if (stopping.signal.aborted) process.exitCode = exitCodes.interrupted;
	else console.error(`\n${(error as Error).message}`);
}

async function demo(options: DemoOptions, signal: AbortSignal): Promise<void> {
	const { images, out, n8nPort, serverPort } = options;
	const pictures = await findPictures(images);
	await assertPortFree(n8nPort, 'n8n', '--port');
	await assertPortFree(serverPort, 'juhe-ocr-server', '--server-port');
	await build(signal);
	const home = await chooseN8n(signal);
	await emptyOutput(out);

	await using server = await step(
		'Starting juhe-ocr-server',
		() => startOcrServer(root, serverPort, signal),
		({ url }) => `juhe-ocr-server listens on ${url}`,
	);
	await using n8n = await step('Placing n8n-nodes-juhe in a fresh n8n', () =>
		N8n.prepare({ root, home, port: n8nPort, folders: [images, out], signal }),
	);
	const folders = { picturesFolder: images, outputFolder: out };
	await step('Importing the credential and the workflows', () =>
		shipped.importShipped(n8n, root, server, folders, deadline),
	);
	const sheets = await step(
		`Executing the workflow on ${pictures.invoices.length} invoices and ${pictures.receipts.length} receipts`,
		async () => shipped.readSheets(await n8n.execute(shipped.mainWorkflowId)),
	);

	await step('Writing the report', () =>
		writeReport({ root, images, out, server, pictures, sheets }),
	);
	console.log(`\n${describeSheets(sheets, process.stdout.columns ?? widthWithoutTerminal)}\n`);
	const written = outputs.filter((name) => existsSync(path.join(out, name)));
	console.log(`Written to ${out}: ${written.join(', ') || 'nothing'}`);
	for (const kind of ['invoices', 'receipts'] as const) {
		if (pictures[kind].length > 0 && sheets[kind].rows.length === 0) {
			throw new Error(`None of the pictures in ${path.join(images, kind)} gave a row.`);
		}
	}
	if (!options.once) await leaveOpen(n8n, server.process.ended(), signal);
}

async function build(signal: AbortSignal): Promise<void> {
	const env = { ...process.env, PATH: pathWithThisNode() };
	await step('Building the nodes', () =>
		run('npm run build', 'npm', ['run', 'build'], { cwd: root, env, signal }),
	);
}

/**
 * Installs what is not there yet: the server, and n8n where no other on the PATH fits.
 * @returns the folder of n8n's package
 */
async function chooseN8n(signal: AbortSignal): Promise<string> {
	const sandbox = path.join(root, 'sandbox');
	const { dependencies } = JSON.parse(await readFile(path.join(sandbox, 'package.json'), 'utf8'));
	const existing = existsSync(path.join(sandbox, 'node_modules', '.installed'))
		? undefined
		: await findN8n(process.env.PATH ?? '');
	const isReused = existing !== undefined && fits(existing.version, dependencies.n8n);
	await install(isReused ? ['server'] : ['server', 'sandbox'], signal);
	if (existing && !isReused) {
		console.log(`  n8n ${existing.version} at ${existing.home} is of another line, or older`);
	}
	const n8n = isReused
		? existing
		: { home: path.join(sandbox, 'node_modules', 'n8n'), version: dependencies.n8n };
	console.log(`✓ n8n ${n8n.version} is used, at ${n8n.home}`);
	return n8n.home;
}

async function install(packages: string[], signal: AbortSignal): Promise<void> {
	const script = path.join(root, 'scripts', 'ensure-installed.mjs');
	await runInForeground(
		process.execPath,
		[script, ...packages],
		{ signal },
		`Not everything that the demo needs is installed: ${packages.join(', ')}.`,
	);
}

/** What an earlier run wrote must not pass for what this one writes. */
async function emptyOutput(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const name of outputs) await rm(path.join(folder, name), { force: true });
}

/** Keeps n8n's editor open until the signal comes, or until n8n or the server ends by itself. */
async function leaveOpen(n8n: N8n, serverEnded: Promise<string>, signal: AbortSignal) {
	const session = await step('Starting the editor of n8n', () => n8n.start());
	const [{ id }] = await session.executions(shipped.mainWorkflowId);
	console.log(`
The execution  ${n8n.url}/workflow/${shipped.mainWorkflowId}/executions/${id}
E-mail         ${n8n.login.email}
Password       ${n8n.login.password} (invented for this run)

A double click on a node shows its rows. Ctrl-C stops everything.`);
	const [ending] = await Promise.race([
		n8n.ended().then((words) => [words]),
		serverEnded.then((words) => [words]),
		once(signal, 'abort').then(() => []),
	]);
	if (!signal.aborted) throw new Error(ending);
}
