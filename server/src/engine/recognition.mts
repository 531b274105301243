import { InferenceSession, Tensor } from './runtime.mts';
import type { Raster } from '../image/raster.mts';
import { classesOf } from './dictionary.mts';
import { calibrated, type Curve } from './calibration.mts';
import { cropInto } from './crop.mts';
import { decodeCtc, digitsIn, type Peak } from './ctc.mts';
import { inkColumns } from './ink.mts';
import { otherForms, type OtherForms, type SimplifiedForms } from './forms.mts';
import { lineSize, type LineSize } from './line-size.mts';
import { mean } from '../page/statistics.mts';
import type { Mark } from '../page/types.mts';
import { placeMarks } from './marks.mts';
import { openModel, type Model } from './models.mts';
import { hasStampInk, isMostlyPrint } from './stamps/cover.mts';
import { bleach, lift, liftedCrop, type Stamps } from './stamps/lift.mts';
import { ownMarksOf, type OwnMarks } from './stamps/own-marks.mts';
import type { Quad } from '../page/types.mts';
import { doubtBesideUnread } from './unread.mts';

/** What stands in a quad. */
export interface Reading {
	marks: Mark[];
	/** Characters of a stamp that stand in the line, left out of the marks. */
	stampMarks: Mark[];
	/** Size of the straightened quad, the unit of the marks' edges. */
	width: number;
	height: number;
	/** The text is hardly there without the ink of the stamp over it, or hardly read at all: it is in that ink. */
	fades: boolean;
}

/** A text fades that is read with less of its certainty than this share, when nothing is left of the stamp. */
const fadedShare = 0.6;
/** It is print that comes out from under the stamp, where it is read so much better without it. */
const clearedShare = 1.4;

/** What is read with less than this on average is what is left of a stamp's own writing. */
const poor = 0.6;

/** Print that is read as surely as this without a stamp's ink is not read once more without all that is like it. */
const sure = 0.9;

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
	readonly #digits: readonly number[];
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
		this.#digits = digitsIn(dictionary);
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
	 * @param stamps those of its page where one lies over the line, which is then read without it too
	 */
	async run(raster: Raster, quad: Quad, stamps?: Stamps): Promise<Reading> {
		const size = lineSize(quad);
		const { width, height, rowSize } = size;
		const values = new Float32Array(3 * height * rowSize);
		cropInto(raster, quad, { values, offset: 0, rowSize, width, height });
		const lifted = stamps && liftedCrop(values, quad, size, stamps, lift);
		if (!lifted || !hasStampInk(values, lifted)) {
			const { marks, stampMarks } = await this.#read(values, size, noneOwn);
			return { marks, stampMarks, width, height, fades: false };
		}
		const isOwn = ownMarksOf({ planes: values, size, quad, stamps });
		const read = (planes: Float32Array) => this.#read(planes, size, isOwn);
		const [plain, bare] = [await read(values), await read(lifted)];
		const readings = [plain, bare];
		let fades = false;
		const bleached = liftedCrop(values, quad, size, stamps, bleach);
		if (!bare.isSure || !isMostlyPrint(values, bleached, size)) {
			const pale = await read(bleached);
			readings.push(pale);
			fades =
				bare.certainty < clearedShare * plain.certainty &&
				pale.certainty < fadedShare * Math.max(plain.certainty, bare.certainty);
		}
		const { marks, stampMarks } = best(readings);
		const isPoor = mean(marks.map(({ confidence }) => confidence)) < poor;
		return { marks, stampMarks, width, height, fades: fades || isPoor };
	}

	async #read(planes: Float32Array, { width, height, rowSize }: LineSize, isOwn: OwnMarks) {
		const input = new Tensor('float32', planes, [1, 3, height, rowSize]);
		const output = await this.#session.run({ [this.#session.inputNames[0]]: input });
		const { data, dims } = output[this.#session.outputNames[0]];
		const curve = this.#curve;
		const probabilities = data as Float32Array;
		const found = decodeCtc(probabilities, dims[1], this.#dictionary, this.#forms, this.#digits);
		const peaks = curve ? found.map((peak) => calibratedPeak(peak, curve)) : found;
		const isSure = peaks.length > 0 && peaks.every(({ confidence }) => confidence >= sure);
		const ink = inkColumns(planes.subarray(height * rowSize), width, height, rowSize);
		const all = doubtBesideUnread(placeMarks(peaks, ink, rowSize / dims[1]), ink, height);
		const own = isOwn(all);
		const marks = all.filter((_, i) => !own[i]);
		const stampMarks = all.filter((_, i) => own[i]);
		return {
			marks,
			stampMarks,
			certainty: certaintyOf(peaks),
			ofPrint: certaintyOf(marks),
			isSure,
		};
	}
}

const noneOwn: OwnMarks = (marks) => marks.map(() => false);

const calibratedPeak = (peak: Peak, curve: Curve): Peak => ({
	...peak,
	confidence: calibrated(curve, peak.confidence),
});

/** The reading whose print is surest: that it has more of a stamp's characters is nothing for it. */
const best = <Read extends { ofPrint: number }>(readings: readonly Read[]): Read =>
	readings.reduce((one, other) => (other.ofPrint > one.ofPrint ? other : one));

/** Each character that is rather right than wrong adds to a reading, each other takes away. */
const certaintyOf = (characters: ReadonlyArray<{ confidence: number }>) =>
	characters.reduce((sum, { confidence }) => sum + confidence - 0.5, 0);
