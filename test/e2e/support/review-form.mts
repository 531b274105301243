import { launchChromium } from '../../../scripts/chromium.mts';

type Browser = Awaited<ReturnType<typeof launchChromium>>;
export type Page = Awaited<ReturnType<Browser['newPage']>>;

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** Milliseconds that a page may take: n8n answers late on a busy machine. */
const patience = 120_000;

/** Who reviews in the tests. */
export const reviewer = '李会计';

/** The form of the review queue, used as a person does. */
export class ReviewForm {
	readonly #browser: Browser;
	readonly #url: string;

	private constructor(browser: Browser, url: string) {
		this.#browser = browser;
		this.#url = url;
	}

	/** @param n8nUrl of an n8n in which the workflow is published */
	static async open(n8nUrl: string): Promise<ReviewForm> {
		return new ReviewForm(await launchChromium(), `${n8nUrl}/form/juhe-review`);
	}

	/** Opens the next document of the queue for somebody, or the word that there is none. */
	async next(viewport = desktop, name = reviewer): Promise<Page> {
		const page = await this.#browser.newPage({ viewport });
		page.setDefaultTimeout(patience);
		await page.goto(this.#url);
		await page.getByLabel('Your name').fill(name);
		const button = page.getByRole('button', { name: 'Show the next one' });
		await button.click();
		await button.waitFor({ state: 'detached' });
		return page;
	}

	async close(): Promise<void> {
		await this.#browser.close();
	}
}

/** Saves what a form holds, and waits until n8n says that it is saved. */
export async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('heading', { name: 'Saved', exact: true }).waitFor();
	await page.close();
}

/** Tries to save what a form holds, and waits until it is asked again. */
export async function saveInVain(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('Not saved yet').waitFor();
}

/** A field of the form, by the whole of its label. */
export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** Where an element stands on the page, as left, top, right and bottom. */
export async function edges(locator: ReturnType<Page['locator']>) {
	const box = await locator.boundingBox();
	if (!box) throw new Error('It is not shown');
	return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

/** What the fields of a form are shown with: the places that are cut out of the picture, and what is said of them. */
export const places = (page: Page) => page.locator('.html:nth-child(n + 3):has(> div, > p)');

/** The width of each picture of a form, 0 of one that is not shown, once all have been asked for. */
export async function pictureWidths(page: Page): Promise<number[]> {
	await page.waitForLoadState('networkidle');
	const images = await page.locator('.html img').all();
	return await Promise.all(
		images.map(
			async (image) =>
				await image.evaluate((element) => (element as { naturalWidth?: number }).naturalWidth ?? 0),
		),
	);
}

/** Whether a page can be moved sideways, as one that is too wide for its window can. */
export async function isTooWide(page: Page): Promise<boolean> {
	return await page.evaluate(
		'document.documentElement.scrollWidth > document.documentElement.clientWidth',
	);
}
