/** How the regions of a text map become boxes. */
export interface DetectionThresholds {
	/** What a pixel of text has at least. */
	pixel: number;
	/** What a region's pixels have on average at least. */
	region: number;
	/** How much a region grows, in its area by its circumference: the map shows the core of a text. */
	unclip: number;
}

/** Tuned for PP-OCRv4. */
const usual: DetectionThresholds = { pixel: 0.3, region: 0.6, unclip: 1.6 };

/** The thresholds of a detection model, by its name. */
export const thresholdsOf = (name: string): DetectionThresholds => detection[name] ?? usual;

const detection: Readonly<Record<string, DetectionThresholds | undefined>> = {};

/** Whether a model's graph holds what `simplify` takes out: PP-OCRv6 keeps its weights where there is nothing to do. */
export const simplifies = (name: string): boolean =>
	name.startsWith('PP-OCRv4') || name.startsWith('ch_ppocr_mobile_v2.0');
