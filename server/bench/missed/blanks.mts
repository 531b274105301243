import type { Random } from './random.mts';

/** Of a sheet without text, in pixels. */
export const [blankWidth, blankHeight] = [1000, 1200];
const places = (random: Random, count: number, draw: (x: number, y: number) => string) =>
	Array.from({ length: count }, () => draw(random() * blankWidth, random() * blankHeight)).join('');

/** What is on paper without a word. */
export const blanks: Record<string, (random: Random) => string> = {
	dirt: (random) =>
		places(random, 250, (x, y) => {
			const size = 1 + random() * 9;
			return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * (0.3 + random())}" fill="#443" opacity="${0.2 + 0.8 * random()}"/>`;
		}),
	rules: (random) =>
		Array.from({ length: 26 }, (_, i) => {
			const y = 40 + i * 44;
			const x = 60 + 40 * Math.floor(random() * 20);
			return `<path d="M 40 ${y} H 960 M ${x} ${y} V ${y + 44}" stroke="#222" stroke-width="${1 + 2 * random()}" stroke-dasharray="${random() < 0.3 ? '6 4' : 'none'}"/>`;
		}).join(''),
	codes: (random) => {
		const bars = Array.from({ length: 3 }, (_, i) =>
			Array.from({ length: 60 }, (_, j) => {
				const width = 2 + 2 * Math.floor(random() * 3);
				return `<rect x="${100 + j * 12}" y="${60 + i * 200}" width="${width}" height="${50 + 30 * i}"/>`;
			}).join(''),
		).join('');
		const cells = Array.from({ length: 33 * 33 }, (_, i) =>
			random() < 0.5
				? `<rect x="${300 + (i % 33) * 10}" y="${700 + Math.floor(i / 33) * 10}" width="10" height="10"/>`
				: '',
		).join('');
		return bars + cells;
	},
	scrawl: (random) =>
		places(random, 30, (x, y) => {
			const to = () => `${(random() - 0.5) * 120} ${(random() - 0.5) * 80}`;
			return `<path d="M ${x} ${y} q ${to()} ${to()} t ${to()}" fill="none" stroke="#234" stroke-width="${1 + 3 * random()}"/>`;
		}),
	boxes: (random) =>
		places(random, 60, (x, y) => {
			const side = 14 + random() * 30;
			return `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="none" stroke="#333" stroke-width="2"/>`;
		}),
};
