/** What the value of a label looks like. */
export type ValueKind =
	| 'amount'
	| 'capital'
	| 'code'
	| 'person'
	| 'moment'
	| 'count'
	| 'taxId'
	| 'text'
	| 'none';

/** Labels that mean the same. */
export interface LabelGroup<Field extends string> {
	field: Field;
	kind: ValueKind;
	/** Among the labels of a field, the lowest rank that has a value wins. */
	rank: number;
	labels: readonly string[];
	/** Only a label with its colon behind it: the word alone says too little. */
	needsColon?: true;
	/** Never the end of a longer label: 商品编号 is no 编号 of the slip. */
	standsAlone?: true;
	/** The end of a longer label without a colon as well: 周末立减 is one. */
	endsLabels?: true;
}

/** What a printed label means. */
export interface LabelEntry<Field extends string> {
	label: string;
	field: Field;
	kind: ValueKind;
	rank: number;
	needsColon?: true;
	standsAlone?: true;
	endsLabels?: true;
}

/** Words that can stand around a label without changing what it means. */
export interface Decoration {
	prefixes: readonly string[];
	suffixes: Readonly<Partial<Record<ValueKind, readonly string[]>>>;
}

/** Labels by their spelling: no blanks, letters in upper case. */
export interface Lexicon<Field extends string> {
	entries: ReadonlyMap<string, LabelEntry<Field>>;
	/** The entries whose labels are at most a character shorter or longer than so many, in their order. */
	aboutAsLong: ReadonlyMap<number, ReadonlyArray<LabelEntry<Field>>>;
	prefixes: readonly string[];
	suffixes: ReadonlyArray<{ suffix: string; kind: ValueKind }>;
	longest: number;
}

/** The words of a list that is written with blanks (and line ends) between them. */
export const words = (list: string): string[] => list.trim().split(/\s+/u);

/** Two or three of some words with strokes between them, in any order. */
export const joinedLabels = (all: readonly string[]): string[] =>
	all.flatMap((one) =>
		all
			.filter((two) => two !== one)
			.flatMap((two) => [
				`${one}/${two}`,
				...all
					.filter((three) => three !== one && three !== two)
					.map((three) => `${one}/${two}/${three}`),
			]),
	);

/** Each of some words with each of some endings, with a sign between them. */
export const compounds = (stems: string, endings: string, sign = ''): string[] =>
	words(stems).flatMap((stem) => words(endings).map((ending) => stem + sign + ending));

/** Builds a lexicon. Where a label stands in several groups, the first one counts. */
export function lexiconOf<Field extends string>(
	groups: ReadonlyArray<LabelGroup<Field>>,
	{ prefixes, suffixes }: Decoration = { prefixes: [], suffixes: {} },
): Lexicon<Field> {
	const entries = new Map<string, LabelEntry<Field>>();
	for (const { labels, ...meaning } of groups) {
		for (const label of labels) {
			const key = label.toUpperCase();
			if (!entries.has(key)) entries.set(key, { label: key, ...meaning });
		}
	}
	const longest = Math.max(...Array.from(entries.keys(), ({ length }) => length)) + 6;
	return {
		entries,
		aboutAsLong: byLength([...entries.values()]),
		prefixes,
		suffixes: Object.entries(suffixes).flatMap(([kind, ofKind]) =>
			ofKind.map((suffix) => ({ suffix, kind: kind as ValueKind })),
		),
		longest,
	};
}

function byLength<Field extends string>(entries: ReadonlyArray<LabelEntry<Field>>) {
	const groups = new Map<number, Array<LabelEntry<Field>>>();
	for (const entry of entries) {
		const { length } = entry.label;
		for (const about of [length - 1, length, length + 1]) {
			const group = groups.get(about);
			if (group) group.push(entry);
			else groups.set(about, [entry]);
		}
	}
	return groups;
}

/** What a spelling means: as it stands, or without the words of the decoration around it. */
export function lookUp<Field extends string>(
	{ entries, prefixes, suffixes }: Lexicon<Field>,
	spelling: string,
): LabelEntry<Field> | undefined {
	const known = entries.get(spelling);
	if (known) return known;
	for (const prefix of prefixes) {
		if (!spelling.startsWith(prefix)) continue;
		const entry =
			entries.get(spelling.slice(prefix.length)) ?? withSuffix(spelling.slice(prefix.length));
		if (entry) return entry;
	}
	return withSuffix(spelling);

	function withSuffix(text: string): LabelEntry<Field> | undefined {
		for (const { suffix, kind } of suffixes) {
			if (!text.endsWith(suffix) || text.length <= suffix.length) continue;
			const entry = entries.get(text.slice(0, -suffix.length));
			if (entry?.kind === kind) return entry;
		}
		return undefined;
	}
}
