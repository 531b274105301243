import type { Reading } from './recognition.mts';
import { sliceQuad } from './geometry.mts';
import type { Glyph, Quad, TextBox } from './types.mts';

export function toTextBoxes({ peaks, steps }: Reading, quad: Quad): TextBox[] {
	if (peaks.length === 0) return [];
	const glyphs: Glyph[] = peaks.map((p) => ({
		char: p.char,
		confidence: p.confidence,
		from: p.center / steps,
		to: p.center / steps,
	}));
	return [
		{
			text: glyphs.map((g) => g.char).join(''),
			confidence: glyphs.reduce((s, g) => s + g.confidence, 0) / glyphs.length,
			quad: sliceQuad(quad, 0, 1),
			glyphs,
		},
	];
}
