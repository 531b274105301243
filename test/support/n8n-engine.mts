import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type {
	IConnections,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeConnections,
	INodeExecutionData,
	INodeType,
	IRun,
	NodeConnectionType,
	NodeExecutionHint,
	OnError,
	WorkflowSettingsBinaryMode,
} from 'n8n-workflow';

import { executionData } from './execution-data.mts';
import type { Credentials } from './execution-data.mts';

// Loaded as n8n loads them, from the build, and after the folder is set that n8n-core reads at its start.
// A folder of the test run, which removes it; outside a run, one of this process.
const scratch = process.env.JUHE_TEST_SCRATCH ?? mkdtempSync(path.join(tmpdir(), 'juhe-engine-'));
const userFolder = mkdtempSync(path.join(scratch, 'n8n-'));
const logFile = path.join(userFolder, 'n8n.log');
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_LOG_LEVEL: 'debug',
	N8N_LOG_OUTPUT: 'file',
	N8N_LOG_FILE_LOCATION: logFile,
});
const load = createRequire(path.resolve('package.json'));
load('reflect-metadata');
const { BinaryDataConfig, BinaryDataService, ExecutionLifecycleHooks, WorkflowExecute } = load(
	'n8n-core',
) as typeof import('n8n-core');
const { NodeConnectionTypes, Workflow } = load('n8n-workflow') as typeof import('n8n-workflow');
// The n8n-node tool brings another copy of the container; only n8n-core's own knows its services.
const { Container } = createRequire(load.resolve('n8n-core'))(
	'@n8n/di',
) as typeof import('@n8n/di');
const { JuheApi, JuheInvoiceOcr, JuheReceiptOcr } = load('./index.js') as {
	JuheApi: new () => ICredentialType;
	JuheInvoiceOcr: new () => INodeType;
	JuheReceiptOcr: new () => INodeType;
};

export type BinaryMode = 'default' | 'filesystem';

/** A file to attach to an input item. */
export interface TestFile {
	/** A function where many files would not fit into memory together. */
	bytes: Buffer | (() => Buffer);
	fileName?: string;
	mimeType?: string;
}

export interface TestItem {
	json?: IDataObject;
	files?: Record<string, TestFile>;
	/** Binaries as they are, past n8n's store: as a Code node makes them. */
	binary?: Record<string, unknown>;
}

export interface EngineRun {
	node: 'juheInvoiceOcr' | 'juheReceiptOcr';
	items: TestItem[];
	credential: ICredentialDataDecryptedObject;
	parameters?: IDataObject;
	onError?: OnError;
	retryOnFail?: boolean;
	binaryMode?: WorkflowSettingsBinaryMode;
	/** A node of n8n's own behind it. */
	next?: NextNode;
	/** Called with the running execution, for tests that cancel it. */
	onStart?: (execution: { cancel(): void }) => void;
}

export interface NextNode {
	type: INodeType;
	typeVersion: number;
	parameters: INode['parameters'];
	credentialType: string;
	credential: ICredentialDataDecryptedObject;
}

export interface EngineResult {
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errorItems: INodeExecutionData[];
	/** What stopped the node, as n8n stores it. */
	error?: IDataObject & { message: string; description?: string; context?: IDataObject };
	hints: NodeExecutionHint[];
	/** The whole execution record, for tests that search it. */
	run: IRun;
}

/** The nodes of the build, one of each for all runs, as in n8n. */
export const nodeTypes = {
	juheInvoiceOcr: new JuheInvoiceOcr(),
	juheReceiptOcr: new JuheReceiptOcr(),
};
const credentialType = new JuheApi();

