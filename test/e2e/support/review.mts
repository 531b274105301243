import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Installation } from './installation.mts';
import { ReviewForm } from './review-form.mts';
import { RunningN8n } from './running-n8n.mts';

const id = 'juheReviewQueue';

/** Variables for an n8n that deletes for good within a minute; by default it does within a quarter of an hour. */
export const cleanUpSoon = {
	EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
	EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '1',
};

/** An installation with the review queue and its form. */
export class Review {
	readonly installation: Installation;
	n8n!: RunningN8n;
	form!: ReviewForm;

	private constructor(installation: Installation) {
		this.installation = installation;
	}

	/** @param variables of n8n's environment */
	static async create(variables?: NodeJS.ProcessEnv): Promise<Review> {
		return new Review(await Installation.create(variables));
	}

	/** Puts files into a folder of pictures, runs the queue over them and opens the form. */
	async begin(
		folder: 'invoices' | 'receipts',
		files: Readonly<Record<string, Buffer | string>>,
	): Promise<void> {
		const { pictures, n8n } = this.installation;
		for (const [name, file] of Object.entries(files)) {
			await writeFile(path.join(pictures, folder, name), file);
		}
		this.n8n = new RunningN8n(await n8n.start());
		await this.n8n.executeUnsaved(id, 'Set Up Tables');
		await this.execute();
		await this.n8n.publish(id);
		this.form = await ReviewForm.open(n8n.url);
	}

	/** Starts n8n again, which was ended. */
	async restart(): Promise<void> {
		this.n8n = new RunningN8n(await this.installation.n8n.start());
	}

	/** Runs the queue over the folder of pictures. */
	async execute(): Promise<void> {
		await this.n8n.executeUnsaved(id, 'Start');
	}

	/** What waits in the queue, and what was done with it. */
	async queued(): Promise<Array<Record<string, unknown>>> {
		return await this.n8n.tableRows('Review Queue');
	}

	async stop(): Promise<void> {
		await this.form?.close();
		await this.installation.stop();
	}
}
