import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encoders } from '../../server/testing/pictures/formats.mts';
import { truthOfFormats, type FormatSample } from './formats/index.mts';

/**
 * Writes pictures of a set in other formats, or only those whose ids are wanted, and the truth beside them. The
 * pictures are taken as they are in the set's folder.
 */
export async function makeFormats(
	set: string,
	samples: readonly FormatSample[],
	wanted: readonly string[],
): Promise<void> {
	const folder = join(set, 'formats');
	await mkdir(folder, { recursive: true });
	for (const sample of samples) {
		const { id, ending, pages } = sample;
		if (wanted.length > 0 && !wanted.includes(id)) continue;
		console.log(id);
		const pictures = pages.map(async ({ document, isPhoto }) => {
			const name = `${document.id}${isPhoto ? '.photo' : ''}.jpg`;
			return await readFile(join(set, `${document.kind}s`, name));
		});
		const file = await encoders[ending](await Promise.all(pictures));
		await writeFile(join(folder, `${id}.${ending}`), file);
		await writeFile(join(folder, `${id}.json`), truthOfFormats(sample));
	}
}
