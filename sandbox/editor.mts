import { launchChromium } from '../scripts/chromium.mts';
import type { N8n } from './n8n.mts';

// n8n brings another playwright-core, which a type import from here would find first.
type Browser = Awaited<ReturnType<typeof launchChromium>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type Locator = ReturnType<Page['locator']>;

const viewport = { width: 1600, height: 900 };
/** Milliseconds that a workflow over a handful of pictures may take. */
const executionTimeout = 180_000;

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
}

function testId(name: string): string {
	return `[data-test-id="${name}"]`;
}
