import { join } from 'node:path';
import { randomFrom, seedOf } from '../../samples/make/random.mts';
import type { Page } from '../src/page/types.mts';
import type { Fixture } from '../testing/documents/fixtures.mts';
import { misreadPage, readMisreading } from '../testing/documents/misread.mts';
import { pageOf } from '../testing/documents/page.mts';

/** The page of a layout as it lies in one way; `seed` says how it is misread. */
export type Look = (fixture: Fixture, seed?: string) => Page;

const misreading = readMisreading(
	join(import.meta.dirname, '..', 'testing', 'documents', 'misreading.json'),
);

export const straight: Look = ({ text }) => pageOf(text);

export const tilted: Look = ({ text }) =>
	pageOf(text, { tilt: 2.5, perspective: [0.06, 0.05], losesBlanks: true });

export const turned: Look = ({ text }) => pageOf(text, { tilt: -2, perspective: [-0.05, 0.08] });

/** Turned, and misread as the engine misreads its pictures. */
export const misread: Look = (fixture, seed = '') =>
	misreadPage(turned(fixture), misreading, randomFrom(seedOf(fixture.truth.id + seed)));
