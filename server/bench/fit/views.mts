import type { Glyph } from '../../src/page/types.mts';
import { misread, straight, tilted, type Look } from '../looks.mts';

/** A page that is a file's own text: nothing of it was recognised. */
const asText: Look = (fixture) => {
	const page = straight(fixture);
	const certain = (glyph: Glyph): Glyph => ({ ...glyph, confidence: 1 });
	const boxes = page.boxes.map((box) => ({ ...box, glyphs: box.glyphs.map(certain) }));
	return { ...page, boxes };
};

/** The views that are learned from, one for each round in turn. */
export const learnedViews: readonly Look[] = [straight, misread, tilted, misread];

/** Those in which it is learned how sure to be of a value: most of the wrong ones stand on misread pages. */
export const sureViews: readonly Look[] = [
	...learnedViews,
	...new Array<Look>(4).fill(misread),
	asText,
];
