// Runs one flow in n8n-core and prints its cost as JSON: a process of its own, so that time and memory are the flow's.
// Usage: node --expose-gc flow-probe.mts TASK, with a Task as JSON.
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { execute, useBinaryMode } from '../../support/n8n-engine.mts';
import { outputOf, workflowOf } from './flows.mts';
import type { FlowTask } from './flows.mts';
import { measure } from './measurement.mts';
import type { Cost } from './measurement.mts';
import { photographer } from './photo.mts';

const task = JSON.parse(process.argv[2]) as FlowTask;
let end: () => Cost = measure();

/** Puts the pictures into n8n's binary store, as a trigger would, and starts the measurement. */
class PictureTrigger implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Picture Trigger',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Hands over the pictures',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	};

	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor({ pictures, bytes }: FlowTask) {
		this.execute = async function () {
			const nextPhoto = photographer(bytes);
			const items: INodeExecutionData[] = [];
			for (let index = 0; index < pictures; index++) {
				const fileName = `${index}.png`;
				const data = await this.helpers.prepareBinaryData(nextPhoto(), fileName, 'image/png');
				items.push({ json: {}, binary: { data } });
			}
			end = measure();
			return [items];
		};
	}
}

async function run(part: FlowTask): Promise<number> {
	const workflow = workflowOf(part, new PictureTrigger(part));
	const { data } = await execute(workflow);
	const { error, runData } = data.resultData;
	if (error) throw error;
	return outputOf(runData, workflow).length;
}

await useBinaryMode('filesystem');
await run({ ...task, ...task.warmUp });
const items = await run(task);
const cost = end();
if (items !== task.pictures) throw new Error(`${items} items of ${task.pictures} pictures`);
console.log(JSON.stringify(cost));
process.exit(0);
