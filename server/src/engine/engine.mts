import { settleAsterisks } from './asterisks.mts';
import { decode, sharpOf } from '../image/decode.mts';
import type { Raster } from '../image/raster.mts';
import { findBoxes, liesOnItsSide, turnHalf } from './boxes.mts';
import { toTextBoxes } from '../page/cells.mts';
import { Detection } from './detection.mts';
import { closerScale, firstScale, shrunk } from './detection-scale.mts';
import { corners, type TurnedRect } from '../page/geometry.mts';
import type { LineReader } from './line-reader.mts';
import { calibration, type Curves } from './calibration.mts';
import {
	settleForms,
	simplifiedForms,
	traditionalForms,
	type SimplifiedForms,
	type TraditionalForms,
} from './forms.mts';
import { startLineReader } from './line-threads.mts';
import { findModels, readModel, type LoadedModel } from './models.mts';
import { settleNumbers } from './numbers.mts';
import { Orientation } from './orientation.mts';
import { lookAgain } from './second-look/look-again.mts';
import { lifted, type Stamps } from './stamps/lift.mts';
import { stampsOf } from './stamps/page-stamps.mts';
import { isUnder, sortBoxes, type SortedBox } from './stamps/sort.mts';
import { Stopwatch } from './stopwatch.mts';
import { turnedBy } from '../page/turned.mts';
import type { Page, Quad, TextBox } from '../page/types.mts';
import { isUpsideDown } from './upright.mts';

/** A page, and as small as it is looked over first. */
interface Sight {
	raster: Raster;
	small: Raster;
}

/** Reads the text of a picture: decode, turn upright, detect, recognise. */
export class OcrEngine {
	/** The models that are loaded. */
	readonly models: readonly LoadedModel[];
	readonly #detection: Detection;
	readonly #orientation: Orientation;
	readonly #lines: LineReader;
	readonly #simplified: SimplifiedForms;
	readonly #traditional: TraditionalForms;

	private constructor(
		detection: Detection,
		orientation: Orientation,
		lines: LineReader,
		simplified: SimplifiedForms,
		models: readonly LoadedModel[],
	) {
		this.models = models;
		this.#detection = detection;
		this.#orientation = orientation;
		this.#lines = lines;
		this.#simplified = simplified;
		this.#traditional = traditionalForms(simplified);
	}

	/**
	 * Loads the models. Throws ModelError.
	 * @param folder the folder of the models; undefined for those that are shipped
	 * @param curves how the confidences of recognition models are calibrated, by their names
	 */
	static async create(folder?: string, curves: Curves = calibration): Promise<OcrEngine> {
		const files = await findModels(folder);
		const simplified = simplifiedForms(files.recognition.characters);
		const model = await readModel(files.recognition);
		const recognition = { ...model, simplified, curve: curves[model.name] };
		const lines = await startLineReader(recognition);
		const detection = await readModel(files.detection);
		const orientation = await readModel(files.orientation);
		return new OcrEngine(
			await Detection.create(detection),
			await Orientation.create(orientation),
			lines,
			simplified,
			Object.entries({ detection, recognition, orientation }).map(([part, { name, sha256 }]) => ({
				part: part as LoadedModel['part'],
				name,
				sha256,
			})),
		);
	}

	/**
	 * Reads an encoded picture. Throws PictureError, and the signal's reason between two
	 * stages or two lines of text when it is aborted.
	 * @param watch takes the time of the stages: decode, detect, orient, stamps, recognise
	 */
	async read(picture: Buffer, signal?: AbortSignal, watch = new Stopwatch()): Promise<Page> {
		return await this.readRaster(
			await watch.time('decode', () => decode(picture, signal)),
			signal,
			watch,
		);
	}

