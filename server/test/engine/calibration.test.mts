import { calibrated, calibration } from '../../src/engine/calibration.mts';
import { curveBetween } from '../../testing/engine/curve.mts';

/** Characters whose confidences are worth what `worth` says: so many of them are right. */
function confidencesOf(worth: (confidence: number) => number) {
	const [right, wrong]: [number[], number[]] = [[], []];
	for (let i = 1; i < 1000; i++) {
		const confidence = i / 1000;
		for (let j = 0; j < 20; j++) (j < 20 * worth(confidence) ? right : wrong).push(confidence);
	}
	return { right, wrong };
}

describe('curveBetween', () => {
	it('gives a model that is too timid the confidences that the other has with as many wrong characters', () => {
		const usual = confidencesOf((confidence) => confidence);
		const timid = confidencesOf((confidence) => Math.sqrt(confidence));
		const curve = curveBetween(timid, usual);
		for (const confidence of [0.2, 0.4, 0.6]) {
			expect(calibrated(curve, confidence)).toBeCloseTo(Math.sqrt(confidence), 1);
		}
	});

	it('rises, from nothing to certainty', () => {
		const curve = curveBetween(
			confidencesOf((confidence) => confidence ** 3),
			confidencesOf((confidence) => confidence),
		);
		expect(curve.at(0)).toEqual([0, 0]);
		expect(curve.at(-1)).toEqual([1, 1]);
		for (const [i, [own, usual]] of curve.slice(1).entries()) {
			expect(own).toBeGreaterThan(curve[i][0]);
			expect(usual).toBeGreaterThanOrEqual(curve[i][1]);
		}
	});
});

describe('calibration', () => {
	it.each(['PP-OCRv6_tiny_rec', 'PP-OCRv6_small_rec'])('has a rising curve for %s', (name) => {
		const known = calibration[name] ?? [];
		expect(known.length).toBeGreaterThan(4);
		for (const [i, [own, usual]] of known.entries()) {
			expect(own).toBeGreaterThan(known[i - 1]?.[0] ?? -1);
			expect(usual).toBeGreaterThanOrEqual(known[i - 1]?.[1] ?? 0);
		}
		expect(known.at(0)).toEqual([0, 0]);
		expect(known.at(-1)).toEqual([1, 1]);
	});
});
