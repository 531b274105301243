import { columnOf, groups, type Counted } from '../../testing/accuracy/compare.mts';
import { percent } from './print.mts';
import { shareOf, totalsOf, type Scored } from './score.mts';

/** An engine's results on one variant of the pictures: a column of the table. */
interface Column {
	engine: string;
	variant: string;
	scored: readonly Scored[];
}

const width = 10;
const gap = '  ';
const line = (cells: readonly string[], name: string): string =>
	[...cells.map((cell) => cell.padStart(width)), name].join(gap);

/** The fields of a group, in the order in which the truths have them. */
function fieldsOf(columns: readonly Column[], group: string): string[] {
	const [{ scored }] = columns;
	const counted = scored.flatMap(({ result }) => result.counted);
	return [
		...new Set(counted.filter((one) => one.group === group).map(({ field }) => columnOf(field))),
	];
}

function shares(columns: readonly Column[], name: string, isMeant: (value: Counted) => boolean) {
	const cells = columns.map(({ scored }) =>
		shareOf(
			scored.map(({ result }) => result),
			isMeant,
		),
	);
	return line(
		cells.map(({ right, total }) => percent(right, total)),
		`${name} (${cells[0].total})`,
	);
}

/**
 * Prints what share of a set's values each engine has right, by group and field, a column for each
 * engine and variant; in brackets how many values there are.
 */
export function printTable(
	name: string,
	variants: readonly string[],
	scored: ReadonlyMap<string, readonly Scored[]>,
): void {
	const columns: Column[] = [...scored]
		.flatMap(([engine, all]) =>
			variants.map((variant) => ({
				engine,
				variant,
				scored: all.filter(({ document }) => document.variant === variant),
			})),
		)
		.filter((column) => column.scored.length > 0);
	if (columns.length === 0) return;
	console.log(
		`\n${name}: ${columns[0].scored.length} documents, share of the values that are right`,
	);
	const engines = [...new Set(columns.map(({ engine }) => engine))].map((engine) => {
		const own = columns.filter((column) => column.engine === engine).length;
		return engine.padStart(own * (width + gap.length) - gap.length);
	});
	console.log(engines.join(gap));
	console.log(
		line(
			columns.map(({ variant }) => variant),
			'',
		),
	);
	for (const group of groups) {
		const fields = fieldsOf(columns, group);
		if (fields.length === 0) continue;
		console.log(shares(columns, group, (value) => value.group === group));
		for (const field of fields) {
			const isField = (value: Counted) => value.group === group && columnOf(value.field) === field;
			console.log(shares(columns, `  ${field}`, isField));
		}
	}
	const totals = columns.map((column) => totalsOf(column.scored.map(({ result }) => result)));
	console.log(
		line(
			totals.map(({ invented, absent }) => percent(invented, absent)),
			`invented (of ${totals[0].absent} fields that are not printed)`,
		),
	);
}
