import { join } from 'node:path';
import { randomFrom, seedOf } from '../../../samples/make/random.mts';
import type { Glyph, Page } from '../../src/page/types.mts';
import type { Fixture } from '../../testing/documents/fixtures.mts';
import { misreadPage, readMisreading } from '../../testing/documents/misread.mts';
import { pageOf } from '../../testing/documents/page.mts';

/** The page of a layout as it lies in one way; `seed` says how it is misread. */
export type View = (fixture: Fixture, seed: string) => Page;

const misreading = readMisreading(
	join(import.meta.dirname, '..', '..', 'testing', 'documents', 'misreading.json'),
);
const turned = { tilt: -2, perspective: [-0.05, 0.08] } as const;

export const straight: View = ({ text }) => pageOf(text);

export const tilted: View = ({ text }) =>
	pageOf(text, { tilt: 2.5, perspective: [0.06, 0.05], losesBlanks: true });

export const misread: View = ({ text, truth }, seed) =>
	misreadPage(pageOf(text, turned), misreading, randomFrom(seedOf(truth.id + seed)));

/** A page that is a file's own text: nothing of it was recognised. */
const asText: View = ({ text }) => {
	const page = pageOf(text);
	const certain = (glyph: Glyph): Glyph => ({ ...glyph, confidence: 1 });
	const boxes = page.boxes.map((box) => ({ ...box, glyphs: box.glyphs.map(certain) }));
	return { ...page, boxes };
};

/** The views that are learned from, one for each round in turn. */
export const learnedViews: readonly View[] = [straight, misread, tilted, misread];

/** Those in which it is learned how sure to be of a value: most of the wrong ones stand on misread pages. */
export const sureViews: readonly View[] = [
	...learnedViews,
	...new Array<View>(4).fill(misread),
	asText,
];
