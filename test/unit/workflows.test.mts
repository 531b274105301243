import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Node {
	name: string;
	type: string;
	parameters: Record<string, unknown> & { operation?: string; options?: Record<string, unknown> };
}

interface Workflow {
	name: string;
	settings: Record<string, unknown>;
	nodes: Node[];
	connections: Record<string, { main?: Array<Array<{ node: string }>> }>;
}

const folder = path.resolve('workflows');
const workflows = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file): [string, Workflow] => [
		file,
		JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
	]);

/** Each shipped node of a type, beside its workflow. */
const nodesOf = (type: string): Array<[string, Node, Workflow]> =>
	workflows.flatMap(([file, workflow]) =>
		workflow.nodes
			.filter((node) => node.type.startsWith(type))
			.map((node): [string, Node, Workflow] => [`${file}: ${node.name}`, node, workflow]),
	);

const before = ({ connections }: Workflow, name: string): string[] =>
	Object.entries(connections)
		.filter(([, { main = [] }]) => main.flat().some(({ node }) => node === name))
		.map(([source]) => source);

const sheets = nodesOf('n8n-nodes-base.googleSheets');
const csvFiles = nodesOf('n8n-nodes-base.convertToFile').filter(
	([, { parameters }]) => parameters.operation === 'csv',
);

it('there are Google Sheets nodes and CSV files to look at', () => {
	expect(sheets.length).toBeGreaterThanOrEqual(4);
	expect(csvFiles.length).toBeGreaterThanOrEqual(2);
});

it.each(sheets)('%s writes cells as they are', (_, { parameters }) => {
	expect(parameters.options).toMatchObject({ cellFormat: 'RAW' });
});

it.each(csvFiles)('%s holds no text that a spreadsheet program runs', (_, { name }, workflow) => {
	const sources = before(workflow, name);
	expect(sources).toHaveLength(1);
	const node = workflow.nodes.find((candidate) => candidate.name === sources[0])!;
	expect(node.parameters.jsonOutput).toBe(csvFiles[0][2].nodes.find(isSafe)!.parameters.jsonOutput);
});

it.each(workflows)('%s keeps no memory beside its tables', (_, { nodes }) => {
	const remembering = nodes.filter(
		({ type, parameters }) =>
			type === 'n8n-nodes-base.removeDuplicates' &&
			parameters.operation !== 'removeDuplicateInputItems',
	);
	expect(remembering).toEqual([]);
});

it.each(workflows.filter(([file]) => /^(?:review|local|export)/.test(file)))(
	'%s keeps no executions: they would hold copies of the pictures',
	(_, { settings }) => {
		expect(settings).toMatchObject({
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
			saveExecutionProgress: false,
		});
	},
);

it('the review queue and Local First set up the same tables', () => {
	const tablesOf = (file: string) =>
		Object.fromEntries(
			nodesOf('n8n-nodes-base.dataTable')
				.filter(([name, { parameters }]) => name.startsWith(file) && parameters.tableName)
				.map(([, { parameters }]) => [parameters.tableName, parameters.columns]),
		);
	const tables = tablesOf('review-queue.json');
	expect(Object.keys(tables).sort()).toEqual([
		'Review Queue',
		'Reviewed Invoice Lines',
		'Reviewed Invoices',
		'Reviewed Receipts',
	]);
	expect(tablesOf('local-first.json')).toEqual(tables);
});

function isSafe({ name }: Node): boolean {
	return name.endsWith('Safe for CSV');
}

const mayFail = nodesOf('n8n-nodes-base.dataTable').filter(
	([, node]) => (node as { onError?: string }).onError === 'continueErrorOutput',
);

it('there are tables to look at whose failure is told', () => {
	expect(mayFail.length).toBeGreaterThanOrEqual(2);
});

// n8n hands on what it was given where several rows, or a full table, fail: only a row that is saved has an id.
it.each(mayFail)('%s counts as saved only where its rows have an id', (_, { name }, workflow) => {
	const [saved] = workflow.connections[name].main ?? [];
	expect(saved).toHaveLength(1);
	const next = workflow.nodes.find((candidate) => candidate.name === saved[0].node)!;
	expect(next.type).toBe('n8n-nodes-base.if');
	expect(JSON.stringify(next.parameters)).toContain('={{ $json.id !== undefined }}');
});
