import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Raster } from '../image/raster.mts';
import { cropInto } from './crop.mts';
import { decodeCtc } from './ctc.mts';
import { distance } from './geometry.mts';
import { inkColumns } from './ink.mts';
import { placeMarks, type Mark } from './marks.mts';
import { loadDictionary, loadModel } from './models.mts';
import type { Quad } from './types.mts';

const height = 48;
/** Narrower crops are padded: the model saw no narrower ones in training. */
const minimumWidth = 48;
const maximumWidth = 3200;

/** What stands in a quad. */
export interface Reading {
	marks: Mark[];
	/** Size of the straightened quad, the unit of the marks' edges. */
	width: number;
	height: number;
}

/** The text recognition model (PP-OCRv4, CTC). */
export class Recognition {
	readonly #session: InferenceSession;
	readonly #dictionary: readonly string[];

	private constructor(session: InferenceSession, dictionary: readonly string[]) {
		this.#session = session;
		this.#dictionary = dictionary;
	}

	static async create(): Promise<Recognition> {
		const [session, dictionary] = await Promise.all([loadModel('recognition'), loadDictionary()]);
		return new Recognition(session, dictionary);
	}

	/** Reads the line of text inside a quad. */
	async run(raster: Raster, quad: Quad): Promise<Reading> {
		const ratio = distance(quad[0], quad[1]) / distance(quad[0], quad[3]);
		const width = Math.min(maximumWidth, Math.max(8, Math.round(height * ratio)));
		const rowSize = Math.max(minimumWidth, width);
		const values = new Float32Array(3 * height * rowSize);
		cropInto(raster, quad, { values, offset: 0, rowSize, width, height });

		const input = new Tensor('float32', values, [1, 3, height, rowSize]);
		const output = await this.#session.run({ [this.#session.inputNames[0]]: input });
		const { data, dims } = output[this.#session.outputNames[0]];
		const peaks = decodeCtc(data as Float32Array, dims[1], this.#dictionary);
		const ink = inkColumns(values.subarray(height * rowSize), width, height, rowSize);
		return { marks: placeMarks(peaks, ink, rowSize / dims[1]), width, height };
	}
}