/** Attaches the test's files as a trigger would: through n8n's own binary store. */
class TestTrigger implements INodeType {
	description = {
		displayName: 'Test Trigger',
		name: 'testTrigger',
		group: ['trigger' as const],
		version: 1,
		description: 'Hands over the items of a test',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor(testItems: TestItem[], combined: boolean) {
		this.execute = async function () {
			const items: INodeExecutionData[] = [];
			for (const item of testItems) items.push(await toInputItem(this, item, combined));
			return [items];
		};
	}
}

async function toInputItem(
	{ helpers }: IExecuteFunctions,
	{ json = {}, files = {}, binary: handMade = {} }: TestItem,
	combined: boolean,
): Promise<INodeExecutionData> {
	const binary = { ...handMade } as NonNullable<INodeExecutionData['binary']>;
	for (const [field, { bytes, fileName, mimeType }] of Object.entries(files)) {
		const content = typeof bytes === 'function' ? bytes() : bytes;
		binary[field] = await helpers.prepareBinaryData(content, fileName, mimeType);
	}
	if (combined) return { json: { ...json, _files: binary as unknown as IDataObject } };
	return { json, ...(Object.keys(binary).length > 0 && { binary }) };
}

/** Chooses where n8n keeps binary data from now on. @returns the folder of its files */
export async function useBinaryMode(mode: BinaryMode): Promise<string> {
	const config = Container.get(BinaryDataConfig);
	const localStoragePath = mkdtempSync(path.join(scratch, 'binary-'));
	Object.assign(config, { mode, availableModes: ['filesystem'], localStoragePath });
	await Container.get(BinaryDataService).init();
	return localStoragePath;
}

/** A workflow of a test: its nodes, where each one's output goes, and the classes behind the types. */
export interface TestWorkflow {
	nodes: INode[];
	connections: IConnections;
	types: Record<string, INodeType>;
	credentials: Credentials;
	binaryMode?: WorkflowSettingsBinaryMode;
}

/** Executes a workflow from its node `Start` in n8n's own engine. */
export async function execute(
	{ nodes, connections, types, credentials, binaryMode }: TestWorkflow,
	onStart?: EngineRun['onStart'],
): Promise<IRun> {
	const typeOf = (name: string): INodeType => types[name];
	const workflow = new Workflow({
		id: 'test',
		name: 'test',
		nodes,
		connections,
		active: false,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1', ...(binaryMode && { binaryMode }) },
	});
	const workflowData = { id: 'test', name: 'test', nodes, connections, active: false };
	const hooks = new ExecutionLifecycleHooks('manual', 'test', workflowData as never);
	const execution = new WorkflowExecute(
		executionData(credentials, credentialType, hooks),
		'manual',
	).run({
		workflow,
		startNode: workflow.getNode('Start')!,
	});
	onStart?.(execution);
	return await execution;
}

/** A node of a test workflow. */
export const testNode = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

/** Where an output goes: the only input of one node. */
export const into = (
	name: string,
	type: NodeConnectionType = NodeConnectionTypes.Main,
): INodeConnections => ({ [type]: [[{ node: name, type, index: 0 }]] });

/** Runs one of the nodes behind a trigger that hands over the test's items. */
export async function runInEngine({
	node,
	items: testItems,
	credential,
	parameters = {},
	onError,
	retryOnFail,
	binaryMode,
	next,
	onStart,
}: EngineRun): Promise<EngineResult> {
	const start = testNode('Start', 'test.testTrigger');
	const ocr = testNode('OCR', `n8n-nodes-juhe.${node}`, {
		parameters: parameters as INode['parameters'],
		credentials: { juheApi: { id: '1', name: 'Juhe' } },
		...(onError && { onError }),
		...(retryOnFail && { retryOnFail, maxTries: 2, waitBetweenTries: 1 }),
	});
	const behind =
		next &&
		testNode('Next', next.type.description.name, {
			typeVersion: next.typeVersion,
			parameters: next.parameters,
			credentials: { [next.credentialType]: { id: '2', name: 'Next' } },
		});
	const run = await execute(
		{
			nodes: [start, ocr, ...(behind ? [behind] : [])],
			connections: { Start: into('OCR'), ...(next && { OCR: into('Next') }) },
			types: {
				[start.type]: new TestTrigger(testItems, binaryMode === 'combined'),
				[ocr.type]: nodeTypes[node],
				...(next && { [next.type.description.name]: next.type }),
			},
			credentials: { juheApi: credential, ...(next && { [next.credentialType]: next.credential }) },
			binaryMode,
		},
		onStart,
	);

	const record = run.data.resultData.runData.OCR?.at(-1);
	const [items = [], errorItems = []] = record?.data?.main ?? [];
	return {
		items: items ?? [],
		errorItems: errorItems ?? [],
		error: (record?.error ?? run.data.resultData.error) as EngineResult['error'],
		hints: record?.hints ?? [],
		run,
	};
}

/** Everything that n8n has logged in this process, debug messages included. */
export const readLog = (): string => readFileSync(logFile, 'utf8');

/** The recognised rows: the json of each item. */
export const rowsOf = (items: INodeExecutionData[]): IDataObject[] => items.map(({ json }) => json);
