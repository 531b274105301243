import { valueChars } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import type { Add, Weights } from '../score/weights.mts';
import { columnLabels } from '../table/labelled-values.mts';
import { describeName, type Line } from './lines.mts';
import type { TableRow } from './table-rows.mts';

/** Rows above the heads in which the name of a single sale is looked for. */
const mostAbove = 3;

/** What names the sale whose figures stand below heads. */
interface NameAbove {
	row: TableRow;
	chars: readonly Char[];
	place: 'on the row above' | 'behind its label above';
}

/** The names above heads: behind a label of their own, or alone on the row above. */
export function namesAbove(rows: readonly TableRow[], head: number): NameAbove[] {
	const plain = rows.map(({ row }) => row);
	const names: NameAbove[] = [];
	for (let at = head - 1; at >= Math.max(0, head - mostAbove); at--) {
		for (const label of columnLabels(rows[at].row, at)) {
			const chars = valueChars(plain, label);
			if (label.entry?.field === 'name' && chars.length > 0)
				names.push({ row: rows[at], chars, place: 'behind its label above' });
		}
	}
	const above = rows[head - 1];
	if (above?.kind === 'N') names.push({ row: above, chars: above.name, place: 'on the row above' });
	return names;
}

/** Lines of figures alone with the names that stand above their heads. */
export function namedAbove(
	lines: readonly Line[],
	names: readonly NameAbove[],
	weights: Weights,
): Line[] {
	return lines
		.filter(({ pattern }) => pattern === 'F')
		.flatMap((line) =>
			names.map(({ row, chars, place }): Line => {
				const own = [{ ...row, name: chars, lead: undefined }];
				const describe = (add: Add) => {
					add(`named ${place}`);
					describeName(add, own, 'F');
				};
				return {
					...line,
					pattern: 'F named above',
					names: own,
					score: line.score + weights.score(describe),
					describe: (add) => {
						line.describe(add);
						describe(add);
					},
				};
			}),
		);
}
