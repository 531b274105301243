import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Execution, NodeItem } from './execution.mts';
import type { Importable, N8n } from './n8n.mts';
import type { Row } from './table.mts';

/** The folders that a shipped workflow's Settings nodes name. */
export interface WorkflowFolders {
	picturesFolder: string;
	outputFolder: string;
}

/** What the main workflow made of one kind of picture. */
export interface Sheet {
	rows: Row[];
	/** Each picture without a row, by name, with the reason and the remedy. */
	unread: string[];
}

interface Assignment {
	name: string;
	value: unknown;
}

interface Workflow extends Importable {
	nodes: Array<{
		name: string;
		type: string;
		parameters: { assignments?: { assignments: Assignment[] }; options?: { timeout?: number } };
	}>;
}

/** The workflow that makes spreadsheets out of the two folders of pictures. */
export const mainWorkflowId = 'juhePicturesSheet';

/** The spreadsheets that the main workflow writes. */
export const spreadsheets = ['invoices.csv', 'invoices.xlsx', 'receipts.csv', 'receipts.xlsx'];

const outcomes = {
	invoices: { read: 'Juhe Invoice OCR', unread: 'Invoices Not Read' },
	receipts: { read: 'Juhe Receipt OCR', unread: 'Receipts Not Read' },
};

/** The credential that the shipped workflows name, for a server of one's own. */
export function selfHostedCredential(baseUrl: string, key: string): Importable {
	return {
		id: 'juheSelfHosted001',
		name: 'Juhe account',
		type: 'juheApi',
		data: { server: 'selfHosted', baseUrl, invoiceKey: key, receiptKey: key },
	};
}

/**
 * Imports the credential for a server of one's own, and all shipped workflows with their folders set.
 * @param timeout seconds that the nodes wait for an answer; the nodes' own if not given
 */
export async function importShipped(
	n8n: N8n,
	root: string,
	server: { url: string; key: string },
	folders: WorkflowFolders,
	timeout?: number,
): Promise<void> {
	const workflows = await loadWorkflows(root);
	for (const workflow of workflows) {
		setSettings(workflow, { ...folders, serverUrl: server.url });
		if (timeout !== undefined) setTimeouts(workflow, timeout);
	}
	await n8n.importCredentials([selfHostedCredential(server.url, server.key)]);
	await n8n.importWorkflows(workflows);
}

async function loadWorkflows(root: string): Promise<Workflow[]> {
	const home = path.join(root, 'workflows');
	const files = (await readdir(home)).filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (name) => JSON.parse(await readFile(path.join(home, name), 'utf8'))),
	);
}

/** Rows and unread pictures of both kinds, out of an execution of the main workflow. */
export function readSheets(execution: Execution): { invoices: Sheet; receipts: Sheet } {
	const sheet = ({ read, unread }: { read: string; unread: string }): Sheet => ({
		rows: execution.items(read).map(({ json }) => json),
		unread: execution.items(unread).map(describeUnread),
	});
	return { invoices: sheet(outcomes.invoices), receipts: sheet(outcomes.receipts) };
}

/** Sets what the workflow's Settings nodes hold, as far as they name it. */
function setSettings(workflow: Workflow, settings: Readonly<Record<string, string>>): void {
	const nodes = workflow.nodes.filter(({ name }) => name.startsWith('Settings'));
	const assignments = nodes.flatMap(({ parameters }) => parameters.assignments?.assignments ?? []);
	for (const assignment of assignments) {
		if (Object.hasOwn(settings, assignment.name)) assignment.value = settings[assignment.name];
	}
}

function setTimeouts(workflow: Workflow, timeout: number): void {
	const ours = workflow.nodes.filter(({ type }) => type.startsWith('n8n-nodes-juhe.'));
	for (const { parameters } of ours) parameters.options = { timeout, ...parameters.options };
}

function describeUnread({ json }: NodeItem): string {
	return [json.error, json.message].filter((text) => typeof text === 'string').join('. ');
}
