import type { Baseline } from './lines.mts';

/** The slope of the text at a place of the page: a + b x + c y, with x and y from the page's centre. */
export interface SlopeField {
	at(x: number, y: number): number;
}

interface Sample {
	x: number;
	y: number;
	slope: number;
	weight: number;
}

/** Solves a symmetric 3 x 3 system by Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
	const rows = matrix.map((row, i) => [...row, right[i]]);
	for (let i = 0; i < 3; i++) {
		for (let j = 0; j < 3; j++) {
			if (i === j) continue;
			const factor = rows[j][i] / rows[i][i];
			for (let k = i; k < 4; k++) rows[j][k] -= factor * rows[i][k];
		}
	}
	return rows.map((row, i) => row[3] / row[i]);
}

/** Weighted least squares with a light pull of b and c towards 0, so that few lines do not overfit. */
function fit(samples: readonly Sample[], scale: number): number[] {
	const matrix = [
		[1e-9, 0, 0],
		[0, 1e-9, 0],
		[0, 0, 1e-9],
	];
	const right = [0, 0, 0];
	let total = 0;
	for (const { x, y, slope, weight } of samples) {
		const terms = [1, x / scale, y / scale];
		for (let i = 0; i < 3; i++) {
			right[i] += weight * terms[i] * slope;
			for (let j = 0; j < 3; j++) matrix[i][j] += weight * terms[i] * terms[j];
		}
		total += weight;
	}
	matrix[1][1] += total * 0.02;
	matrix[2][2] += total * 0.02;
	return solve(matrix, right);
}

/**
 * How the direction of the text changes over the page (perspective, a bent sheet), fitted to the
 * long boxes; a second pass leaves out those that do not follow.
 */
export function slopeField(lines: readonly Baseline[]): SlopeField {
	const samples = lines
		.filter(({ length, height }) => length > 2.5 * height)
		.map((line) => ({
			x: (line.left + line.right) / 2,
			y: (line.leftY + line.rightY) / 2,
			slope: (line.rightY - line.leftY) / (line.right - line.left),
			weight: line.length,
		}));
	if (samples.length === 0) return { at: () => 0 };

	const mean = (pick: (sample: Sample) => number) =>
		samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
	const centerX = mean(({ x }) => x);
	const centerY = mean(({ y }) => y);
	const centred = samples.map((s) => ({ ...s, x: s.x - centerX, y: s.y - centerY }));
	const scale = Math.max(1, ...centred.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))));

	const value = (terms: number[], x: number, y: number) =>
		terms[0] + (terms[1] * x) / scale + (terms[2] * y) / scale;
	const first = fit(centred, scale);
	const followers = centred.filter(
		({ x, y, slope }) => Math.abs(slope - value(first, x, y)) < 0.035,
	);
	const terms = followers.length >= 3 ? fit(followers, scale) : first;
	return { at: (x, y) => value(terms, x - centerX, y - centerY) };
}
