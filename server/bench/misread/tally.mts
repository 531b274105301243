import { rowsOf, type Char, type Row } from '../../src/documents/layout/rows.mts';
import type { Page } from '../../src/page/types.mts';
import type { Confidences } from '../../testing/engine/curve.mts';
import { align, pairRows } from './align.mts';

/** What became of the characters of a set of pages. */
export interface Tally {
	/** How often each character is printed. */
	printed: Map<string, number>;
	/** What each character was read as where it was not read as itself; '' where nothing was read. */
	misread: Map<string, Map<string, number>>;
	/** Characters that stand alone, and those of them of which nothing was read. */
	alone: { printed: number; lost: number };
	/** Single blanks between characters, and those of them that were not seen. */
	blanks: { printed: number; lost: number };
	/** Places between neighbours without a blank, and those in which one was seen. */
	joints: { printed: number; parted: number };
	/** Characters that were read where none is printed. */
	added: Map<string, number>;
	confidences: Confidences;
}

export const emptyTally = (): Tally => ({
	printed: new Map(),
	misread: new Map(),
	alone: { printed: 0, lost: 0 },
	blanks: { printed: 0, lost: 0 },
	joints: { printed: 0, parted: 0 },
	added: new Map(),
	confidences: { right: [], wrong: [] },
});

/** From this gap on (in full-width characters) two characters stand in different columns. */
const columnGap = 1.5;

const count = (counts: Map<string, number>, key: string) =>
	counts.set(key, (counts.get(key) ?? 0) + 1);

/** Adds what an engine read of a page to a tally; rows of which nothing like them was read are left out. */
export function tallyPage(tally: Tally, printed: Page, read: Page): void {
	const lines = (page: Page) =>
		rowsOf(page).map((row) => ({ row, chars: row.chars.map(({ char }) => char) }));
	for (const [one, other] of pairRows(lines(printed), lines(read))) {
		tallyRow(tally, one.row, other.row);
	}
}

function tallyRow(tally: Tally, printed: Row, read: Row): void {
	const steps = align(
		printed.chars.map(({ char }) => char),
		read.chars.map(({ char }) => char),
	);
	const partners = new Map<number, Char>();
	for (const step of steps) {
		const [one, other] = [charAt(printed, step.printed), charAt(read, step.read)];
		if (one && other) partners.set(step.printed as number, other);
		if (one) tallyChar(tally, one.char, other);
		else if (other) count(tally.added, other.char);
	}
	printed.chars.forEach((char, i) => {
		const next = printed.chars[i + 1];
		if (isAlone(char, next)) {
			tally.alone.printed++;
			if (!partners.has(i)) tally.alone.lost++;
		}
		const after = partners.get(i + 1);
		if (!next || !after || !partners.has(i)) return;
		if (next.gap === 0) {
			tally.joints.printed++;
			if (after.gap > 0) tally.joints.parted++;
		} else if (next.gap < columnGap) {
			tally.blanks.printed++;
			if (after.gap === 0) tally.blanks.lost++;
		}
	});
}

const charAt = (row: Row, index: number | undefined): Char | undefined =>
	index === undefined ? undefined : row.chars[index];

const isAlone = (char: Char, next: Char | undefined) =>
	char.gap >= columnGap && (!next || next.gap >= columnGap);

function tallyChar(tally: Tally, char: string, read: Char | undefined): void {
	count(tally.printed, char);
	if (read) {
		const { right, wrong } = tally.confidences;
		(read.char === char ? right : wrong).push(read.confidence);
		if (read.char === char) return;
	}
	const others = tally.misread.get(char) ?? new Map<string, number>();
	tally.misread.set(char, others);
	count(others, read?.char ?? '');
}
