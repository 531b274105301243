/** How the regions of a text map become boxes. */
export interface DetectionThresholds {
	/** What a pixel of text has at least. */
	pixel: number;
	/** What a region's pixels have on average at least. */
	region: number;
	/** How much a region grows, in its area by its circumference: the map shows the core of a text. */
	unclip: number;
}

/**
 * Tuned for PP-OCRv4, and better for PP-OCRv6 than what its description says (0.2, 0.4 and 1.4): two fields of
 * 2,568 on 120 pictures.
 */
const tuned: DetectionThresholds = { pixel: 0.3, region: 0.6, unclip: 1.6 };
const tunedFamilies = /^PP-OCRv[46]_/;

/**
 * The thresholds of a detection model.
 * @param described what its own description says
 */
export const thresholdsOf = (name: string, described?: DetectionThresholds): DetectionThresholds =>
	tunedFamilies.test(name) ? tuned : (described ?? tuned);

/** Whether a model's graph holds what `simplify` takes out: PP-OCRv6 keeps its weights where there is nothing to do. */
export const simplifies = (name: string): boolean =>
	name.startsWith('PP-OCRv4') || name.startsWith('ch_ppocr_mobile_v2.0');
