import type { Row } from '../layout/rows.mts';
import { compact } from '../text.mts';

/** How much of a name must stand in a row for the line to be there. */
const leastPart = 2;

/** The first row from one on in which the beginning or the end of a name stands; -1 when there is none. */
function rowOf(rows: readonly Row[], name: string, from: number): number {
	const plain = compact(name);
	const parts = [plain, plain.slice(0, 4), plain.slice(0, leastPart), plain.slice(-leastPart)];
	for (const part of parts.filter(({ length }) => length > 0)) {
		const at = rows.findIndex(({ text }, i) => i >= from && compact(text).includes(part));
		if (at >= 0) return at;
	}
	return -1;
}

/**
 * The rows that the lines of a table can have been read from: between the name of the line before and
 * that of the line after.
 */
export function scopesOf(rows: readonly Row[], names: readonly string[]): Row[][] {
	let from = 0;
	const starts = names.map((name) => {
		const at = rowOf(rows, name, from);
		if (at >= 0) from = at + 1;
		return at;
	});
	return starts.map((start, i) => {
		if (start < 0) return [...rows];
		const before = starts.findLast((other, k) => k < i && other >= 0) ?? -1;
		const after = starts.find((other, k) => k > i && other >= 0) ?? rows.length;
		return rows.slice(Math.max(before + 1, start - 2), Math.min(after, start + 4));
	});
}
