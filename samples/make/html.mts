/** A line of its own; `name` is its CSS class. */
export const line = (text: string, name = ''): string => `<div class="${name}">${text}</div>`;

/** Texts spread over one line, the first at its left end and the last at its right end. */
export const spread = (...texts: string[]): string =>
	`<div class="spread">${texts.map((text) => `<span>${text}</span>`).join('')}</div>`;

/** Cells of one table row; the columns come from the style's `.cells` grid. */
export const cells = (...texts: string[]): string =>
	`<div class="cells">${texts.map((text) => `<span>${text}</span>`).join('')}</div>`;

/** A ruling printed with a repeated character. */
export const rule = (char = '-'): string => `<div class="rule">${char.repeat(120)}</div>`;

/** An empty strip, `height` pixels high. */
export const gap = (height: number): string => `<div style="height:${height}px"></div>`;

const sharedStyle = `
	* { box-sizing: border-box; margin: 0; }
	body { background: #fff; }
	.paper { position: relative; overflow: hidden; line-height: 1.45; background: #fdfdfb; color: #26262a; font-variant-ligatures: none; }
	.center { text-align: center; }
	.right { text-align: right; }
	.spread { display: flex; justify-content: space-between; gap: 1em; white-space: pre; }
	.cells { display: grid; }
	.cells > * { min-width: 0; }
	.rule { overflow: hidden; white-space: nowrap; line-height: 1.1; }
`;

/** A whole page holding one document on a paper of the given width. */
export const pageHtml = (width: number, style: string, html: string): string =>
	`<!doctype html><meta charset="utf-8"><style>${sharedStyle}${style}</style>` +
	`<div class="paper" style="width:${width}px">${html}</div>`;
