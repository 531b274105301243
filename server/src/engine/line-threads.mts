import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { LineReader } from './line-reader.mts';
import { Recognition, type RecognitionModel } from './recognition.mts';

/** Opens the recognition model here and in a thread that helps, which joins when it has it too. Throws ModelError. */
export async function startLineReader(model: RecognitionModel): Promise<LineReader> {
	const script = `./line-helper${path.extname(import.meta.filename)}`;
	const helper = new Worker(new URL(script, import.meta.url));
	helper.unref();
	const reader = new LineReader(helper, await Recognition.create(model));
	// Its answer would be lost, and the helper never asked, if nobody listened yet.
	helper.postMessage(model);
	return reader;
}
