// node prepared-graphs.mts [FOLDER]   prints, as JSON, for each model that is shipped whether its graph comes from the
// folder, whether onnxruntime reads it from a file, and whether it computes the very same as when it is simplified at load
import { openSession, Tensor } from '../../src/engine/runtime.mts';
import { prepareGraphs, preparedGraph, simplified } from '../../src/engine/graph/prepared.mts';
import { findModels, readModel } from '../../src/engine/models.mts';
import { readFile } from 'node:fs/promises';

const width = 192;
const heights = { detection: 64, recognition: 48, orientation: 48 };

async function answerOf(graph: string | Uint8Array, height: number): Promise<Buffer> {
	const session = await openSession(graph, { intraOpNumThreads: 1 });
	const noise = Float32Array.from({ length: 3 * height * width }, (_, i) => Math.sin(i * i));
	const input = new Tensor('float32', noise, [1, 3, height, width]);
	const output = (await session.run({ [session.inputNames[0]]: input }))[session.outputNames[0]];
	return Buffer.from((output.data as Float32Array).slice().buffer);
}

const [folder, garbage] = process.argv.slice(2);
if (garbage) await prepareGraphs([Buffer.from(garbage)], folder).catch(() => undefined);
const files = await findModels();
const found: Record<string, { isPrepared: boolean; isFile: boolean; isSame: boolean }> = {};
for (const part of ['detection', 'recognition', 'orientation'] as const) {
	const { graph, sha256 } = await readModel(files[part], folder);
	const atLoad = simplified(await readFile(files[part].file));
	const answers = [graph, atLoad].map((one) => answerOf(one, heights[part]));
	const [own, expected] = await Promise.all(answers);
	const isPrepared = (await preparedGraph(sha256, folder)) !== undefined;
	found[part] = { isPrepared, isFile: typeof graph === 'string', isSame: own.equals(expected) };
}
console.log(JSON.stringify(found));
