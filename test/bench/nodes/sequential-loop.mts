import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/**
 * A node in the shape of n8n's AWS Textract and Mindee nodes (n8n-nodes-base 2.41.1): one item after the other, each
 * read, encoded and sent with the legacy request helper, and no look at the answer but for what is put out.
 */
export class SequentialLoop implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Sequential Loop',
		name: 'sequentialLoop',
		group: ['transform'],
		version: 1,
		description: 'Recognises one image after the other',
		defaults: { name: 'Sequential Loop' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'juheApi', required: true }],
		properties: [],
	};

	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor(url: string) {
		this.execute = async function () {
			const returnData: IDataObject[] = [];
			for (let index = 0; index < this.getInputData().length; index++) {
				const buffer = await this.helpers.getBinaryDataBuffer(index, 'data');
				const response = (await this.helpers.requestWithAuthentication.call(this, 'juheApi', {
					method: 'POST',
					uri: url,
					form: { image_base64: buffer.toString('base64') },
					json: true,
				})) as { result: { invoice_general_infos: Array<{ name: string; value: string }> } };
				const fields = response.result.invoice_general_infos;
				returnData.push(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
			}
			return [this.helpers.returnJsonArray(returnData)];
		};
	}
}
