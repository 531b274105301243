// Takes the README's pictures of the editor: the shipped workflows, both nodes' panels, the rows, the credential.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Editor } from './editor.mts';
import { N8n } from './n8n.mts';
import { freePort } from './ports.mts';
import { queueOne, report, reviewForms, type Shot } from './review-shots.mts';
import { startOcrServer } from './server.mts';
import { importShipped, mainWorkflowId } from './shipped.mts';
import { step } from './steps.mts';

const root = path.resolve(import.meta.dirname, '..');
const images = path.join(root, 'docs', 'images');
const sharp = createRequire(path.join(root, 'server', 'package.json'))('sharp');

/** A few samples of clearly different kinds: all of them would not fit a panel. */
const shown = {
	invoices: ['i01-hubei.jpg', 'i02-fujian.jpg', 'i04-shandong-shifted.jpg', 'i05-yunnan.jpg'],
	receipts: ['r01-supermarket.photo.jpg', 'r02-convenience.photo.jpg', 'r04-restaurant.jpg'],
};

/** The other shipped workflows, and what their pictures are called. */
const canvases = {
	juheEmailToSheet: 'email',
	juheWebhookRows: 'webhook',
	juheFormToXlsx: 'form',
	juheReviewQueue: 'review',
	juheReceiptAgent: 'agent',
	juheLocalFirst: 'local-first',
	juheExportChecked: 'export',
};

/** A window in which the notes of the largest workflow can be read. */
const large = { width: 2000, height: 1200 };

/** Pixels that the editor's controls take from the edges of its canvas. */
const controls = { top: 24, right: 80, bottom: 88, left: 0 };

const noEdges = { top: 0, right: 0, bottom: 0, left: 0 };

const folder = await mkdtemp(path.join(tmpdir(), 'juhe-'));
try {
	await takeScreenshots();
} finally {
	await rm(folder, { recursive: true });
}

async function takeScreenshots(): Promise<void> {
	const folders = {
		picturesFolder: path.join(folder, 'pictures'),
		outputFolder: path.join(folder, 'spreadsheets'),
	};
	for (const [kind, names] of Object.entries(shown)) {
		const target = path.join(folders.picturesFolder, kind);
		await mkdir(target, { recursive: true });
		for (const name of names) {
			await copyFile(path.join(root, 'samples', kind, name), path.join(target, name));
		}
	}
	await mkdir(folders.outputFolder);
	await mkdir(images, { recursive: true });

	await using server = await startOcrServer(root, await freePort());
	await using n8n = await N8n.prepare({ root, port: await freePort(), folders: [folder] });
	const session = await step('Starting n8n', async () => {
		await importShipped(n8n, root, server, folders);
		return await n8n.start();
	});
	await using editor = await Editor.open(n8n);
	await step('Executing the workflow', async () => {
		await editor.openWorkflow(mainWorkflowId);
		await editor.execute();
	});
	await save(editor, 'workflow.png');
	await takeNodes(editor);
	await takeCredential(editor, server.url);
	for (const [id, name] of Object.entries(canvases)) {
		await editor.page.setViewportSize(large);
		await editor.openWorkflow(id);
		await save(editor, `workflow-${name}.png`, editor.part('canvas-wrapper'), controls);
	}
	await queueOne(root, session, folders.picturesFolder);
	for (const shot of await reviewForms(n8n.url)) await write(shot);
	await write(await report(root, folders.picturesFolder, path.join(folder, 'report')));
}

/** Both nodes' panels after a run, and the rows alone; the invoice node's panel stays open. */
async function takeNodes(editor: Editor): Promise<void> {
	await editor.openNode('Juhe Receipt OCR');
	await editor.showInputPicture();
	await editor.redrawTable();
	await save(editor, 'receipt-node.png');
	await editor.widenOutput();
	await editor.redrawTable();
	await save(editor, 'rows.png', editor.part('output-panel'));
	await editor.closePanel();

	// Executing one node takes the rows of the other branch away, so this one is the last.
	await editor.openNode('Juhe Invoice OCR');
	await editor.showInputPicture();
	await editor.executeWithOutput('One Item per Line Item', 'lineNumber');
	await save(editor, 'invoice-node.png');
}

/** From the open panel of the invoice node: its credential, which passes its test, and one that fails it. */
async function takeCredential(editor: Editor, serverUrl: string): Promise<void> {
	await editor.openCredential();
	await save(editor, 'credential.png', editor.part('editCredential-modal'));
	await editor.closeCredential();
	await editor.newCredential();
	await editor.choose('server', 'Self-Hosted');
	await editor.fill('baseUrl', serverUrl);
	await editor.fill('invoiceKey', 'a wrong key');
	await editor.saveCredential();
	await save(editor, 'credential-failed.png', await editor.showCredentialProblem());
	await editor.closeCredential();
	await editor.closePanel();
}

/** Saves what the editor shows, or a part of it without its edges, as a PNG of few colours. */
async function save(
	editor: Editor,
	name: string,
	part = editor.page.locator('body'),
	edges = noEdges,
): Promise<void> {
	await editor.settle();
	await write({ name, png: await part.screenshot() }, edges);
}

/** Writes a picture, without its edges, as a PNG of few colours. */
async function write({ name, png }: Shot, edges = noEdges): Promise<void> {
	const { width, height } = await sharp(png).metadata();
	const { size } = await sharp(png)
		.extract({
			left: edges.left,
			top: edges.top,
			width: width - edges.left - edges.right,
			height: height - edges.top - edges.bottom,
		})
		.png({ palette: true, quality: 90, effort: 10 })
		.toFile(path.join(images, name));
	console.log(`docs/images/${name}: ${Math.round(size / 1000)} kB`);
}
