import { lastLines } from './process.mts';

/** An item as n8n keeps it in an execution's data. */
export interface NodeItem {
	json: Record<string, unknown>;
	binary?: Record<string, { fileName?: string }>;
	error?: { message: string; description?: string | null };
}

interface NodeRun {
	data?: { main?: Array<NodeItem[] | null> };
	hints?: Array<{ message: string }>;
}

interface RunData {
	data: {
		resultData: {
			error?: { message: string };
			runData: Record<string, NodeRun[]>;
		};
	};
}

/** What came out of each node when a workflow was executed. */
export class Execution {
	readonly #run: RunData;

	constructor(run: RunData) {
		this.#run = run;
	}

	/**
	 * Reads what `n8n execute --rawOutput` printed: one JSON object, among other lines that n8n logs.
	 * @throws if there is none
	 */
	static parse(printed: string): Execution {
		const json = /^\{$[^]*^\}$/m.exec(printed);
		if (!json) throw new Error(`n8n printed no result:\n\n${lastLines(printed)}`);
		return new Execution(JSON.parse(json[0]));
	}

	/** The items of one of a node's outputs, all runs together; none if the node did not run. */
	items(node: string, output = 0): NodeItem[] {
		return this.#runs(node).flatMap(({ data }) => data?.main?.[output] ?? []);
	}

	/** What a node tells people beside its output, all runs together. */
	hints(node: string): string[] {
		return this.#runs(node).flatMap(({ hints }) => (hints ?? []).map(({ message }) => message));
	}

	/** Why the execution failed; undefined if it did not. */
	get failure(): string | undefined {
		return this.#run.data.resultData.error?.message;
	}

	#runs(node: string): NodeRun[] {
		return this.#run.data.resultData.runData[node] ?? [];
	}
}
