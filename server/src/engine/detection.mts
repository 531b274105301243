import { InferenceSession, Tensor } from './runtime.mts';
import type { Raster } from '../image/raster.mts';
import type { DetectionThresholds } from './families.mts';
import { openModel, type Model, type Trial } from './models.mts';
import type { TextMap } from './regions.mts';

/** ImageNet's mean and deviation; PaddleOCR applies them to B, G, R in this order. */
const mean = [0.485, 0.456, 0.406];
const deviation = [0.229, 0.224, 0.225];

const trial: Trial = {
	width: 32,
	height: 32,
	fault: (dims) => (String(dims) === '1,1,32,32' ? undefined : 'it is no model of text detection'),
};

/** The text detection model (PP-OCR, DB): where on a picture there is text. */
export class Detection {
	/** How its maps become boxes. */
	readonly thresholds: DetectionThresholds;
	readonly #session: InferenceSession;

	private constructor(session: InferenceSession, thresholds: DetectionThresholds) {
		this.#session = session;
		this.thresholds = thresholds;
	}

	/** Throws ModelError. */
	static async create(model: Model & { thresholds: DetectionThresholds }): Promise<Detection> {
		return new Detection(await openModel(model, trial), model.thresholds);
	}

	/** The text map of a picture whose sides are multiples of 32. */
	async run({ width, height, data }: Raster): Promise<TextMap> {
		const input = new Tensor('float32', normalise(data), [1, 3, height, width]);
		const output = await this.#session.run({ [this.#session.inputNames[0]]: input });
		const values = output[this.#session.outputNames[0]].data as Float32Array;
		return { width, height, values };
	}
}

/** RGB bytes to planes of B, G, R. */
function normalise(pixels: Uint8Array): Float32Array {
	const plane = pixels.length / 3;
	const values = new Float32Array(pixels.length);
	for (let channel = 0; channel < 3; channel++) {
		const scale = 1 / (255 * deviation[channel]);
		const shift = mean[channel] / deviation[channel];
		for (let i = 0, from = 2 - channel, to = channel * plane; i < plane; i++, from += 3, to++) {
			values[to] = pixels[from] * scale - shift;
		}
	}
	return values;
}
