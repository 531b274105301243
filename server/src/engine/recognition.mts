import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Raster } from '../image/raster.mts';
import { cropInto } from './crop.mts';
import { decodeCtc, type Peak } from './ctc.mts';
import { inkColumns } from './ink.mts';
import { lineSize } from './line-size.mts';
import type { Mark } from '../page/types.mts';
import { placeMarks } from './marks.mts';
import { loadDictionary, openModel } from './models.mts';
import { withoutSeal } from './seal.mts';
import type { Quad } from '../page/types.mts';

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

	/** @param model as readModel gives it */
	static async create(model: Uint8Array): Promise<Recognition> {
		return new Recognition(await openModel(model), await loadDictionary());
	}

	/**
	 * Reads the line of text inside a quad.
	 * @param seals under a seal also without the seal, if that reads better
	 */
	async run(raster: Raster, quad: Quad, seals: boolean): Promise<Reading> {
		const { width, height, rowSize } = lineSize(quad);
		const values = new Float32Array(3 * height * rowSize);
		cropInto(raster, quad, { values, offset: 0, rowSize, width, height });

		const plain = await this.#read(values, height, rowSize);
		const lit = seals ? withoutSeal(values, width, height, rowSize) : undefined;
		const bare = lit && (await this.#read(lit, height, rowSize));
		const best = bare && certainty(bare.peaks) > certainty(plain.peaks) ? bare : plain;
		const { planes, peaks, steps } = best;
		const ink = inkColumns(planes.subarray(height * rowSize), width, height, rowSize);
		return { marks: placeMarks(peaks, ink, rowSize / steps), width, height };
	}

	async #read(planes: Float32Array, height: number, rowSize: number) {
		const input = new Tensor('float32', planes, [1, 3, height, rowSize]);
		const output = await this.#session.run({ [this.#session.inputNames[0]]: input });
		const { data, dims } = output[this.#session.outputNames[0]];
		const peaks = decodeCtc(data as Float32Array, dims[1], this.#dictionary);
		return { planes, peaks, steps: dims[1] };
	}
}

/** Each character that is rather right than wrong adds to a reading, each other takes away. */
const certainty = (peaks: readonly Peak[]) =>
	peaks.reduce((sum, { confidence }) => sum + confidence - 0.5, 0);
