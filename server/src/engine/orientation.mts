import { InferenceSession, Tensor } from './runtime.mts';
import type { Raster } from '../image/raster.mts';
import { cropInto } from './crop.mts';
import { distance } from '../page/geometry.mts';
import { openModel, type Model, type Trial } from './models.mts';
import type { Quad } from '../page/types.mts';

const height = 48;
const width = 192;

const trial: Trial = {
	width,
	height,
	fault: (dims) => (String(dims) === '1,2' ? undefined : 'it is no classifier of direction'),
};

/** The classifier that tells text that stands on its head (PaddleOCR, mobile v2.0). */
export class Orientation {
	readonly #session: InferenceSession;

	private constructor(session: InferenceSession) {
		this.#session = session;
	}

	/** Throws ModelError. */
	static async create(model: Model): Promise<Orientation> {
		return new Orientation(await openModel(model, trial));
	}

	/** The probability, for each quad, that its text stands on its head. */
	async run(raster: Raster, quads: readonly Quad[]): Promise<number[]> {
		if (quads.length === 0) return [];
		const size = 3 * height * width;
		const values = new Float32Array(quads.length * size);
		quads.forEach((quad, i) => {
			const ratio = distance(quad[0], quad[1]) / distance(quad[0], quad[3]);
			cropInto(raster, quad, {
				values,
				offset: i * size,
				rowSize: width,
				width: Math.min(width, Math.ceil(height * ratio)),
				height,
			});
		});
		const input = new Tensor('float32', values, [quads.length, 3, height, width]);
		const output = await this.#session.run({ [this.#session.inputNames[0]]: input });
		const probabilities = output[this.#session.outputNames[0]].data as Float32Array;
		return quads.map((_, i) => probabilities[2 * i + 1]);
	}
}
