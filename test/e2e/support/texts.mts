import type { NodeItem } from '../../../sandbox/execution.mts';

/** An item's cells as texts, '' where nothing stands, so that they can be held against what is printed. */
export function asTexts(
	items: NodeItem[],
	/** The sample that each file is a copy of, where it was given another name. */
	samples: Record<string, string> = {},
): Array<Record<string, string>> {
	return asDocuments(items, ({ sourceFile }) => samples[String(sourceFile)] ?? String(sourceFile));
}

/** The same, each item under the name of the sample that its document shows. */
export function asDocuments(
	items: NodeItem[],
	sampleOf: (json: NodeItem['json'], index: number) => string,
): Array<Record<string, string>> {
	return items.map(({ json }, index) => {
		const cells = Object.entries(json).map(([column, cell]) => [column, String(cell ?? '')]);
		return { ...Object.fromEntries(cells), sourceFile: sampleOf(json, index) };
	});
}
