import type { Reading } from '../../src/engine/recognition.mts';
import { isUpsideDown } from '../../src/engine/upright.mts';
import type { TurnedRect } from '../../src/page/geometry.mts';
import type { Quad } from '../../src/page/types.mts';

const boxes: TurnedRect[] = Array.from({ length: 20 }, (_, i) => ({
	center: { x: 200, y: 30 * i },
	width: 100 + i,
	height: 20,
	angle: 0,
}));
const readingOf = (confidence: number): Reading => ({
	marks: [{ char: '牛', confidence, left: 0, right: 9, afterBlank: false }],
	width: 48,
	height: 48,
	stampMarks: [],
	fades: false,
});
const isTurned = ([topLeft, topRight]: Quad) => topLeft.x > topRight.x;

/** Asks for a vote of each line, the longest first, and reads lines as surely as is said. */
function isUpsideDownBy(votes: number[], upright = 0.9, turned = 0.4) {
	let asked = 0;
	const read = jest.fn((quads: readonly Quad[]) =>
		Promise.resolve(quads.map((quad) => readingOf(isTurned(quad) ? turned : upright))),
	);
	const ask = (quads: readonly Quad[]) => Promise.resolve(quads.map(() => votes[asked++]));
	return { answer: isUpsideDown(boxes, ask, read), read };
}
const votes = (first: number[], rest: number) => [...first, ...Array<number>(8).fill(rest)];

describe('isUpsideDown', () => {
	it('asks no more where the longest lines agree', async () => {
		const { answer, read } = isUpsideDownBy([0.01, 0.02, 0, 0.09]);
		expect(await answer).toBe(false);
		expect(await isUpsideDownBy([0.99, 0.98, 1, 0.91]).answer).toBe(true);
		expect(read).not.toHaveBeenCalled();
	});

	it('goes by more lines where they do not', async () => {
		expect(await isUpsideDownBy(votes([0.9, 0, 0, 0.1], 0)).answer).toBe(false);
		expect(await isUpsideDownBy(votes([0.3, 1, 1, 1], 1)).answer).toBe(true);
	});

	it('goes by what is read more surely where they are undecided, whichever side has a few more', async () => {
		const undecided = votes([0, 0.03, 0.98, 0.1], 0.8);
		const standing = isUpsideDownBy(undecided, 0.9, 0.5);
		expect(await standing.answer).toBe(false);
		expect(await isUpsideDownBy(undecided, 0.5, 0.9).answer).toBe(true);
		expect(standing.read.mock.calls.flat(2)).toHaveLength(12);
	});
});
