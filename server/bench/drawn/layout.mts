import { headingScale, isWide } from '../../testing/documents/page.mts';
import type { Print } from './prints.mts';

/** A piece of text without two blanks in a row: where it begins and how far it reaches, in columns. */
interface Piece {
	text: string;
	column: number;
	columns: number;
}

/** A printed line. */
interface Row {
	pieces: Piece[];
	scale: number;
}

const columnsOf = (text: string): number =>
	Array.from(text).reduce((sum, char) => sum + (isWide(char) ? 2 : 1), 0);

/** Pieces of fewer characters keep their own spacing: a wide `%` would run into the digit beside it. */
const leastFitted = 4;

function rowOf(line: string): Row {
	const scale = line.startsWith('# ') ? headingScale : 1;
	// The fixtures count one column for the full-width sign, as do the printers that have the narrow one.
	const printed = line.replace(/^# /u, '').replaceAll('￥', '¥');
	const pieces = [...printed.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: text, index }) => ({
		text,
		column: columnsOf(printed.slice(0, index)),
		columns: columnsOf(text) * scale,
	}));
	return { pieces, scale };
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A document drawn as SVG, and its size in pixels. */
export interface Drawing {
	svg: string;
	width: number;
	height: number;
}

/** Draws a document as text, laid out as pageOf takes it, in a grid of columns half an em wide. */
export function draw(text: string, { font, em, leading, ink, weight, margin }: Print): Drawing {
	const rows = text
		.replace(/^\n|\n\s*$/gu, '')
		.split('\n')
		.map(rowOf);
	const columns = Math.max(
		...rows.flatMap(({ pieces }) => pieces).map((piece) => piece.column + piece.columns),
	);
	const texts: string[] = [];
	let y = margin;
	for (const { pieces, scale } of rows) {
		const size = em * scale;
		y += size * leading;
		for (const { text: printed, column, columns: length } of pieces) {
			const x = margin + (column * em) / 2;
			const fit = printed.length < leastFitted ? '' : ` textLength="${(length * em) / 2}"`;
			texts.push(
				`<text x="${x}" y="${y - 0.3 * size}" font-size="${size}"${fit}>${escaped(printed)}</text>`,
			);
		}
	}
	const width = Math.ceil((columns * em) / 2 + 2 * margin);
	const height = Math.ceil(y + margin);
	const style = `font-family:${font};font-weight:${weight};fill:${ink};white-space:pre;display:block`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" style="${style}">${texts.join('')}</svg>`;
	return { svg, width, height };
}
