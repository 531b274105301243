import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { OcrServer } from './server.mts';

/** A doubtful value on its picture. */
export interface Mark {
	/** The column that it is a value of, with the number of its row. */
	label: string;
	/** In thousandths of the picture's sides: left, top, right, bottom. */
	box: [left: number, top: number, right: number, bottom: number];
}

export type Kind = 'invoices' | 'receipts';

interface Place {
	page: number;
	box: Mark['box'];
}

/** A value of an answer, with what the server knows of it. */
export interface Known {
	key: string;
	/** Counts from 1; missing for what stands outside the table. */
	row?: number;
	confidence: unknown;
	place: Place | null | undefined;
}

type Field = { key: string; name?: string; names?: string[] };
type Values = Record<string, unknown>;

/** The same bound as that of the nodes' review checks. */
const doubtfulBelow = 0.8;

const apis = {
	invoices: { path: '/invoice_general_ocr/query', image: 'image_base64' },
	receipts: { path: '/shoppingReceipt/query', image: 'image' },
};

/** Column keys by the names that the API uses. */
function keysOf(root: string, kind: Kind): Map<string, string> {
	const nodes = createRequire(path.join(root, 'dist', 'nodes', 'index.js'));
	const fields: Record<string, Field[]> =
		kind === 'invoices'
			? nodes('./JuheInvoiceOcr/invoiceFields.js')
			: nodes('./JuheReceiptOcr/receiptFields.js');
	const lists = Object.values(fields).filter((list) => Array.isArray(list));
	return new Map(
		lists
			.flat()
			.flatMap(({ key, name, names }) => (names ?? [name ?? key]).map((one) => [one, key])),
	);
}

/** The values under a name; a repeated name is a column of the table. */
function knownOf(key: string, confidence: unknown, place: unknown): Known[] {
	if (!Array.isArray(place)) return [{ key, confidence, place: place as Place | null }];
	const confidences = Array.isArray(confidence) ? confidence : [];
	return place.map((one, i) => ({ key, row: i + 1, confidence: confidences[i], place: one }));
}

function allKnown(keys: Map<string, string>, confidence: Values, location: Values): Known[] {
	const { table: places, ...fields } = location;
	const table = Array.isArray(places) ? (places as Values[]) : [];
	const confidences = (confidence.table ?? []) as Values[];
	const nameOf = (name: string) => keys.get(name) ?? name;
	return [
		...Object.entries(fields).flatMap(([name, place]) =>
			knownOf(nameOf(name), confidence[name], place),
		),
		...table.flatMap((row, i) =>
			Object.entries(row).map(([name, place]) => ({
				key: nameOf(name),
				row: i + 1,
				confidence: confidences[i]?.[name],
				place: place as Place | null,
			})),
		),
	];
}

/** Whether the reasons name a value: `totalAmount 20 differs …`, `row 2: quantity …`. */
const isNamed = (reasons: readonly string[], { key, row }: Known): boolean =>
	reasons.some(
		(reason) =>
			reason.split(/\W+/u).includes(key) &&
			(row === undefined
				? !/^row \d/u.test(reason)
				: new RegExp(`\\brow ${row}\\b`, 'u').test(reason)),
	);

const isDoubtful = ({ confidence }: Known): boolean =>
	typeof confidence === 'number' && confidence > 0 && confidence < doubtfulBelow;

/**
 * Asks the server what it knows of the values of a file.
 * @returns for each document of it, in their order; nothing where it does not answer with a reading
 */
export async function knownOfFile(
	root: string,
	server: Pick<OcrServer, 'url' | 'key'>,
	kind: Kind,
	file: string,
): Promise<Known[][]> {
	const api = apis[kind];
	const picture = await readFile(file, 'base64');
	const response = await fetch(server.url + api.path, {
		method: 'POST',
		body: new URLSearchParams({ key: server.key, [api.image]: picture }),
	});
	const { result } = (await response.json()) as { result: (Values & { data?: Values }) | null };
	const values = result?.data ?? result ?? {};
	const documents = (values.documents ?? [values]) as Array<Record<string, Values>>;
	const keys = keysOf(root, kind);
	return documents.map(({ confidence = {}, location = {} }) =>
		allKnown(keys, confidence, location),
	);
}

/** The values that a document's reasons name or that the server doubts, as far as they stand on the first page. */
export const marksOf = (known: readonly Known[], reasons: readonly string[]): Mark[] =>
	known
		.filter((one) => isDoubtful(one) || isNamed(reasons, one))
		.flatMap(({ key, row, place }) =>
			place?.page === 1 ? [{ label: row ? `row ${row} ${key}` : key, box: place.box }] : [],
		);
