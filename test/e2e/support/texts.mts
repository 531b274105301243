import type { NodeItem } from '../../../sandbox/execution.mts';

/** An item's cells as texts, '' where nothing stands, so that they can be held against what is printed. */
export function asTexts(
	items: NodeItem[],
	/** The sample that each file is a copy of, where it was given another name. */
	samples: Record<string, string> = {},
): Array<Record<string, string>> {
	return items.map(({ json }) => {
		const cells = Object.entries(json).map(([column, cell]) => [column, String(cell ?? '')]);
		const file = String(json.sourceFile);
		return { ...Object.fromEntries(cells), sourceFile: samples[file] ?? file };
	});
}
