import { columns } from './contents.mts';
import type { Random } from './random.mts';

/** Rows of a sheet, and how far apart they are, in ems. */
export const rows = 16;
export const leading = 1.7;

/** How what is printed is spoilt: a style of the printed text of a size in pixels. */
export const prints = {
	plain: () => '',
	// Dots of the head that print no more leave white lines along the paper's way.
	holes: (em: number) => {
		const [hole, apart] = [em / 11, em * 1.3];
		return `mask-image:linear-gradient(90deg,transparent 0 ${hole}px,#000 ${hole}px);mask-size:${apart}px 100%`;
	},
	// The needles of a dot-matrix printer, of which 9 to 12 print a character.
	needles: (em: number) => {
		const dot = em / 10;
		return `mask-image:radial-gradient(circle at center,#000 ${0.35 * dot}px,transparent ${0.55 * dot}px);mask-size:${dot}px ${dot}px;font-weight:700`;
	},
} satisfies Record<string, (em: number) => string>;

/** What lies under the text of a sheet. */
export const grounds = {
	none: () => '',
	/** Rules between all rows and columns, as a table has them. */
	ruled: (em: number, _random: Random, content: string) => {
		const [right, bottom] = [34 * em, 2 * em + rows * em * leading];
		const across = Array.from({ length: rows + 1 }, (_, i) => {
			const y = (1.7 + i * leading) * em;
			return `M ${em} ${y} H ${right}`;
		});
		const down = columns[content].map(([at]) => `M ${(1.2 + at / 2) * em} ${1.7 * em} V ${bottom}`);
		return `<path d="${[...across, ...down].join(' ')}" fill="none" stroke="#8a5a3a" stroke-width="${em / 14}"/>`;
	},
	/** Specks, ticks and bars between the columns. */
	dirty: (em: number, random: Random) =>
		Array.from({ length: 90 }, (_, i) => {
			const [x, y] = [34 * em * random(), (2 + rows * leading * random()) * em];
			const size = em * (0.05 + 0.3 * random());
			if (i % 3 === 0)
				return `<path d="M ${x} ${y} l ${size} ${size} l ${2 * size} ${-3 * size}" fill="none" stroke="#345" stroke-width="${em / 12}"/>`;
			return i % 3 === 1
				? `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * random()}" fill="#443"/>`
				: `<rect x="${x}" y="${y}" width="${em / 12}" height="${em * (0.3 + 2 * random())}" fill="#333"/>`;
		}).join(''),
} satisfies Record<string, (em: number, random: Random, content: string) => string>;
