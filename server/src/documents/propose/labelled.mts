import { charsBelow } from '../below.mts';
import { valueChars } from '../find.mts';
import type { Label } from '../label-scan.mts';
import type { Char, Row } from '../layout/rows.mts';

/** The rows of a page and the labels in them. */
export interface LabelledPage<Field extends string> {
	rows: readonly Row[];
	labels: ReadonlyArray<ReadonlyArray<Label<Field>>>;
}

/** The characters that belong to a label. */
export interface LabelValue<Field extends string> {
	label: Label<Field>;
	chars: readonly Char[];
	/** How the label stands to them. */
	signs: readonly string[];
}

function splitAt(sign: string, chars: readonly Char[]): Char[][] {
	const parts: Char[][] = [[]];
	for (const char of chars) {
		if (char.char === sign) parts.push([]);
		else parts[parts.length - 1].push(char);
	}
	return parts;
}

/** The value on the label's row; of labels joined by strokes, each has its part: `机号/单号:02/0034`. */
export function valueBehind<Field extends string>(
	{ rows, labels }: LabelledPage<Field>,
	label: Label<Field>,
): readonly Char[] {
	const { chars } = rows[label.row];
	const inRow = labels[label.row];
	const isJoined = (one: Label<Field>, next: Label<Field> | undefined) =>
		next !== undefined && one.valueFrom === next.start && chars[next.start - 1].char === '/';
	const at = inRow.indexOf(label);
	let first = at;
	let last = at;
	while (first > 0 && isJoined(inRow[first - 1], inRow[first])) first--;
	while (isJoined(inRow[last], inRow[last + 1])) last++;
	const parts = splitAt('/', valueChars(rows, inRow[last]));
	const hasParts = last > first && parts.length === last - first + 1;
	return hasParts ? parts[at - first] : valueChars(rows, label);
}

/** What stands behind each label of a page, or below it where nothing stands behind. */
export function labelValues<Field extends string>(
	page: LabelledPage<Field>,
): Array<LabelValue<Field>> {
	const seen = new Map<string, number>();
	return page.labels.flat().map((label) => {
		const { entry } = label;
		const own = valueBehind(page, label);
		const chars = own.length > 0 ? own : charsBelow(page.rows, page.labels, label);
		const name = entry ? `${entry.field} ${entry.rank}` : 'unknown label';
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		return {
			label,
			chars,
			signs: [
				name,
				own.length > 0 ? 'behind' : 'below',
				before === 0
					? `first ${name}`
					: before === 1
						? 'second of its label'
						: 'later of its label',
				...(label.valueFrom > label.end ? ['behind a colon'] : []),
				...(label.start === 0 ? [] : ['not at the beginning']),
				...(entry && entry.label.length === label.text.length ? [] : ['label not as known']),
			],
		};
	});
}
