import { InferenceSession, Tensor } from 'onnxruntime-node';

// Its builds tell their maker, over the internet, that and how they are used, and keep a database of it in the home
// folder, unless they are told not to before the first model is opened.
process.env.ORT_DISABLE_TELEMETRY = '1';

export { InferenceSession, Tensor };

/** Opens a model by its file, or encoded. Throws what onnxruntime throws. */
export const openSession = async (
	graph: string | Uint8Array,
	options: InferenceSession.SessionOptions,
): Promise<InferenceSession> =>
	typeof graph === 'string'
		? await InferenceSession.create(graph, options)
		: await InferenceSession.create(graph, options);
