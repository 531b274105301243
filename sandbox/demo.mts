// The main job, end to end: pictures of invoices and receipts become spreadsheets, in a real n8n, without internet.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseDemoArgs, UsageError, type DemoOptions } from './args.mts';
import { reportName, writeReport } from './look.mts';
import { N8n } from './n8n.mts';
import { findPictures } from './pictures.mts';
import { assertPortFree } from './ports.mts';
import { runInForeground } from './process.mts';
import { describeSheets } from './report.mts';
import { startOcrServer } from './server.mts';
import * as shipped from './shipped.mts';
import { step } from './steps.mts';

const root = path.resolve(import.meta.dirname, '..');
const widthWithoutTerminal = 140;
const outputs = [...shipped.spreadsheets, reportName];
const exitCodes = { failed: 1, usage: 2, interrupted: 130 };

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(signal, () => {
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
	await installN8n(signal);
	await emptyOutput(out);

	await using server = await step(
		'Starting juhe-ocr-server',
		() => startOcrServer(root, serverPort, signal),
		({ url }) => `juhe-ocr-server listens on ${url}`,
	);
	await using n8n = await step('Placing n8n-nodes-juhe in a fresh n8n', () =>
		N8n.prepare({ root, port: n8nPort, folders: [images, out], signal }),
	);
	await step('Importing the credential and the workflows', () =>
		shipped.importShipped(n8n, root, server, { picturesFolder: images, outputFolder: out }),
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

async function installN8n(signal: AbortSignal): Promise<void> {
	const script = path.join(root, 'scripts', 'ensure-installed.mjs');
	await runInForeground(process.execPath, [script, 'sandbox'], { signal }, 'n8n is not installed.');
}

/** What an earlier run wrote must not pass for what this one writes. */
async function emptyOutput(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const name of outputs) await rm(path.join(folder, name), { force: true });
}

/** Keeps n8n's editor open until the signal comes, or until n8n or the server ends by itself. */
async function leaveOpen(n8n: N8n, serverEnded: Promise<string>, signal: AbortSignal) {
	await step('Starting the editor of n8n', () => n8n.start());
	console.log(`
n8n's editor   ${n8n.url}/workflow/${shipped.mainWorkflowId}
E-mail         ${n8n.login.email}
Password       ${n8n.login.password} (invented for this run)

Ctrl-C stops everything.`);
	const [ending] = await Promise.race([
		n8n.ended().then((words) => [words]),
		serverEnded.then((words) => [words]),
		once(signal, 'abort').then(() => []),
	]);
	if (!signal.aborted) throw new Error(ending);
}
