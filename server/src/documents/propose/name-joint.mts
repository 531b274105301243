import { textOf } from '../layout/rows.mts';
import type { Add } from '../score/weights.mts';
import {
	goesOverEdge,
	nameIndent,
	reachBehind,
	reachesEdge,
	type NameColumn,
} from './name-edge.mts';
import type { TableRow } from './table-rows.mts';

/** Where names have room, and where they end. */
export interface NameSpace {
	/** Where the column of names ends. */
	room: number;
	names: NameColumn;
}

/** How near (in full-width characters) to the end of its room a name must come to be broken there. */
const breakReach = 0.7;

/** Whether what a row begins with would not have fitted behind the name above. */
export function isFull(above: Pick<TableRow, 'name'>, row: TableRow, { room }: NameSpace): boolean {
	if (above.name.length === 0 || row.name.length === 0) return false;
	return reachBehind(above, row) > room - breakReach * row.row.em;
}

/** Tells whether a row goes on with the name above it: it begins below it, and would not have fitted behind it. */
export function describeJoint(add: Add, above: TableRow, row: TableRow, shape: NameSpace): void {
	const { names } = shape;
	const end = above.name.at(-1);
	const start = row.name[0];
	if (!end || !start) return;
	const isIndented = Math.abs(start.left - above.name[0].left) > nameIndent;
	const place = isFull(above, row, shape) ? 'full' : 'short';
	const kinds = `${above.kind} and ${row.kind}`;
	add(`joint ${place}${isIndented ? ' indented' : ''}`);
	add(`joint of ${kinds}`);
	add(`joint ${place} of ${kinds}`);
	if (goesOverEdge(above, row, names)) {
		add(`joint at the ${names.edgeIs} edge of the names`);
		add(`joint at the ${names.edgeIs} edge of the names of ${kinds}`);
		add(`joint at the ${names.edgeIs} edge of the names and ${place}`);
		if (reachesEdge(row, names)) add('joint with a row up to the edge as well');
	}
	if (above.kind === 'B') add(`joint where ${names.goOn}`);
	if (row.kind === 'B') add(`joint where ${names.begin}`);
	if (start.char === '(') add('joint begins with a bracket');
	if (/[([][^)\]]*$/u.test(textOf(above.name))) add('joint within brackets');
	if (/^[\da-z)\]+*%.,-]/u.test(start.char)) add('joint goes on with a sign');
}
