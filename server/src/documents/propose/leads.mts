import { leastConfidence } from '../lex/reading.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import type { Column } from '../table/header.mts';
import type { Figure } from '../table/tokens.mts';
import type { TableRow } from './table-rows.mts';
import { spelling } from '../layout/rows.mts';

/** What a number before a name is: its part, the place in the list, how many pieces there are. */
export type Lead = 'none' | 'name' | 'index' | 'quantity';

/** A number before a name, what it is, and the rows of the name with or without it. */
export interface Leading {
	lead: Figure | undefined;
	leads: Lead;
	names: TableRow[];
	isGlued: boolean;
}

/** A number that stands right before a name: 1白菜, 02基围虾. */
function gluedLead({ name }: TableRow): Figure | undefined {
	const [number] = /^\d{1,2}(?=\p{Script=Han})(?![号楼层室座栋期折元])/u.exec(spelling(name)) ?? [];
	if (number === undefined) return undefined;
	const chars = name.slice(0, number.length);
	return {
		value: number,
		left: chars[0].left,
		right: chars[chars.length - 1].right,
		confidence: leastConfidence(chars),
		isMoney: false,
		isRate: false,
		chars,
	};
}

/** Columns that a number before the name can stand in as a quantity. */
const beforeNames: ReadonlySet<ColumnRole | undefined> = new Set(['quantity', 'name', undefined]);

/** What a number before the name can be: no quantity below the head of an index or of a number of the goods. */
export function leadings(
	lead: Figure | undefined,
	names: TableRow[],
	columns: readonly Column[] | undefined,
): Leading[] {
	const kinds: Lead[] = beforeNames.has(columns?.[0]?.role) ? ['index', 'quantity'] : ['index'];
	if (lead)
		return ['name' as const, ...kinds].map((leads) => ({ lead, leads, names, isGlued: false }));
	const whole: Leading = { lead: undefined, leads: 'none', names, isGlued: false };
	const glued = gluedLead(names[0]);
	if (!glued) return [whole];
	const [first, ...more] = names;
	const rest = [{ ...first, name: first.name.slice(glued.chars.length) }, ...more];
	return [whole, ...kinds.map((leads) => ({ lead: glued, leads, names: rest, isGlued: true }))];
}
