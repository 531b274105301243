import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { InferenceSession } from '../runtime.mts';
import { Graph } from './graph.mts';
import { simplify } from './simplify.mts';

/** In `src` or `dist`, whichever runs: what is packed of the latter takes it along. */
const usualFolder = path.join(import.meta.dirname, '..', '..', 'graphs');
/** What a prepared graph depends on besides its model. */
const sources = ['graph', 'prepared', 'simplify', 'upscaling', 'wire'];
/** Bytes of weights that are kept apart from the graph. */
const smallestApart = '512';
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
	for (const [i, model] of models.entries()) await prepare(simplified(model), names[i], folder);
	for (const file of await readdir(folder)) {
		if (names.includes(path.parse(file).name)) continue;
		await rm(path.join(folder, file), { recursive: true, force: true });
	}
}

/** The weights lie beside the graph: from there onnxruntime maps them into memory, where it would copy them. */
async function prepare(graph: Uint8Array, name: string, folder: string): Promise<void> {
	const unfinished = await mkdtemp(path.join(folder, 'part-'));
	const [onnx, weights] = filesOf(name);
	try {
		await InferenceSession.create(graph, {
			graphOptimizationLevel: 'basic',
			optimizedModelFilePath: path.join(unfinished, onnx),
			extra: {
				session: {
					optimized_model_external_initializers_file_name: weights,
					optimized_model_external_initializers_min_size_in_bytes: smallestApart,
				},
			},
		});
		for (const file of [weights, onnx]) {
			await flush(path.join(unfinished, file));
			await rename(path.join(unfinished, file), path.join(folder, file));
		}
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
}

/**
 * The file of a model's graph that was simplified ahead, by the same code as runs now; undefined where there is none.
 * Nothing is written: an installation may be read-only.
 * @param sha256 of the model's file
 */
export async function preparedGraph(
	sha256: string,
	folder = usualFolder,
): Promise<string | undefined> {
	const [graph, weights] = filesOf(await nameOf(sha256)).map((file) => path.join(folder, file));
	return await Promise.all([access(graph), access(weights)]).then(
		() => graph,
		() => undefined,
	);
}

/** A later simplifier makes other names, so that what an earlier one made is not taken for its own. */
async function nameOf(sha256: string): Promise<string> {
	const hash = createHash('sha256').update(sha256);
	for (const source of sources) {
		hash.update(await readFile(path.join(import.meta.dirname, `${source}${ownEnding}`)));
	}
	return hash.digest('hex');
}

const filesOf = (name: string): [graph: string, weights: string] => [
	`${name}.onnx`,
	`${name}.weights`,
];

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
