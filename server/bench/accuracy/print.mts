import { columnOf, groups, type Miss, type Result } from '../../testing/accuracy/compare.mts';
import { causeOf, causes, type Cause } from './diagnosis.mts';
import type { Scored } from './score.mts';

/** A share in percent, in a column of its own. */
export const percent = (part: number, whole: number): string =>
	`${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);

/** Every miss and every invented value, a line each. */
export function missesOf(scored: readonly Scored[]): string[] {
	return scored.flatMap(({ document: { truth, variant }, page, result }) => [
		...result.misses.map(
			(miss) =>
				`miss      ${truth.id} ${variant}: ${miss.group}, ${miss.field}: expected "${miss.expected}", got "${miss.got}" (${causeOf(miss, page)})`,
		),
		...result.invented.map(
			({ field, got }) => `invented  ${truth.id} ${variant}: ${field}: got "${got}"`,
		),
	]);
}

interface Tally {
	misses: number;
	empty: number;
	causes: Record<Cause, number>;
}

/** The name of a field without the number of its row. */
const fieldName = ({ group, field }: Pick<Miss, 'group' | 'field'>): string =>
	`${group}, ${columnOf(field)}`;

/** Prints for every field how many of its misses were left empty, and what the text has of the values. */
export function printCauses(scored: readonly Scored[]): void {
	const tallies = new Map<string, Tally>();
	const add = (name: string, { got }: Miss, cause: Cause) => {
		const tally = tallies.get(name) ?? {
			misses: 0,
			empty: 0,
			causes: Object.fromEntries(causes.map((one) => [one, 0])) as Record<Cause, number>,
		};
		tallies.set(name, tally);
		tally.misses++;
		if (got === '') tally.empty++;
		tally.causes[cause]++;
	};
	for (const { page, result } of scored) {
		for (const miss of result.misses) {
			const cause = causeOf(miss, page);
			add(`all of ${miss.group}`, miss, cause);
			add(fieldName(miss), miss, cause);
		}
	}
	console.log('\nmisses by field: left empty; what the text that was read has of the value');
	for (const [name, tally] of [...tallies].sort((a, b) => b[1].misses - a[1].misses)) {
		const parts = causes
			.filter((cause) => tally.causes[cause] > 0)
			.map((cause) => `${cause} ${tally.causes[cause]}`);
		console.log(`  ${name}: ${tally.misses}; empty ${tally.empty}; ${parts.join(', ')}`);
	}
}

/** What is less sure than this is doubtful. */
const doubtful = 0.8;

/** Prints for each group what share of the wrong values, and of the right ones, is said to be doubtful. */
export function printCalibration(results: readonly Result[]): void {
	console.log(
		`\nconfidence below ${doubtful}: of the wrong values (aim 80 %), of the right ones (aim 8 %)`,
	);
	const judged = results.flatMap((result) => result.judged);
	for (const group of [...groups, undefined]) {
		const own = judged.filter((one) => group === undefined || one.group === group);
		if (own.length === 0) continue;
		const [wrong, right] = [false, true].map((isRight) => {
			const all = own.filter((one) => one.isRight === isRight);
			const low = all.filter(({ confidence }) => confidence < doubtful).length;
			return `${percent(low, all.length)} of ${String(all.length).padEnd(5)}`;
		});
		console.log(`  ${(group ?? 'all').padEnd(20)} ${wrong} ${right}`);
	}
	const unseen = judged
		.filter(({ isRight, confidence }) => !isRight && confidence >= doubtful)
		.map(fieldName);
	for (const name of new Set(unseen)) {
		console.log(
			`  wrong and not doubtful: ${name}: ${unseen.filter((one) => one === name).length}`,
		);
	}
}
