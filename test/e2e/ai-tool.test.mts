import { createRequire } from 'node:module';
import path from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { FaultServer, envelope, juheError } from '../support/fault-server.mts';
import { execute, into, nodeTypes, testNode, useBinaryMode } from '../support/n8n-engine.mts';
import { labelledPng } from '../support/pictures.mts';
import { receiptExample } from '../support/results.mts';

const load = createRequire(path.resolve('sandbox/package.json'));
const { convertNodeToAiTool } = load('n8n/dist/tool-generation') as {
	convertNodeToAiTool: (type: INodeType) => INodeType;
};
const { NodeConnectionTypes, deepCopy } = load('n8n-workflow') as typeof import('n8n-workflow');

const toolType = 'n8n-nodes-juhe.juheReceiptOcrTool';
let server: FaultServer;

beforeAll(async () => {
	await useBinaryMode('default');
	server = await FaultServer.start();
});
afterAll(async () => await server.stop());

/** Stands where the language model stands: calls the tool it was given with arguments of its own. */
class Agent implements INodeType {
	description = {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform' as const],
		version: 1,
		description: 'Calls its tool',
		defaults: { name: 'Agent' },
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor(toolArguments: IDataObject) {
		this.execute = async function () {
			const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Array<{
				invoke(input: IDataObject): Promise<string>;
			}>;
			return [
				[{ json: { answer: JSON.parse(await tool.invoke(toolArguments)) as IDataObject[] } }],
			];
		};
	}
}

class Start implements INodeType {
	description = { ...new Agent({}).description, name: 'start', inputs: [] };

	async execute(): Promise<INodeExecutionData[][]> {
		return [[{ json: {} }]];
	}
}

async function askAgent(parameters: IDataObject, toolArguments: IDataObject) {
	const type = nodeTypes.juheReceiptOcr;
	const tool = Object.assign(Object.create(type) as INodeType, {
		description: deepCopy(type.description),
	});
	return await execute({
		nodes: [
			testNode('Start', 'test.start'),
			testNode('Agent', 'test.agent'),
			testNode('Receipt Tool', toolType, {
				parameters: { ...parameters, output: 'receipt' } as never,
				credentials: { juheApi: { id: '1', name: 'Juhe' } },
			}),
		],
		connections: {
			Start: into('Agent'),
			'Receipt Tool': into('Agent', NodeConnectionTypes.AiTool),
		},
		types: {
			'test.start': new Start(),
			'test.agent': new Agent(toolArguments),
			[toolType]: convertNodeToAiTool(tool),
		},
		credentials: {
			juheApi: { server: 'juheCloud', baseUrl: server.url, receiptKey: 'k2', invoiceKey: '' },
		},
	});
}

it.each([
	[
		'base64',
		{ imageSource: 'base64', imageBase64: "={{ $fromAI('image', 'the image as base64') }}" },
		() => labelledPng('tool-1').toString('base64'),
	],
	[
		'url',
		{ imageSource: 'url', imageUrl: "={{ $fromAI('image', 'the address of the image') }}" },
		() => `${server.url}/picture.png`,
	],
])('an agent gives an image as %s and gets the receipt', async (_, parameters, image) => {
	server.answer = (exchange) =>
		exchange.request.path === '/picture.png'
			? void exchange.response.end(labelledPng('tool-2'))
			: envelope(receiptExample)(exchange);
	const { data } = await askAgent(parameters, { image: image() });
	expect(data.resultData.error).toBeUndefined();
	const [[item]] = data.resultData.runData.Agent[0].data!.main as INodeExecutionData[][];
	expect(item.json.answer).toEqual([
		expect.objectContaining({
			shopName: '多又好超市',
			totalAmount: 12.5,
			items: expect.any(Array),
		}),
	]);
});

it('tells the agent what went wrong', async () => {
	server.answer = juheError(10012);
	const { data } = await askAgent(
		{ imageSource: 'base64', imageBase64: "={{ $fromAI('image', 'the image as base64') }}" },
		{ image: labelledPng('tool-3').toString('base64') },
	);
	expect(data.resultData.error?.message).toMatch(
		/Juhe error 10012: the quota of this key is used up/,
	);
});
