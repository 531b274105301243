import type { Fixture } from '../../testing/documents/fixtures.mts';

/** Some batches of layouts, and all others. */
export interface LeftOut {
	own: Fixture[];
	others: Fixture[];
}

/**
 * Layouts in parts, a batch whole in one of them: what is alike was written together.
 * @param most parts; fewer where there are not so many batches
 */
export function leftOutParts(fixtures: readonly Fixture[], most: number): LeftOut[] {
	const batches = [...new Set(fixtures.map(({ batch }) => batch))].sort();
	const count = Math.min(batches.length, most);
	const partOf = ({ batch }: Fixture) => batches.indexOf(batch) % count;
	return Array.from({ length: count }, (_, part) => ({
		own: fixtures.filter((fixture) => partOf(fixture) === part),
		others: fixtures.filter((fixture) => partOf(fixture) !== part),
	}));
}
