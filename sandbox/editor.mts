import { launchChromium } from '../scripts/chromium.mts';
import type { N8n } from './n8n.mts';

// n8n brings another playwright-core, which a type import from here would find first.
type Browser = Awaited<ReturnType<typeof launchChromium>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type Locator = ReturnType<Page['locator']>;

const viewport = { width: 1600, height: 900 };
/** Milliseconds that a workflow over a handful of pictures may take. */
const executionTimeout = 180_000;
/** Milliseconds that the editor's animations take at most. */
const settleTime = 1_000;
/** Where a panel's divider is dragged to, in pixels from the left, to make room for the output. */
const dividerAt = 586;

/** The editor of a running n8n in a headless browser, used as a person would use it. */
export class Editor {
	readonly page: Page;
	private readonly browser: Browser;

	private constructor(browser: Browser, page: Page) {
		this.browser = browser;
		this.page = page;
	}

	/** Opens the editor and logs in by its form. */
	static async open({ url, login }: N8n): Promise<Editor> {
		const browser = await launchChromium();
		const page = await browser.newPage({ viewport });
		await page.goto(url);
		await page.fill('input[name="emailOrLdapLoginId"]', login.email);
		await page.fill('input[name="password"]', login.password);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/home\//);
		return new Editor(browser, page);
	}

	/** Shows a workflow, its canvas fitted into the window. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(new URL(`/workflow/${id}`, this.page.url()).href);
		await this.part('canvas-node').first().waitFor();
		await this.part('zoom-to-fit').click();
	}

	/** Executes the workflow on the canvas and waits until it is done. */
	async execute(): Promise<void> {
		const button = this.part('execute-workflow-button');
		await button.click();
		await button.getByText('Execute workflow').waitFor({ timeout: executionTimeout });
	}

	/** Opens a node's panel. */
	async openNode(name: string): Promise<Locator> {
		await this.node(name).dblclick();
		const panel = this.part('ndv');
		await panel.locator(testId('node-parameters')).waitFor();
		return panel;
	}

	/** In a node's open panel: shows the first picture that came in, and makes room for the output. */
	async showInputPicture(): Promise<void> {
		await this.part('ndv-view-binary-data').first().click();
		const divider = await this.part('panel-drag-button').boundingBox();
		if (!divider) throw new Error('The panel has no divider');
		const [x, y] = [divider.x + divider.width / 2, divider.y + divider.height / 2];
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.move(dividerAt, y, { steps: 5 });
		await this.page.mouse.up();
	}

	/** In a node's open panel: chooses an output mode and executes the node, until the output has the given column. */
	async executeWithOutput(mode: string, column: string): Promise<void> {
		await this.part('parameter-input-output').click();
		await this.part('parameter-input-item').getByText(mode, { exact: true }).click();
		await this.part('node-execute-button').click();
		await this.part('output-panel').locator('th', { hasText: column }).waitFor();
	}

	/** From a node's open panel: opens its credential, and waits for the credential's test. */
	async openCredential(): Promise<void> {
		await this.part('credential-edit-button').click();
		await this.part('credentials-config-container-test-success').waitFor();
	}

	/** Waits until messages have gone and nothing moves any more. */
	async settle(): Promise<void> {
		await this.page.locator('.el-notification').first().waitFor({ state: 'hidden' });
		await this.page.mouse.move(0, 0);
		await this.page.waitForTimeout(settleTime);
	}

	async closePanel(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.part('ndv').waitFor({ state: 'hidden' });
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`${testId('canvas-node')}[data-node-name="${name}"]`);
	}

	/** A part of the editor by the name that n8n gives it for tests; within another part, if given. */
	part(name: string, within: Page | Locator = this.page): Locator {
		return within.locator(testId(name));
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}
}

function testId(name: string): string {
	return `[data-test-id="${name}"]`;
}
