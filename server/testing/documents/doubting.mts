import type { Page } from '../../src/page/types.mts';

/** The page with less confidence in every character of a text. */
export function doubting(page: Page, text: string, confidence: number): Page {
	const boxes = page.boxes.map((box) => {
		const at = box.text.indexOf(text);
		if (at < 0) return box;
		const glyphs = box.glyphs.map((glyph, i) =>
			i >= at && i < at + text.length ? { ...glyph, confidence } : glyph,
		);
		return { ...box, glyphs };
	});
	return { ...page, boxes };
}
