import { createRequire } from 'node:module';
import path from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { invoiceExample } from '../../support/results.mts';

const { invoiceApi } = createRequire(path.resolve('package.json'))(
	'./dist/nodes/JuheInvoiceOcr/invoiceApi.js',
) as {
	invoiceApi: { toItems(result: object, choices: object, origin: object): IDataObject[] };
};

/** Puts out the items that the invoice node puts out for the vendor's example, and does nothing for them. */
export class SameItems implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Same Items',
		name: 'sameItems',
		group: ['transform'],
		version: 1,
		description: 'Puts out the items of a recognition',
		defaults: { name: 'Same Items' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const choices = { output: 'invoice', fieldNames: 'english', reviewChecks: true };
		const items = this.getInputData().flatMap(({ binary }, item) => {
			const origin = {
				sourceFile: binary?.data.fileName ?? null,
				sourceField: 'data',
				sourcePage: null,
				documentNumber: 1,
			};
			const rows = invoiceApi.toItems(structuredClone(invoiceExample.result), choices, origin);
			return rows.map((json) => ({ json, pairedItem: { item } }));
		});
		return [items];
	}
}
