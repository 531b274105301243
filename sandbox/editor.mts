import { launchChromium } from '../scripts/chromium.mts';
import type { N8n } from './n8n.mts';

// n8n brings another playwright-core, which a type import from here would find first.
type Browser = Awaited<ReturnType<typeof launchChromium>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type Locator = ReturnType<Page['locator']>;

const viewport = { width: 1600, height: 900 };
/** Milliseconds that a page may take: n8n answers late on a busy machine. */
const patience = 120_000;
/** Milliseconds that a workflow over a handful of pictures may take. */
const executionTimeout = 180_000;
/** Milliseconds that the editor's animations take at most. */
const settleTime = 1_000;
/** Where a panel's divider is dragged to, in pixels from the left, to make room for the output. */
const dividerAt = { withInput: 586, withoutInput: 240 };

/** The editor of a running n8n in a headless browser, used as a person would use it. */
export class Editor {
	readonly page: Page;
	readonly #browser: Browser;

	private constructor(browser: Browser, page: Page) {
		this.#browser = browser;
		this.page = page;
	}

	/**
	 * Opens n8n and logs in by its form; a browser in which that fails is closed.
	 * @param address a page of it, which n8n shows after the login; its start page if not given
	 */
	static async open({ url, login }: Pick<N8n, 'url' | 'login'>, address?: string): Promise<Editor> {
		const browser = await launchChromium();
		try {
			const page = await browser.newPage({ viewport });
			page.setDefaultTimeout(patience);
			await page.goto(address ?? url);
			await page.fill('input[name="emailOrLdapLoginId"]', login.email);
			await page.fill('input[name="password"]', login.password);
			await page.keyboard.press('Enter');
			await page.waitForURL(address ?? /\/home\//);
			return new Editor(browser, page);
		} catch (error) {
			await browser.close();
			throw error;
		}
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
		await this.#dragDivider(dividerAt.withInput);
	}

	/** In a node's open panel: gives the output as much room as there is. */
	async widenOutput(): Promise<void> {
		await this.#dragDivider(dividerAt.withoutInput);
	}

	/** In a node's open panel: lets n8n measure the rows again, whose heights it took before the panel was this wide. */
	async redrawTable(): Promise<void> {
		const output = this.part('output-panel');
		await this.part('radio-button-json', output).click();
		await this.part('radio-button-table', output).click();
	}

	/** In a node's open panel: chooses an output mode and executes the node, until the output has the given column. */
	async executeWithOutput(mode: string, column: string): Promise<void> {
		await this.choose('output', mode);
		await this.executeNode(column);
	}

	/** Opens a new workflow that is started by hand. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(new URL('/workflow/new', this.page.url()).href);
		await this.part('canvas-add-button').click();
		await this.part('node-creator-item-name').getByText('Trigger manually').click();
		await this.part('canvas-node').waitFor();
	}

	/** Adds a community node behind the workflow's only node, and leaves its panel open. */
	async addNode(name: string): Promise<void> {
		await this.part('canvas-handle-plus').click();
		await this.part('node-creator-search-bar').fill(name);
		await this.part('node-creator-item-name').getByText(name, { exact: true }).click();
		await this.page.getByText('Add to workflow').click();
		await this.part('ndv').waitFor();
	}

	/** In a node's open panel: opens the form of a new credential. */
	async newCredential(): Promise<void> {
		await this.part('node-credentials-select').click();
		await this.page.getByText('Create new credential').click();
		await this.part('editCredential-modal').waitFor();
	}

	/** Saves the open credential, which n8n then tests; if it passes, its form closes. */
	async saveCredential(): Promise<void> {
		await this.part('credential-save-button').click();
	}

	/** In the form of a credential that has failed its test: shows what n8n says of it. */
	async showCredentialProblem(): Promise<Locator> {
		await this.page.getByText('More details').click();
		return this.part('editCredential-modal');
	}

	/** Chooses an option of a parameter of the open node or credential. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.part(`parameter-input-${parameter}`).click();
		await this.part('parameter-input-item').getByText(option, { exact: true }).click();
	}

	/** Types into a parameter of the open node or credential. */
	async fill(parameter: string, text: string): Promise<void> {
		await this.part(`parameter-input-${parameter}`).locator('input').fill(text);
	}

	/** In a node's open panel: executes the node, until the output has the given column. */
	async executeNode(column: string): Promise<void> {
		await this.part('node-execute-button').click();
		await this.part('output-panel').locator('th', { hasText: column }).waitFor();
	}

	/** From a node's open panel: opens its credential, and waits for the credential's test. */
	async openCredential(): Promise<void> {
		await this.part('credential-edit-button').click();
		await this.part('credentials-config-container-test-success').waitFor();
	}

	async closeCredential(): Promise<void> {
		const form = this.part('editCredential-modal');
		await form.locator('.el-dialog__headerbtn').click();
		await form.waitFor({ state: 'hidden' });
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

	async #dragDivider(to: number): Promise<void> {
		const divider = await this.part('panel-drag-button').boundingBox();
		if (!divider) throw new Error('The panel has no divider');
		const [x, y] = [divider.x + divider.width / 2, divider.y + divider.height / 2];
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.move(to, y, { steps: 5 });
		await this.page.mouse.up();
	}

	async close(): Promise<void> {
		await this.#browser.close();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}
}

function testId(name: string): string {
	return `[data-test-id="${name}"]`;
}
