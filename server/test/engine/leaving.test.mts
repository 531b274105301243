import type { Detection } from '../../src/engine/detection.mts';
import { OcrEngine } from '../../src/engine/engine.mts';
import { thresholdsOf } from '../../src/engine/families.mts';
import type { LineReader } from '../../src/engine/line-reader.mts';
import type { Orientation } from '../../src/engine/orientation.mts';
import { blackPng } from '../../testing/pictures/attack.mts';

// Its models are files of another package, which are not looked for here.
jest.mock('../../src/engine/models.mts', () => ({}));

const picture = blackPng({ width: 320, height: 200 });
type Stage = 'detect' | 'orient' | 'recognise';

/** An engine without models: writes down its stages, and the client goes away in one of them. */
function start(leaveAt?: Stage, boxes = 1) {
	const gone = new AbortController();
	const stages: Stage[] = [];
	const enter = (stage: Stage) => {
		stages.push(stage);
		if (stage === leaveAt) gone.abort(new Error('gone'));
	};
	const detection: Pick<Detection, 'run' | 'thresholds'> = {
		thresholds: thresholdsOf('PP-OCRv4_mobile_det'),
		async run() {
			enter('detect');
			const values = new Float32Array(320 * 192);
			for (let i = 0; i < boxes; i++)
				values.fill(1, (40 * i + 10) * 320, (40 * i + 14) * 320 + 100);
			return { width: 320, height: 192, values };
		},
	};
	const orientation: Pick<Orientation, 'run'> = {
		async run(_, quads) {
			enter('orient');
			return quads.map(() => 0);
		},
	};
	const lines: Pick<LineReader, 'read'> = {
		async read() {
			enter('recognise');
			return [];
		},
	};
	const engine: OcrEngine = Reflect.construct(OcrEngine, [
		detection,
		orientation,
		lines,
		new Map(),
		[],
	]);
	return { engine, gone, stages };
}

it('goes through all stages while somebody waits', async () => {
	const { engine, gone, stages } = start(undefined, 0);
	await engine.read(picture, gone.signal);
	expect(stages).toEqual(['detect', 'orient', 'recognise']);
});

it('begins nothing more once the client went away, in whatever stage', async () => {
	const early = start();
	const reading = early.engine.read(picture, early.gone.signal);
	early.gone.abort(new Error('gone'));
	await expect(reading).rejects.toThrow('gone');
	expect(early.stages).toEqual([]);

	const seen: Stage[][] = [];
	for (const stage of ['detect', 'orient'] as const) {
		const { engine, gone, stages } = start(stage);
		await expect(engine.read(picture, gone.signal)).rejects.toThrow('gone');
		seen.push(stages);
	}
	expect(seen).toEqual([['detect'], ['detect', 'orient']]);
});
