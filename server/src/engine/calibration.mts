import curves from './calibration.json' with { type: 'json' };

/**
 * From the confidence of a model to that of PP-OCRv4 with which as many characters are wrong, rising, both 0 to 1:
 * what reads the page knows what PP-OCRv4's confidences mean.
 */
export type Curve = ReadonlyArray<readonly number[]>;

/** Curves by the names of recognition models. */
export type Curves = Readonly<Record<string, Curve | undefined>>;

/** The curves of the models that were measured, written by bench/calibrate.mts. */
export const calibration: Curves = curves;

/** The value of a curve, straight between its points. */
export function calibrated(curve: Curve, confidence: number): number {
	const after = curve.findIndex(([own]) => own >= confidence);
	if (after <= 0) return curve[after === 0 ? 0 : curve.length - 1][1];
	const [[x0, y0], [x1, y1]] = [curve[after - 1], curve[after]];
	return y0 + ((y1 - y0) * (confidence - x0)) / (x1 - x0);
}
