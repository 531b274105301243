import { randomFrom, seedOf } from '../../../samples/make/random.mts';
import { blankHeight, blanks, blankWidth } from './blanks.mts';
import { columns } from './contents.mts';
import { grounds, leading, prints, rows } from './looks.mts';
import { oneOf } from './random.mts';

/** A text on a sheet, and where it stands, in pixels. */
export interface Piece {
	text: string;
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A sheet of what is easily missed, as SVG. */
export interface Sheet {
	/** What is hard on it. */
	kind: string;
	id: string;
	width: number;
	height: number;
	svg: string;
	/** Empty on sheets without text. */
	pieces: Piece[];
}

const fonts = [
	"'WenQuanYi Zen Hei Mono'",
	"'Noto Sans Mono CJK SC'",
	"'AR PL UMing CN'",
	"'Liberation Sans', 'Noto Sans CJK SC'",
	"'Liberation Serif', 'Noto Serif CJK SC'",
];

function sheetOf(
	kind: string,
	content: string,
	em: number,
	print: keyof typeof prints,
	ground: keyof typeof grounds,
): Sheet {
	const id = `${kind}-${em}`;
	const random = randomFrom(seedOf(`missed ${id}`));
	const font = oneOf(random, fonts);
	const margin = 2 * em;
	const pieces: Piece[] = [];
	for (let row = 0; row < rows; row++) {
		for (const [at, textOf] of columns[content]) {
			const text = textOf(random);
			const width = [...text].reduce(
				(sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uffef×]/u.test(char) ? em : em / 2),
				0,
			);
			pieces.push({
				text,
				left: margin + (at * em) / 2,
				top: margin + row * em * leading,
				width,
				height: em,
			});
		}
	}
	const texts = pieces
		.map(
			({ text, left, top }) =>
				`<text x="${left}" y="${top + 0.85 * em}" font-size="${em}">${text}</text>`,
		)
		.join('');
	const width = Math.ceil(36 * em);
	const height = Math.ceil(2 * margin + rows * em * leading);
	const style = `font-family:${font};fill:${oneOf(random, ['#1c1c20', '#3a3a44', '#55555e'])};display:block;${prints[print](em)}`;
	const drawn = grounds[ground](em, random, content) + texts;
	return { kind, id, width, height, pieces, svg: svgOf(width, height, style, drawn) };
}

const svgOf = (width: number, height: number, style: string, content: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" style="${style}">${content}</svg>`;

/** All sheets: of each kind some sizes of print, in ems, and those without text. */
export function sheets(): Sheet[] {
	const sizes: Array<
		[
			kind: string,
			content: string,
			print: keyof typeof prints,
			ground: keyof typeof grounds,
			ems: number[],
		]
	> = [
		['lone', 'lone', 'plain', 'none', [13, 16, 20, 24, 30]],
		['yuan', 'yuan', 'plain', 'none', [13, 16, 20, 24, 30]],
		['repeated', 'repeated', 'plain', 'none', [13, 16, 20, 24, 30]],
		['micro', 'mixed', 'plain', 'none', [9, 10, 11, 12]],
		['holes', 'mixed', 'holes', 'none', [20, 24, 28, 32]],
		['needles', 'mixed', 'needles', 'none', [20, 24, 28, 32]],
		['ruled', 'lone', 'plain', 'ruled', [16, 20, 24]],
		['dirty', 'lone', 'plain', 'dirty', [16, 20, 24]],
		['names', 'names', 'plain', 'none', [16, 20, 24, 30]],
	];
	const drawn = sizes.flatMap(([kind, content, print, ground, ems]) =>
		ems.map((em) => sheetOf(kind, content, em, print, ground)),
	);
	const empty = Object.entries(blanks).map(([name, draw]): Sheet => {
		const svg = svgOf(
			blankWidth,
			blankHeight,
			'display:block',
			draw(randomFrom(seedOf(`missed ${name}`))),
		);
		const kind = `no text: ${name}`;
		return { kind, id: `blank-${name}`, width: blankWidth, height: blankHeight, svg, pieces: [] };
	});
	return [...drawn, ...empty];
}
