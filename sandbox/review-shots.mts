import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../scripts/chromium.mts';
import { freePort } from './ports.mts';
import { run } from './process.mts';
import type { N8nSession } from './session.mts';

const workflowId = 'juheReviewQueue';
const desktop = { width: 1200, height: 860 };
const phone = { width: 390, height: 844 };
/** Where the sample says 肆仟: without it, words and figures differ. */
const firstOfTheWords = { left: 358, top: 782 };
const paper = { width: 64, height: 46, channels: 3 as const, background: '#fefdf8' };
/** Milliseconds that a workflow over a few pictures, or a page of n8n, may take on a busy machine. */
const patience = 180_000;

/** What is shown. */
export interface Shot {
	name: string;
	png: Buffer;
}

/** Puts an invoice into the folder that asks for review, as a photo of a receipt there does, and runs the review queue over it. */
export async function queueOne(
	root: string,
	session: N8nSession,
	picturesFolder: string,
): Promise<void> {
	const sharp = createRequire(path.join(root, 'server', 'package.json'))('sharp');
	const picture = await sharp(path.join(root, 'samples', 'invoices', 'i01-hubei.jpg'))
		.composite([{ input: { create: paper }, ...firstOfTheWords }])
		.jpeg({ quality: 92 })
		.toBuffer();
	await writeFile(path.join(picturesFolder, 'invoices', 'stained.jpg'), picture);
	const route = `/workflows/${workflowId}`;
	for (const name of ['Set Up Tables', 'Start']) {
		await session.call('POST', `${route}/run`, { triggerToStartFrom: { name } });
		await untilQuiet(session);
	}
	const { versionId } = await session.call<{ versionId: string }>('GET', route);
	await session.call('POST', `${route}/activate`, { versionId });
}

/** The workflow keeps no executions: it is done when none is left. */
async function untilQuiet(session: N8nSession): Promise<void> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (const end = Date.now() + patience; Date.now() < end; await sleep(500)) {
		const route = `/executions?filter=${filter}`;
		const { results } = await session.call<{ results: unknown[] }>('GET', route);
		if (results.length === 0) return;
	}
	throw new Error('The review queue did not end');
}

/** The form of the review: an invoice on a desktop and on a phone, then the lines of a receipt. */
export async function reviewForms(n8nUrl: string): Promise<Shot[]> {
	const browser = await launchChromium();
	const next = async (viewport: typeof desktop) => {
		const page = await browser.newPage({ viewport });
		page.setDefaultTimeout(patience);
		await page.goto(`${n8nUrl}/form/juhe-review`);
		await page.getByLabel('Your name').fill('Li Min');
		await page.getByRole('button', { name: 'Show the next one' }).click();
		await page.getByLabel('Total', { exact: true }).waitFor();
		await page.waitForLoadState('networkidle');
		return page;
	};
	const wide = await next(desktop);
	const invoice = { name: 'review-form.png', png: await wide.screenshot() };
	const narrow = await next(phone);
	const onPhone = { name: 'review-phone.png', png: await narrow.screenshot() };
	await narrow.getByRole('button', { name: 'Save' }).click();
	await narrow.getByText('Open the form again').waitFor();
	const lines = await next(desktop);
	await lines.getByLabel('More empty lines').scrollIntoViewIfNeeded();
	const receipt = { name: 'review-receipt.png', png: await lines.screenshot() };
	await browser.close();
	return [invoice, onPhone, receipt];
}

/** The report that the demo ends with, over the same folder of pictures. */
export async function report(root: string, picturesFolder: string, out: string): Promise<Shot> {
	await mkdir(out, { recursive: true });
	const ports = ['--port', await freePort(), '--server-port', await freePort()].map(String);
	const demo = path.join(root, 'sandbox', 'demo.mts');
	const folders = ['--images', picturesFolder, '--out', out];
	await run('the demo', process.execPath, [demo, '--once', ...folders, ...ports]);
	const browser = await launchChromium();
	const page = await browser.newPage({ viewport: desktop });
	await page.goto(pathToFileURL(path.join(out, 'report.html')).href);
	await page.locator('.review').last().scrollIntoViewIfNeeded();
	const png = await page.screenshot();
	await browser.close();
	return { name: 'report.png', png };
}
