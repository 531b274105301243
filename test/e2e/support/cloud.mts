import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Importable } from '../../../sandbox/n8n.mts';

/** The names of an invoice's items, in the order of a truth's cells. */
const itemNames = [
	'货物或应税劳务、服务名称',
	'规格型号',
	'单位',
	'数量',
	'单价',
	'金额',
	'税率',
	'税额',
];

const hashOf = (picture: Buffer) => createHash('sha256').update(picture).digest('hex');

/** What stands on an invoice, by the API's names, and its items as rows of cells. */
export type InvoiceTruth = Record<string, string | string[][]>;

/** A stand-in for Juhe Cloud's invoice API: it knows what stands on some pictures, and notes what it would bill. */
export class Cloud {
	/** The names of the pictures that were paid for, in order. */
	readonly billed: string[] = [];
	readonly #known = new Map<string, { name: string; truth: InvoiceTruth }>();
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const form = new URLSearchParams(Buffer.concat(chunks).toString());
				response.setHeader('Content-Type', 'application/json');
				response.end(JSON.stringify(this.#answer(form.get('image_base64') ?? '')));
			});
		});
	}

	static async start(): Promise<Cloud> {
		const cloud = new Cloud();
		await new Promise<void>((resolve) => cloud.#server.listen(0, '127.0.0.1', resolve));
		return cloud;
	}

	/** The credential that the shipped workflow names. */
	get credential(): Importable {
		const { port } = this.#server.address() as AddressInfo;
		const baseUrl = `http://127.0.0.1:${port}`;
		return {
			id: 'juheCloud00000001',
			name: 'Juhe Cloud account',
			type: 'juheApi',
			data: { server: 'juheCloud', baseUrl, invoiceKey: 'paid', receiptKey: 'paid' },
		};
	}

	/** Makes a picture known, with what is to be answered. */
	knows(name: string, picture: Buffer, truth: InvoiceTruth): void {
		this.#known.set(hashOf(picture), { name, truth });
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#answer(base64: string): object {
		const found = this.#known.get(hashOf(Buffer.from(base64, 'base64')));
		if (!found) return { reason: '图片识别失败', result: null, error_code: 253202 };
		this.billed.push(found.name);
		const { items, ...fields } = found.truth;
		const infos = Object.entries(fields).map(([name, value]) => ({ name, value }));
		const rows = (items as string[][]).flatMap((row) =>
			row.map((value, i) => ({ name: itemNames[i], value })),
		);
		const result = { request_id: 'stand-in', invoice_general_infos: [...infos, ...rows] };
		return { reason: 'success', result, error_code: 0 };
	}
}
