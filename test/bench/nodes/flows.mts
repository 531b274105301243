import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	IRunData,
} from 'n8n-workflow';

import { into, nodeTypes, testNode } from '../../support/n8n-engine.mts';
import type { TestWorkflow } from '../../support/n8n-engine.mts';
import { SameItems } from './same-items.mts';
import { SequentialLoop } from './sequential-loop.mts';
import type { Task } from './task.mts';

/** The nodes of a workflow behind its trigger, in the order they are run. */
export type Flow = (task: Task) => Array<{ node: INode; type: INodeType }>;

type NodeClass = new () => INodeType;

const sandbox = createRequire(path.resolve('sandbox/package.json'));
const baseNode = (file: string, name: string): INodeType => {
	const module = sandbox(`n8n-nodes-base/dist/nodes/${file}`) as Record<string, NodeClass>;
	return new module[name]();
};
/** A node that comes in several versions, in the one that new workflows get. */
const newest = (type: INodeType): { type: INodeType; typeVersion: number } => {
	const versions = type as unknown as {
		currentVersion?: number;
		nodeVersions?: Record<number, INodeType>;
	};
	const typeVersion = versions.currentVersion ?? Number(type.description.defaultVersion ?? 1);
	return { type: versions.nodeVersions?.[typeVersion] ?? type, typeVersion };
};

function step(name: string, type: INodeType, parameters: INode['parameters']): ReturnType<Flow>[0] {
	const { type: chosen, typeVersion } = newest(type);
	const credentials = { juheApi: { id: '1', name: 'Juhe' } };
	return {
		// HTTP Request may use any credential, which n8n-core knows by this name.
		node: testNode(name, `n8n-nodes-base.${chosen.description.name}`, {
			typeVersion,
			parameters,
			credentials,
		}),
		type: chosen,
	};
}

/**
 * n8n's Code node, its JavaScript run in this process. n8n hands it to a task runner, a further process that the
 * items travel to and back: what is measured here is less than what that costs.
 */
function codeNode(): INodeType {
	const type = baseNode('Code/Code.node.js', 'Code');
	const execute = type.execute!;
	type.execute = async function (this: IExecuteFunctions) {
		const startJob = async (_type: string, { code }: { code: string }) => {
			const $input = { all: () => this.getInputData() };
			return { ok: true, result: vm.runInNewContext(`(() => {${code}})()`, { $input }) as unknown };
		};
		const context = Object.create(this, { startJob: { value: startJob } }) as IExecuteFunctions;
		return await execute.call(context);
	};
	return type;
}

/** Name and value pairs to columns, as a user writes it after reading Juhe's document. */
const rowsCode = `
return $input.all().map(({ json }) => {
	if (json.error_code !== 0) throw new Error(json.reason);
	const row = {};
	for (const { name, value } of json.result.invoice_general_infos) row[name] = value;
	row['合计金额(小写)'] = Number(row['合计金额(小写)']);
	return { json: { rows: [row] } };
});`;

const invoiceUrl = (baseUrl: string) => `${baseUrl}/invoice_general_ocr/query`;

/** What a user builds without this package. HTTP Request waits between batches, but for no answer. */
const httpRequestFlow: Flow = ({ baseUrl, concurrency, latency }) => [
	step(
		'Extract from File',
		baseNode('Files/ExtractFromFile/ExtractFromFile.node.js', 'ExtractFromFile'),
		{ operation: 'binaryToPropery' },
	),
	step('HTTP Request', baseNode('HttpRequest/HttpRequest.node.js', 'HttpRequest'), {
		method: 'POST',
		url: invoiceUrl(baseUrl),
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'juheApi',
		sendBody: true,
		contentType: 'form-urlencoded',
		bodyParameters: { parameters: [{ name: 'image_base64', value: '={{ $json.data }}' }] },
		options: { batching: { batch: { batchSize: concurrency, batchInterval: latency } } },
	}),
	step('Code', codeNode(), { jsCode: rowsCode }),
	step('Split Out', baseNode('Transform/SplitOut/SplitOut.node.js', 'SplitOut'), {
		fieldToSplitOut: 'rows',
	}),
];

/** A task of this engine; the bare client needs none. */
export type FlowTask = Task & { flow: Exclude<Task['flow'], 'bareClient'> };

const flows: Readonly<Record<FlowTask['flow'], Flow>> = {
	node: ({ concurrency }) => [
		step('Juhe Invoice OCR', nodeTypes.juheInvoiceOcr, {
			options: { maxConcurrency: concurrency },
		}),
	],
	httpRequest: httpRequestFlow,
	sameItems: () => [step('Same Items', new SameItems(), {})],
	sequentialLoop: ({ baseUrl }) => [
		step('Sequential Loop', new SequentialLoop(invoiceUrl(baseUrl)), {}),
	],
};

/** A flow as the engine takes it. */
export function workflowOf(task: FlowTask, trigger: INodeType): TestWorkflow {
	const steps = flows[task.flow](task);
	const start = testNode('Start', 'start');
	const names = ['Start', ...steps.map(({ node }) => node.name)];
	return {
		nodes: [start, ...steps.map(({ node }) => node)],
		connections: Object.fromEntries(
			names.slice(0, -1).map((name, index) => [name, into(names[index + 1])]),
		),
		types: {
			start: trigger,
			...Object.fromEntries(steps.map(({ node, type }) => [node.type, type])),
		},
		credentials: {
			juheApi: { server: 'selfHosted', baseUrl: task.baseUrl, invoiceKey: 'k1', receiptKey: '' },
		},
	};
}

/** Items that came out of the last node. */
export const outputOf = (runData: IRunData, { nodes }: TestWorkflow): INodeExecutionData[] =>
	runData[nodes.at(-1)!.name]?.[0]?.data?.main[0] ?? [];
