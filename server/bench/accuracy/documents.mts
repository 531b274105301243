import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Truth } from '../../testing/accuracy/compare.mts';

/** A picture of a document with its truth. */
export interface Document {
	/** The set it belongs to: the name of its folder. */
	set: string;
	/** `clean`, or how the picture was made worse. */
	variant: string;
	file: string;
	truth: Truth;
}

const root = join(import.meta.dirname, '..', '..', '..');

/** The sets of the project, as `--samples` takes them. */
export const ownSets = [join(root, 'samples'), join(root, 'benchmark', 'measured')].join();

/** Where a set keeps the picture of a document: by its truth and the variant. */
type Placement = (folder: string, truth: Truth, variant: string) => string;

/** `invoices/ID.jpg` and `invoices/ID.photo.jpg`, as in `samples/`. */
const byKind: Placement = (folder, { id, kind }, variant) =>
	join(folder, `${kind}s`, variant === 'clean' ? `${id}.jpg` : `${id}.${variant}.jpg`);

/** `images/ID.png` and `images/ID.photo.jpg`. */
const inOneFolder: Placement = (folder, { id }, variant) =>
	join(folder, 'images', variant === 'clean' ? `${id}.png` : `${id}.${variant}.jpg`);

/**
 * The documents of a folder with `truth/*.json`, in the variants asked for, as far as the folder has
 * their pictures.
 */
export async function documentsIn(
	folder: string,
	variants: readonly string[],
): Promise<Document[]> {
	const place = existsSync(join(folder, 'images')) ? inOneFolder : byKind;
	const files = (await readdir(join(folder, 'truth'))).filter((name) => name.endsWith('.json'));
	const truths = await Promise.all(
		files
			.sort()
			.map(
				async (name) => JSON.parse(await readFile(join(folder, 'truth', name), 'utf8')) as Truth,
			),
	);
	const [set = folder] = folder.split('/').filter(Boolean).slice(-1);
	return truths.flatMap((truth) =>
		variants
			.map((variant) => ({ set, variant, file: place(folder, truth, variant), truth }))
			.filter(({ file }) => existsSync(file)),
	);
}
