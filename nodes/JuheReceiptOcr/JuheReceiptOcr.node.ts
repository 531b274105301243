import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { ocrNodeProperties, rawOutput } from '../shared/properties';
import { recogniseAllItems } from '../shared/recogniseAllItems';
import { receiptApi } from './receiptApi';

/** Recognises pictures of Chinese shopping receipts: one item per line item or per receipt. */
export class JuheReceiptOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Juhe Receipt OCR',
		name: 'juheReceiptOcr',
		icon: { light: 'file:../../icons/juhe.svg', dark: 'file:../../icons/juhe.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { lineItems: "Line items", receipt: "Receipts", raw: "Raw response" }[$parameter["output"]] }}',
		description: 'Turn images of Chinese shopping receipts into rows',
		defaults: { name: 'Juhe Receipt OCR' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'juheApi', required: true }],
		properties: ocrNodeProperties({
			displayName: 'Output',
			name: 'output',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'One Item per Line Item',
					value: 'lineItems',
					description: 'A row for each product, with the fields of its receipt',
				},
				{
					name: 'One Item per Receipt',
					value: 'receipt',
					description: 'One row for each receipt, with its products in the field items',
				},
				rawOutput,
			],
			default: 'lineItems',
			description: 'What each output item is',
		}),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await recogniseAllItems(this, receiptApi);
	}
}
