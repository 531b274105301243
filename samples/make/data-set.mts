import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { DataSample } from './ofd/index.mts';

/** The truth of a file's documents, in order, as for the pages of a PDF. */
export function truthOfData({ name, documents }: DataSample): string {
	const id = parse(name).name;
	const pages = documents.map((fields, i) => ({
		id: documents.length > 1 ? `${id}-${i + 1}` : id,
		kind: 'invoice',
		fields,
	}));
	return `${JSON.stringify({ id, pages }, null, '\t')}\n`;
}

/** Writes files of data, or only those whose names are wanted, and the truth of their documents beside them. */
export async function makeData(
	folder: string,
	samples: readonly DataSample[],
	wanted: readonly string[],
): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const sample of samples) {
		const id = parse(sample.name).name;
		if (wanted.length > 0 && !wanted.includes(id)) continue;
		console.log(id);
		await writeFile(join(folder, sample.name), sample.bytes);
		await writeFile(join(folder, `${id}.json`), truthOfData(sample));
	}
}
