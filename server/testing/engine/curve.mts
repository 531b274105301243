import type { Curve } from '../../src/engine/calibration.mts';

/** Confidences of characters that were read as themselves and as others, 0 to 1. */
export interface Confidences {
	right: number[];
	wrong: number[];
}

/** In so many steps a curve is cut, each with as many wrong characters: fewer say too little of a step. */
const steps = 10;
/** Above the surest wrong characters there are nearly only right ones: of these confidences nothing is known. */
const rounded = (value: number) => Number(value.toFixed(4));

/** A confidence, and the odds that a character read with it is wrong, as a logarithm. */
type Step = readonly [confidence: number, odds: number];

/** From the confidences of one model to those of another with which as many characters are wrong. */
export function curveBetween(own: Confidences, usual: Confidences): Curve {
	const reference = stepsOf(usual);
	const points = stepsOf(own).map(([confidence, odds]) => [
		rounded(confidence),
		rounded(confidenceAt(reference, odds)),
	]);
	return [[0, 0], ...points, [1, 1]];
}

/** The steps of a model, surer ones later and never more often wrong. */
function stepsOf({ right, wrong }: Confidences): Step[] {
	const sorted = wrong.toSorted((a, b) => a - b);
	const edges = Array.from({ length: steps + 1 }, (_, i) =>
		i === steps ? 1 : i === 0 ? 0 : sorted[Math.floor((i * sorted.length) / steps)],
	);
	let least = Infinity;
	return edges.slice(1).map((to, i) => {
		const inside = (value: number) =>
			value >= edges[i] && (value < to || (i === steps - 1 && value <= to));
		const [rights, wrongs] = [right.filter(inside), wrong.filter(inside)];
		const all = [...rights, ...wrongs];
		const middle = all.reduce((sum, value) => sum + value, 0) / all.length;
		least = Math.min(least, Math.log((wrongs.length + 0.5) / (rights.length + 0.5)));
		return [middle, least];
	});
}

/** The confidence of a model with which characters are wrong so often; beyond its steps that of the nearest. */
function confidenceAt(reference: readonly Step[], odds: number): number {
	const after = reference.findIndex(([, other]) => other <= odds);
	if (after === 0) return reference[0][0];
	if (after < 0) return reference[reference.length - 1][0];
	const [[c0, o0], [c1, o1]] = [reference[after - 1], reference[after]];
	return c0 + ((c1 - c0) * (o0 - odds)) / (o0 - o1);
}
