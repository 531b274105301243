import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { DetectionThresholds } from './families.mts';

/** What an `inference.yml` says of the model beside it. */
export interface ModelConfig {
	/** `PP-OCRv6_small_rec`; undefined where it has none, or one that is no name. */
	name: string | undefined;
	/** What a recognition model was taught to read, by class. */
	characters: string[] | undefined;
	/** Of a detection model. */
	thresholds: DetectionThresholds | undefined;
}

/** A name goes into the log and the metrics. */
const usableName = /^[\w.-]{1,64}$/;

/**
 * Reads PaddleOCR's description of a model. Every scalar is text: characters such as `~`, `1` and `null` would
 * otherwise become other things. Throws YAMLException.
 */
export function readConfig(yaml: string): ModelConfig {
	const config = load(yaml, { schema: FAILSAFE_SCHEMA });
	const name = at(at(config, 'Global'), 'model_name');
	const process = at(config, 'PostProcess');
	const characters = at(process, 'character_dict');
	return {
		name: typeof name === 'string' && usableName.test(name) ? name : undefined,
		characters:
			Array.isArray(characters) && characters.every((char) => typeof char === 'string')
				? characters
				: undefined,
		thresholds: thresholdsIn(process),
	};
}

function thresholdsIn(process: unknown): DetectionThresholds | undefined {
	const [pixel, region, unclip] = ['thresh', 'box_thresh', 'unclip_ratio'].map((key) =>
		Number(at(process, key)),
	);
	return [pixel, region, unclip].every((value) => value > 0)
		? { pixel, region, unclip }
		: undefined;
}

/** The characters of a dictionary with one a line. */
export const readLines = (text: string): string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);

/** What models take for signs that neither invoices nor receipts print: a 个 that stands alone. */
const lookalikes = new Map([['↑', '个']]);

/** The characters of a recognition model by class: first the CTC blank (empty), last the space. */
export const classesOf = (characters: readonly string[]): string[] => [
	'',
	...characters.map((char) => lookalikes.get(char) ?? char),
	' ',
];

const at = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
