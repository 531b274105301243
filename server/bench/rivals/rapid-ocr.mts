import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { findModels } from '../../src/engine/models.mts';
import { toTextBoxes } from '../../src/page/cells.mts';
import { distance } from '../../src/page/geometry.mts';
import type { Mark, Point, Quad, TextBox } from '../../src/page/types.mts';
import { preparedPython } from './python.mts';
import type { Rival } from './rival.mts';
import { usageOf } from './usage.mts';

type Corner = [x: number, y: number];

/** A line as read_with_rapidocr.py prints it. */
interface Line {
	quad: Corner[];
	text: string;
	score: number;
	words: Array<[text: string, confidence: number, quad: Corner[]]>;
}

/**
 * RapidOCR in a process of its own, with its own defaults.
 *
 * @param models the models that it reads with instead of its own: a folder, or `shipped`
 * @param threads on how many it computes; undefined for as many as it takes
 * @returns why there is none where it cannot be had
 */
export async function createRapidOcr(models?: string, threads?: number): Promise<Rival | string> {
	const found = await preparedPython();
	if ('missing' in found) return found.missing;
	const folder = await mkdtemp(join(tmpdir(), 'juhe-rapidocr-'));
	const { params, name } = models === undefined ? ownModels : await modelsOf(models, folder);
	const child = spawn(
		found.python,
		[
			join(import.meta.dirname, 'read_with_rapidocr.py'),
			JSON.stringify({ ...params, ...(threads && onThreads(threads)) }),
		],
		{ stdio: ['pipe', 'pipe', 'inherit'] },
	);
	const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
	const next = async () => {
		const { value, done } = await answers.next();
		if (done) throw new Error('RapidOCR ended');
		return value;
	};
	await next();
	return {
		name: `RapidOCR 3.10.0, ${name}${threads ? ` on ${threads} threads` : ''}`,
		read: async (picture) => {
			const { width, height } = await sharp(picture).metadata();
			const length = Buffer.alloc(4);
			length.writeUInt32BE(picture.length);
			child.stdin.write(Buffer.concat([length, picture]));
			const lines = JSON.parse(await next()) as Line[];
			return { width, height, boxes: lines.flatMap(boxesOf) };
		},
		usage: () => usageOf(child.pid ?? 0),
		close: async () => {
			child.stdin.end();
			await rm(folder, { recursive: true });
		},
	};
}

/** What onnxruntime computes an operation on, and operations beside one another. */
const onThreads = (count: number) => ({
	'EngineConfig.onnxruntime.intra_op_num_threads': count,
	'EngineConfig.onnxruntime.inter_op_num_threads': 1,
});

const ownModels = { params: {}, name: 'its defaults (PP-OCRv6_small)' };

async function modelsOf(models: string, folder: string) {
	const { detection, recognition } = await findModels(models === 'shipped' ? undefined : models);
	const keys = join(folder, 'keys.txt');
	await writeFile(keys, recognition.characters.join('\n'));
	return {
		name: recognition.name.replace(/_rec$/, ''),
		params: {
			'Det.model_path': detection.file,
			'Rec.model_path': recognition.file,
			'Rec.rec_keys_path': keys,
		},
	};
}

/** The boxes of a line, with the blanks and the columns that the server's own engine would see in it. */
function boxesOf({ quad, text, score, words }: Line): TextBox[] {
	const corners = quad.map(([x, y]) => ({ x, y })) as unknown as Quad;
	const width = distance(corners[0], corners[1]);
	const height = distance(corners[0], corners[3]);
	const whole: Line['words'] = words.length > 0 ? words : [[text, score, quad]];
	const marks = whole.flatMap(([word, confidence, box]) => {
		const along = box.map(([x, y]) => alongOf(corners, { x, y }));
		return marksOf(word, confidence, Math.min(...along), Math.max(...along));
	});
	return toTextBoxes(
		marks.toSorted((a, b) => a.left - b.left),
		{ width, height },
		corners,
	);
}

/** Signs share their word evenly. */
function marksOf(word: string, confidence: number, left: number, right: number): Mark[] {
	const chars = [...word];
	const each = (right - left) / chars.length;
	return chars.flatMap((char, i) =>
		char === ' '
			? []
			: {
					char,
					confidence,
					left: left + i * each,
					right: left + (i + 1) * each,
					afterBlank: chars[i - 1] === ' ',
				},
	);
}

/** How far along the upper edge of a quad a point stands, in pixels. */
function alongOf([from, to]: Quad, { x, y }: Point): number {
	const length = distance(from, to);
	return ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length;
}
