import { openFile } from '../../src/files/open-file.mts';
import type { Source } from '../../src/files/source.mts';

/** All that a file holds. */
export async function sourcesOf(file: Buffer): Promise<Source[]> {
	const sources: Source[] = [];
	for await (const source of openFile(file)) sources.push(source);
	return sources;
}
