import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The names of the pictures to read, by kind, sorted. */
export interface Pictures {
	invoices: string[];
	receipts: string[];
}

/**
 * Lists what is in the folders `invoices` and `receipts` of a folder; one of the two may be missing or empty.
 * @throws with a message for people if there is nothing to read
 */
export async function findPictures(folder: string): Promise<Pictures> {
	const [invoices, receipts] = await Promise.all(
		['invoices', 'receipts'].map((kind) => fileNames(path.join(folder, kind))),
	);
	if (invoices.length + receipts.length === 0) {
		throw new Error(
			`There are no pictures in ${folder}: put invoices into ${path.join(folder, 'invoices')} ` +
				`and receipts into ${path.join(folder, 'receipts')}, as JPG or PNG files.`,
		);
	}
	return { invoices, receipts };
}

/** Hidden files are left out, as n8n's node that reads folders leaves them out. */
async function fileNames(folder: string): Promise<string[]> {
	try {
		const entries = await readdir(folder, { withFileTypes: true });
		return entries
			.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
			.map((entry) => entry.name)
			.sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}
