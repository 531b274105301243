import type { Execution } from '../../../sandbox/execution.mts';
import { Installation } from './installation.mts';
import type { Attachment, Mail } from './mail.mts';
import { Mailbox } from './mailbox.mts';
import { RunningN8n } from './running-n8n.mts';

const workflowId = 'juheEmailToSheet';

/** The tables that mails fill, in the order of `counts`. */
export const mailTables = ['Mail Receipts', 'Mail Invoices', 'Mail Problems'] as const;
export type MailTable = (typeof mailTables)[number];

/** Who sends mails where it does not matter who does. */
export const wang: Mail['from'] = { name: '王芳', address: 'wang@example.com' };

/** A mail of hers with these files. */
export const mailOf = (attachments: Attachment[], more: Partial<Mail> = {}): Mail => ({
	from: wang,
	subject: '报销',
	text: '请查收',
	attachments,
	...more,
});

/** An installation whose workflow of mails is published, and the mailbox that it looks into. */
export class MailFlow {
	readonly installation: Installation;
	readonly mailbox: Mailbox;
	readonly n8n: RunningN8n;

	private constructor(installation: Installation, mailbox: Mailbox, n8n: RunningN8n) {
		this.installation = installation;
		this.mailbox = mailbox;
		this.n8n = n8n;
	}

	/** @throws with the words of what did not start; nothing runs on then */
	static async start(): Promise<MailFlow> {
		await using started = new AsyncDisposableStack();
		const mailbox = started.adopt(await Mailbox.start(), async (one) => await one.stop());
		const installation = started.adopt(
			await Installation.create(),
			async (one) => await one.stop(),
		);
		await installation.n8n.importCredentials([mailbox.credential]);
		const n8n = new RunningN8n(await installation.n8n.start());
		await n8n.execute(workflowId, 'Set Up Tables');
		await n8n.publish(workflowId);
		started.move();
		return new MailFlow(installation, mailbox, n8n);
	}

	/** Delivers mails at once; returns the execution that the first of them sets off, once it has ended. */
	async receive(...mails: Mail[]): Promise<Execution> {
		return await this.n8n.executionAfter(workflowId, async () => {
			await Promise.all(mails.map(async (mail) => await this.mailbox.deliver(mail)));
		});
	}

	/** Executes again what failed last. */
	async retry(): Promise<Execution> {
		return await this.n8n.retry(workflowId);
	}

	/** Waits until nothing is executed any more. */
	async quiet(): Promise<void> {
		await this.n8n.quiet(workflowId);
	}

	/** The rows of a table, without the first ones. */
	async rows(table: MailTable, since = 0): Promise<Array<Record<string, unknown>>> {
		return (await this.n8n.tableRows(table)).slice(since);
	}

	/** How many rows each table has. */
	async counts(): Promise<number[]> {
		return await Promise.all(mailTables.map(async (table) => (await this.rows(table)).length));
	}

	async stop(): Promise<void> {
		await this.installation.stop();
		await this.mailbox.stop();
	}
}
