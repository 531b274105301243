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

/** The same of a receipt. */
const cellNames = ['product', 'quantity', 'unit_price', 'subtotal_amount'];

/** What stands on a document, by the API's names, and its items or table as rows of cells. */
export type CloudTruth = Record<string, string | string[][]>;

type Answer = Record<'reason', string> & { result: object | null; error_code: number };

/** A stand-in for Juhe Cloud's APIs: it knows what stands on some pictures, and notes what it would bill. */
export class Cloud {
	/** The names of the pictures that were paid for, in order. */
	readonly billed: string[] = [];
	readonly #known = new Map<string, { name: string; truth: CloudTruth }>();
	readonly #unanswered = new Set<string>();
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const form = new URLSearchParams(Buffer.concat(chunks).toString());
				const isReceipt = request.url?.startsWith('/shoppingReceipt') ?? false;
				const answer = this.#answer(
					isReceipt,
					form.get(isReceipt ? 'image' : 'image_base64') ?? '',
				);
				response.setHeader('Content-Type', 'application/json');
				if (answer) response.end(JSON.stringify(answer));
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
	knows(name: string, picture: Buffer, truth: CloudTruth): void {
		this.#known.set(hashOf(picture), { name, truth });
	}

	/** Bills a picture when it comes, but never answers. */
	keepsSilentAbout(name: string): void {
		this.#unanswered.add(name);
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/** Undefined where it keeps silent. */
	#answer(isReceipt: boolean, base64: string): Answer | undefined {
		const found = this.#known.get(hashOf(Buffer.from(base64, 'base64')));
		if (!found) {
			return { reason: '图片识别失败', result: null, error_code: isReceipt ? 200002 : 253202 };
		}
		this.billed.push(found.name);
		if (this.#unanswered.has(found.name)) return undefined;
		const result = isReceipt ? receiptResult(found.truth) : invoiceResult(found.truth);
		return { reason: 'success', result, error_code: 0 };
	}
}

function invoiceResult({ items, ...fields }: CloudTruth): object {
	const infos = Object.entries(fields).map(([name, value]) => ({ name, value }));
	const rows = (items as string[][]).flatMap((row) =>
		row.map((value, i) => ({ name: itemNames[i], value })),
	);
	return { request_id: 'stand-in', invoice_general_infos: [...infos, ...rows] };
}

function receiptResult({ table, ...fields }: CloudTruth): object {
	const rows = (table as string[][]).map((row) =>
		Object.fromEntries(row.map((value, i) => [cellNames[i], value])),
	);
	return { orderid: 'stand-in', data: { ...fields, table: rows } };
}