	/**
	 * Reads a picture that is decoded. Throws PictureError where it holds more than a document, and the signal's
	 * reason between two stages or two lines of text when it is aborted.
	 * @param watch takes the time of the stages: detect, orient, stamps, recognise
	 */
	async readRaster(decoded: Raster, signal?: AbortSignal, watch = new Stopwatch()): Promise<Page> {
		const { sight, boxes, turned } = await this.#upright(decoded, watch, signal);
		const { raster, small } = sight;
		const stamps = await watch.time('stamps', () => stampsOf(raster, small));
		const bare = stamps && (await watch.time('detect', () => this.#detect(sight, signal, stamps)));
		const lines = stamps && bare ? sortBoxes(boxes, bare, stamps.stamps) : boxes.map(unstamped);
		const quads = lines.map(({ box }) => corners(box));
		const stamped = stamps && { stamps, isUnder: lines.map(({ isUnder }) => isUnder) };
		const readings = await watch.time('recognise', () =>
			this.#lines.read(raster, quads, signal, stamped),
		);
		const first = lines.map((line, i) => ({ ...line, quad: quads[i], reading: readings[i] }));
		const seen = await watch.time('look again', () =>
			lookAgain(
				raster,
				first,
				(some) => this.#lines.read(raster, some, signal),
				(quad) => stamps !== undefined && isUnder(quad, stamps.stamps),
			),
		);
		const marks = settleForms(
			seen.map(({ reading }) => reading.marks),
			this.#simplified,
			this.#traditional,
		);
		const texts = seen.flatMap(({ reading, quad, isIn }, i) => {
			const cells = toTextBoxes(settleAsterisks(settleNumbers(marks[i])), reading, quad);
			const within = toTextBoxes(reading.stampMarks, reading, quad).map(asStamp);
			return [...(reading.fades && isIn ? cells.map(asStamp) : cells), ...within];
		});
		return { width: raster.width, height: raster.height, ...turnedBy(turned), boxes: texts };
	}

	async #upright(
		decoded: Raster,
		watch: Stopwatch,
		signal?: AbortSignal,
	): Promise<{ sight: Sight; boxes: TurnedRect[]; turned: number }> {
		let sight = await sightOf(decoded);
		let turned = 0;
		let boxes = await watch.time('detect', () => this.#detect(sight, signal));
		if (liesOnItsSide(boxes)) {
			sight = await sightOf(await turn(sight.raster, 90));
			turned += 90;
			boxes = await watch.time('detect', () => this.#detect(sight, signal));
		}
		signal?.throwIfAborted();
		const { raster } = sight;
		const ask = (quads: readonly Quad[]) => this.#orientation.run(raster, quads);
		const read = (quads: readonly Quad[]) => this.#lines.read(raster, quads, signal);
		if (await watch.time('orient', () => isUpsideDown(boxes, ask, read))) {
			sight = await sightOf(await turn(sight.raster, 180));
			turned += 180;
			boxes = turnHalf(boxes, sight.raster);
		}
		signal?.throwIfAborted();
		return { sight, boxes, turned };
	}

	/**
	 * Looks again at a larger scale where the text turns out to be small.
	 * @param stamps to be taken off the page before
	 */
	async #detect(
		{ raster, small }: Sight,
		signal?: AbortSignal,
		stamps?: Stamps,
	): Promise<TurnedRect[]> {
		const boxesIn = async (seen: Raster) => {
			signal?.throwIfAborted();
			const bare = stamps ? lifted(seen, seen.width / raster.width, stamps) : seen;
			return findBoxes(await this.#detection.run(bare), raster, this.#detection.thresholds);
		};
		const boxes = await boxesIn(small);
		const closer = closerScale(raster, firstScale(raster), boxes);
		return closer ? await boxesIn(await shrunk(raster, closer)) : boxes;
	}
}

const asStamp = (box: TextBox): TextBox => ({ ...box, stamp: true });

const unstamped = (box: TurnedRect): SortedBox => ({ box, isUnder: false, isIn: false });

const sightOf = async (raster: Raster): Promise<Sight> => ({
	raster,
	small: await shrunk(raster, firstScale(raster)),
});

async function turn(raster: Raster, degrees: 90 | 180): Promise<Raster> {
	const { data, info } = await sharpOf(raster)
		.rotate(degrees)
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { width: info.width, height: info.height, data };
}
