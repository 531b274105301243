import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { ocrNodeProperties, rawOutput } from '../shared/properties';
import { recogniseAllItems } from '../shared/recogniseAllItems';
import { invoiceApi } from './invoiceApi';

/** Recognises pictures of Chinese machine-printed invoices: one item per invoice or per line item. */
export class JuheInvoiceOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Juhe Invoice OCR',
		name: 'juheInvoiceOcr',
		icon: { light: 'file:../../icons/juhe.svg', dark: 'file:../../icons/juhe.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { invoice: "Invoices", lineItems: "Line items", raw: "Raw response" }[$parameter["output"]] }}',
		description: 'Turn images of Chinese machine-printed invoices into rows',
		defaults: { name: 'Juhe Invoice OCR' },
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
					name: 'One Item per Invoice',
					value: 'invoice',
					description: 'Number, date, parties and total of each invoice',
				},
				{
					name: 'One Item per Line Item',
					value: 'lineItems',
					description: 'A row for each product or service, with the fields of its invoice',
				},
				rawOutput,
			],
			default: 'invoice',
			description: 'What each output item is',
		}),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await recogniseAllItems(this, invoiceApi);
	}
}
