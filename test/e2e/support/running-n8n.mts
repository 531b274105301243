import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Execution } from '../../../sandbox/execution.mts';
import type { Importable } from '../../../sandbox/n8n.mts';
import type { N8nSession } from '../../../sandbox/session.mts';

const requireInstalled = createRequire(path.resolve('sandbox', 'package.json'));
const { parse: parseFlatted } = requireInstalled('flatted');

/** Milliseconds that a publication or an execution may take. */
const timeout = 120_000;
const pollEvery = 250;

/** States in which nothing more happens by itself. */
const endStates = ['success', 'error', 'crashed', 'canceled', 'waiting'];

interface Publication {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
}

/** A running n8n, used through the interface of its editor: workflows published and executed, rows looked at. */
export class RunningN8n {
	readonly #session: N8nSession;

	constructor(session: N8nSession) {
		this.#session = session;
	}

	/** Changes what an imported credential holds. */
	async changeCredential({ id, ...credential }: Importable): Promise<void> {
		await this.#session.call('PATCH', `/credentials/${id}`, credential);
	}

	/** Publishes a workflow and waits until its triggers listen. */
	async publish(workflowId: string): Promise<void> {
		const route = `/workflows/${workflowId}`;
		const { versionId } = await this.#session.call<{ versionId: string }>('GET', route);
		await this.#session.call('POST', `${route}/activate`, { versionId });
		await poll(`The publication of ${workflowId} did not end.`, async () => {
			const publication = await this.#session.call<Publication>(
				'GET',
				`${route}/publication-status`,
			);
			const failed = publication.triggers.find(({ errorMessage }) => errorMessage);
			if (failed) throw new Error(`A trigger of ${workflowId} failed: ${failed.errorMessage}`);
			return publication.status === 'published' || undefined;
		});
	}

	/**
	 * Executes a workflow from one of its triggers, as the editor's button does.
	 * @param data what the trigger puts out, where it cannot be had without an event
	 */
	async execute(
		workflowId: string,
		trigger: string,
		data?: Record<string, unknown>,
	): Promise<Execution> {
		const { executionId } = await this.#session.call<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run`,
			{ triggerToStartFrom: { name: trigger, data: data && taskData(data) } },
		);
		return await this.#ended(executionId);
	}

	/** The same, for a workflow whose settings keep no executions: waits until this one is there no more. */
	async executeUnsaved(workflowId: string, trigger: string): Promise<void> {
		const executionId = await this.begin(workflowId, trigger);
		await poll(`The execution ${executionId} did not end.`, async () => {
			const kept = await this.#session.executions(workflowId);
			return kept.every(({ id }) => id !== executionId) || undefined;
		});
	}

	/** Begins to execute a workflow from one of its triggers; returns the execution's id. */
	async begin(workflowId: string, trigger: string): Promise<string> {
		const { executionId } = await this.#session.call<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** What a trigger's work gives: does something that sets a workflow off, and waits for the execution it causes. */
	async executionAfter(workflowId: string, cause: () => Promise<unknown>): Promise<Execution> {
		const before = new Set((await this.#session.executions(workflowId)).map(({ id }) => id));
		await cause();
		const id = await poll(
			`Nothing set the workflow ${workflowId} off.`,
			async () =>
				(await this.#session.executions(workflowId)).find(({ id }) => !before.has(id))?.id,
		);
		return await this.#ended(id);
	}

	/**
	 * Executes the last failed execution of a workflow again from where it failed, as the list of executions offers it.
	 */
	async retry(workflowId: string): Promise<Execution> {
		const failed = (await this.#session.executions(workflowId)).find(
			({ status }) => status === 'error',
		);
		if (!failed) throw new Error(`No execution of ${workflowId} has failed`);
		const { id } = await this.#session.call<{ id: string }>(
			'POST',
			`/executions/${failed.id}/retry`,
			{ loadWorkflow: true },
		);
		return await this.#ended(id);
	}

	/** The first 250 rows of a data table, in the order they were added, or from the last one back. */
	async tableRows(
		name: string,
		order: 'asc' | 'desc' = 'asc',
	): Promise<Array<Record<string, unknown>>> {
		const route = `${await this.#tableRoute(name)}/rows?take=250&sortBy=id:${order}`;
		const { data } = await this.#session.call<{ data: Array<Record<string, unknown>> }>(
			'GET',
			route,
		);
		return data;
	}

	/** Adds rows to a data table, past all workflows. */
	async addTableRows(name: string, rows: Array<Record<string, unknown>>): Promise<void> {
		const route = `${await this.#tableRoute(name)}/insert`;
		await this.#session.call('POST', route, { data: rows, returnType: 'count' });
	}

	/** Gives a data table another name, so that a workflow does not find it. */
	async renameTable(name: string, newName: string): Promise<void> {
		await this.#session.call('PATCH', await this.#tableRoute(name), { name: newName });
	}

	async #tableRoute(name: string): Promise<string> {
		const { data } = await this.#session.call<{
			data: Array<{ id: string; name: string; projectId: string }>;
		}>('GET', '/data-tables-global');
		const table = data.find((candidate) => candidate.name === name);
		if (!table) throw new Error(`There is no data table ${name}`);
		return `/projects/${table.projectId}/data-tables/${table.id}`;
	}

	/** Waits until no execution of a workflow is under way, and none has begun for a second. */
	async quiet(workflowId: string): Promise<void> {
		let known = -1;
		await poll(`The executions of ${workflowId} did not end.`, async () => {
			const all = await this.#session.executions(workflowId);
			const isSame = all.length === known;
			known = all.length;
			if (isSame && all.every(({ status }) => endStates.includes(status))) return true;
			await sleep(1000);
			return undefined;
		});
	}

	async #ended(executionId: string): Promise<Execution> {
		return await poll(`The execution ${executionId} did not end.`, async () => {
			const { status, data } = await this.#session.call<{ status: string; data: string }>(
				'GET',
				`/executions/${executionId}`,
			);
			return endStates.includes(status) ? new Execution({ data: parseFlatted(data) }) : undefined;
		});
	}
}

/** One item as n8n keeps what a node has put out. */
function taskData(json: Record<string, unknown>): unknown {
	const run = { startTime: Date.now(), executionTime: 0, executionIndex: 0, source: [] };
	return { ...run, executionStatus: 'success', data: { main: [[{ json }]] } };
}

/** Asks until there is an answer. */
async function poll<T>(failure: string, ask: () => Promise<T | undefined>): Promise<T> {
	const deadline = Date.now() + timeout;
	while (Date.now() < deadline) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await sleep(pollEvery);
	}
	throw new Error(failure);
}
