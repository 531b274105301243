import {
	compareInvoice,
	compareReceipt,
	type Result,
	type Truth,
} from '../../testing/accuracy/compare.mts';
import { factsOf } from '../../src/worker/facts.mts';
import { readFile } from '../../src/worker/file-reader.mts';
import type { Found, Reading } from '../../src/worker/messages.mts';
import type { SourceReader } from '../../src/worker/source-reader.mts';

/** What a file of several documents holds, each with the page on which it begins. */
export interface SeveralTruth {
	id: string;
	documents: Array<Truth & { page: number }>;
}

/** How a file was read. */
export interface ComparedFile {
	found: number;
	tooMany: number;
	fields: number;
	right: number;
	/** What is wrong. */
	lines: string[];
}

/** Reads all pages of a file and holds what is found against its truth; each kind of document at its own API. */
export async function compareFile(
	reader: SourceReader,
	file: Buffer,
	truth: SeveralTruth,
): Promise<ComparedFile> {
	const compared: ComparedFile = { found: 0, tooMany: 0, fields: 0, right: 0, lines: [] };
	const kinds = [...new Set(truth.documents.map(({ kind }) => kind))];
	for (const kind of kinds) {
		const documents = await readAll(reader, file, kind);
		if (documents.length !== truth.documents.length) {
			compared.lines.push(`${documents.length} documents for ${truth.documents.length} as ${kind}`);
		}
		if (kind === kinds[0])
			compared.tooMany = Math.max(0, documents.length - truth.documents.length);
		truth.documents.forEach((expected, i) => {
			if (expected.kind === kind) add(compared, expected, documents[i]);
		});
	}
	return compared;
}

async function readAll(
	reader: SourceReader,
	file: Buffer,
	document: Reading['document'],
): Promise<Found[]> {
	const found: Found[] = [];
	const job = { document, file, pages: [[1, Infinity]] as const };
	for await (const { documents } of readFile(reader, job, undefined)) found.push(...documents);
	return found;
}

function add(
	compared: ComparedFile,
	expected: SeveralTruth['documents'][number],
	got?: Found,
): void {
	const result = got && compare(expected, got.reading);
	const isFound = got?.place.page === expected.page && isSame(expected, got.reading);
	if (isFound) compared.found++;
	else compared.lines.push(`${expected.id} is not found`);
	if (!result) return;
	compared.fields += result.counted.length;
	compared.right += result.counted.filter(({ isRight }) => isRight).length;
	for (const { field, expected: value, got: served } of [...result.misses, ...result.invented]) {
		compared.lines.push(`${expected.id}, ${field}: expected "${value}", got "${served}"`);
	}
}

/** Whether it is that document: by its number where it has one, else by its total. */
function isSame({ kind, fields }: Truth, reading: Reading): boolean {
	const { number, total } = factsOf(reading);
	const printed = fields[kind === 'receipt' ? 'receipt_num' : '发票号码'];
	return printed ? number === printed : total === fields.total_amount;
}

function compare(truth: Truth, reading: Reading): Result {
	if (reading.document === 'receipt') return compareReceipt(truth, reading.data);
	const { invoice_general_infos: infos, confidence } = reading.data;
	const seen = new Map<string, number>();
	return compareInvoice(
		truth,
		infos.map(({ name, value }) => {
			const at = seen.get(name) ?? 0;
			seen.set(name, at + 1);
			return { name, value, confidence: [confidence[name]].flat()[at], location: null };
		}),
	);
}
