import type { PdfGlyph } from './glyphs.mts';

/** Fewer characters than any invoice or receipt has: a stamp, a page number, a scanner's name. */
const leastGlyphs = 40;
/** A page of which pictures cover more than this is a scan, whatever text is on it. */
const mostPictures = 0.5;
/** How many characters may be unknown. */
const mostUnknown = 0.03;
/** Characters of which every invoice and receipt shows several; a font's wrong table of characters shows none. */
const usualChars = new Set(
	'发票号码日期时间年月名称品商店员机电话数量单价金额税合计总小大写应实收付支找零元惠折',
);
const leastUsualChars = 6;

const unknown = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;

/**
 * Whether the text layer says what the page shows: it is more than a stamp on a picture, and its characters
 * are known.
 * @param pictureShare how much of the page pictures cover, 0 to 1
 */
export function isUsable(glyphs: readonly PdfGlyph[], pictureShare: number): boolean {
	const shown = glyphs.filter(({ char }) => char.trim() !== '');
	if (shown.length < leastGlyphs || pictureShare > mostPictures) return false;
	const lost = shown.filter(({ char, isMapped }) => !isMapped || unknown.test(char));
	if (lost.length > mostUnknown * shown.length) return false;
	const usual = new Set(shown.map(({ char }) => char).filter((char) => usualChars.has(char)));
	return usual.size >= leastUsualChars;
}
