import type { Row } from '../layout/rows.mts';
import { compact } from '../text.mts';

/** How much of a name must stand in a row for the line to be there. */
const leastPart = 2;

/** The first row from one on in which the beginning or the end of a name stands; -1 when there is none. */
function rowOf(texts: readonly string[], name: string, from: number): number {
	const plain = compact(name);
	const parts = [plain, plain.slice(0, 4), plain.slice(0, leastPart), plain.slice(-leastPart)];
	for (const part of parts.filter(({ length }) => length > 0)) {
		for (let at = from; at < texts.length; at++) if (texts[at].includes(part)) return at;
	}
	return -1;
}

/**
 * The rows that the lines of a table can have been read from: between the name of the line before and
 * that of the line after.
 */
export function scopesOf(
	rows: readonly Row[],
	names: readonly string[],
): ReadonlyArray<readonly Row[]> {
	const texts = rows.map(({ text }) => compact(text));
	let from = 0;
	const starts = names.map((name) => {
		const at = rowOf(texts, name, from);
		if (at >= 0) from = at + 1;
		return at;
	});
	const found = starts.filter((start) => start >= 0);
	let next = 0;
	return starts.map((start) => {
		if (start < 0) return rows;
		const [before, after] = [found[next - 1] ?? -1, found[next + 1] ?? rows.length];
		next++;
		return rows.slice(Math.max(before + 1, start - 2), Math.min(after, start + 4));
	});
}
