import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { InferenceSession } from '../runtime.mts';
import { Graph } from './graph.mts';
import { simplify } from './simplify.mts';

/** In `src` or `dist`, whichever runs: what is packed of the latter takes it along. */
const usualFolder = path.join(import.meta.dirname, '..', '..', 'graphs');
/** What a prepared graph depends on besides its model. */
const sources = ['graph', 'prepared', 'simplify', 'upscaling', 'wire'];
const ownEnding = path.extname(import.meta.filename);

/** Simplifies a model. Throws where it is none. */
export const simplified = (model: Uint8Array): Uint8Array => simplify(Graph.decode(model)).encode();

/**
 * Simplifies models ahead and writes them to a folder, from which `preparedGraph` takes them: that takes a tenth of
 * the processor time. What onnxruntime does to a graph on every machine alike is done to them as well. Of other
 * models nothing stays there, and a file is whole when it has its name. Throws what writing and onnxruntime throw.
 */
export async function prepareGraphs(
	models: readonly Uint8Array[],
	folder = usualFolder,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const names = await Promise.all(models.map((model) => nameOf(sumOf(model))));
	for (const [i, model] of models.entries()) {
		const unfinished = path.join(folder, `${randomUUID()}.part`);
		try {
			await InferenceSession.create(simplified(model), {
				graphOptimizationLevel: 'basic',
				optimizedModelFilePath: unfinished,
			});
			await flush(unfinished);
			await rename(unfinished, path.join(folder, names[i]));
		} finally {
			await rm(unfinished, { force: true });
		}
	}
	for (const name of await readdir(folder)) {
		if (!names.includes(name)) await rm(path.join(folder, name), { force: true });
	}
}

/**
 * The graph of a model that was simplified ahead, by the same code as runs now; undefined where there is none.
 * Nothing is written: an installation may be read-only.
 * @param sha256 of the model's file
 */
export async function preparedGraph(
	sha256: string,
	folder = usualFolder,
): Promise<Uint8Array | undefined> {
	return await readFile(path.join(folder, await nameOf(sha256))).catch(() => undefined);
}

/** A later simplifier makes other names, so that what an earlier one made is not taken for its own. */
async function nameOf(sha256: string): Promise<string> {
	const hash = createHash('sha256').update(sha256);
	for (const source of sources) {
		hash.update(await readFile(path.join(import.meta.dirname, `${source}${ownEnding}`)));
	}
	return `${hash.digest('hex')}.onnx`;
}

const sumOf = (model: Uint8Array) => createHash('sha256').update(model).digest('hex');

/** A file that is renamed before it is on the disk may be empty after a power failure. */
async function flush(file: string): Promise<void> {
	const handle = await open(file, 'r+');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
