import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Raster } from '../image/raster.mts';
import { classesOf } from './dictionary.mts';
import { calibrated, type Curve } from './calibration.mts';
import { cropInto } from './crop.mts';
import { decodeCtc, type Peak } from './ctc.mts';
import { inkColumns } from './ink.mts';
import { otherForms, type OtherForms, type SimplifiedForms } from './forms.mts';
import { lineSize } from './line-size.mts';
import type { Mark } from '../page/types.mts';
import { placeMarks } from './marks.mts';
import { openModel, type Model } from './models.mts';
import { withoutSeal } from './seal.mts';
import type { Quad } from '../page/types.mts';

/** What stands in a quad. */
export interface Reading {
	marks: Mark[];
	/** Size of the straightened quad, the unit of the marks' edges. */
	width: number;
	height: number;
}

const trialSize = { width: 48, height: 48 };

/** A recognition model with its characters by class, without the blank and the space. */
export interface RecognitionModel extends Model {
	characters: readonly string[];
	simplified: SimplifiedForms;
	/** How its confidences are calibrated; undefined where they are taken as they are. */
	curve: Curve | undefined;
}

/** A text recognition model (PP-OCR, CTC). */
export class Recognition {
	readonly #session: InferenceSession;
	readonly #dictionary: readonly string[];
	readonly #forms: OtherForms;
	readonly #curve: Curve | undefined;

	private constructor(
		session: InferenceSession,
		dictionary: readonly string[],
		forms: OtherForms,
		curve: Curve | undefined,
	) {
		this.#session = session;
		this.#dictionary = dictionary;
		this.#forms = forms;
		this.#curve = curve;
	}

	/** Throws ModelError, also where the dictionary is another model's: it would read garbage. */
	static async create(model: RecognitionModel): Promise<Recognition> {
		const dictionary = classesOf(model.characters);
		const fault = ([, , classes]: readonly number[]) =>
			classes === dictionary.length
				? undefined
				: `it tells ${classes ?? 'no'} characters apart, and its dictionary has ${dictionary.length}: that is another model's`;
		const session = await openModel(model, { ...trialSize, fault });
		const forms = otherForms(dictionary, model.simplified);
		return new Recognition(session, dictionary, forms, model.curve);
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
		const curve = this.#curve;
		const found = decodeCtc(data as Float32Array, dims[1], this.#dictionary, this.#forms);
		const peaks = curve ? found.map((peak) => calibratedPeak(peak, curve)) : found;
		return { planes, peaks, steps: dims[1] };
	}
}

const calibratedPeak = (peak: Peak, curve: Curve): Peak => ({
	...peak,
	confidence: calibrated(curve, peak.confidence),
});

/** Each character that is rather right than wrong adds to a reading, each other takes away. */
const certainty = (peaks: readonly Peak[]) =>
	peaks.reduce((sum, { confidence }) => sum + confidence - 0.5, 0);
