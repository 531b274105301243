/** What a stamp looks like, without its place on the paper. */
export interface Stamp {
	shape: keyof typeof shapes;
	/** Texts of the shape, in its own order: the ring first. */
	texts: string[];
	color: string;
	font: string;
	/** What of the ink lies on the paper, from 0 to 1. */
	opacity: number;
	/** Clockwise, in degrees. */
	tilt: number;
}

/** A shape's view box and what is drawn in it; `id` is free for the ids of paths. */
interface Shape {
	width: number;
	height: number;
	/** Width on the paper, in widths of a usual round stamp. */
	scale: number;
	draw(id: string, texts: readonly string[]): string;
}

/** Text along an arc; `room` is the length of the arc that the text may take. */
const onArc = (id: string, path: string, text: string, size: number, room: number) => {
	const fitted = Math.min(size, Math.floor(room / text.length));
	return (
		`<path id="${id}" d="${path}" fill="none" stroke="none"/>` +
		`<text font-size="${fitted}" text-anchor="middle"><textPath href="#${id}" startOffset="50%">${text}</textPath></text>`
	);
};

const across = (text: string, x: number, y: number, size: number) =>
	`<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle">${text}</text>`;

const outline = 'fill="none" stroke="currentColor"';

function star(x: number, y: number, radius: number): string {
	const points = Array.from({ length: 10 }, (_, i) => {
		const [angle, reach] = [(i * Math.PI) / 5, i % 2 === 0 ? radius : radius * 0.38];
		return `${x + reach * Math.sin(angle)},${y - reach * Math.cos(angle)}`;
	});
	return `<polygon points="${points.join(' ')}"/>`;
}

/** Stamps as they are pressed on invoices; the sizes of their parts follow common ones of 30 to 42 mm. */
const shapes = {
	/** A name on the ring, a star, what the seal is for. */
	round: {
		width: 300,
		height: 300,
		scale: 1,
		draw: (id, [ring, purpose]) =>
			`<circle cx="150" cy="150" r="143" ${outline} stroke-width="8"/>` +
			onArc(id, 'M 42 190 A 115 115 0 1 1 258 190', ring, 34, 400) +
			star(150, 145, 44) +
			across(purpose, 150, 236, 32),
	},
	/** A name on the ring, a tax number, what the seal is for. */
	oval: {
		width: 400,
		height: 300,
		scale: 1,
		draw: (id, [ring, number, purpose]) =>
			`<ellipse cx="200" cy="150" rx="193" ry="143" ${outline} stroke-width="9"/>` +
			onArc(id, 'M 52 180 A 155 112 0 0 1 348 180', ring, 34, 400) +
			across(number, 200, 165, 27) +
			across(purpose, 200, 222, 36),
	},
	/** Four characters of a person's or an office's name. */
	square: {
		width: 200,
		height: 200,
		scale: 0.6,
		draw: (_id, [upper, lower]) =>
			`<rect x="7" y="7" width="186" height="186" ${outline} stroke-width="10"/>` +
			across(upper, 100, 92, 74) +
			across(lower, 100, 172, 74),
	},
	/** Two rings, the name on the upper half between them and the place on the lower, the date across. */
	dater: {
		width: 300,
		height: 300,
		scale: 1,
		draw: (id, [ring, date, foot]) =>
			`<circle cx="150" cy="150" r="144" ${outline} stroke-width="5"/>` +
			`<circle cx="150" cy="150" r="134" ${outline} stroke-width="2"/>` +
			onArc(id, 'M 56 150 A 94 94 0 0 1 244 150', ring, 32, 280) +
			`<path d="M 18 122 H 282 M 18 176 H 282" ${outline} stroke-width="4"/>` +
			across(date, 150, 161, 34) +
			across(foot, 150, 226, 34),
	},
	/** Writing all around, a number in the middle, a thin second line. */
	signet: {
		width: 420,
		height: 280,
		scale: 1.1,
		draw: (id, [ring, number, foot]) =>
			`<ellipse cx="210" cy="140" rx="205" ry="135" ${outline} stroke-width="4"/>` +
			`<ellipse cx="210" cy="140" rx="195" ry="126" ${outline} stroke-width="2"/>` +
			onArc(`${id}a`, 'M 58 150 A 152 92 0 0 1 362 150', ring, 31, 370) +
			across(number, 210, 150, 30) +
			onArc(`${id}b`, 'M 78 158 A 148 96 0 0 0 342 158', foot, 29, 260),
	},
	/** A framed word and a line below it. */
	frame: {
		width: 360,
		height: 170,
		scale: 0.9,
		draw: (_id, [word, foot]) =>
			`<rect x="5" y="5" width="350" height="160" rx="14" ${outline} stroke-width="7"/>` +
			across(word, 180, 86, 66) +
			across(foot, 180, 146, 36),
	},
} satisfies Record<string, Shape>;

/** How wide a stamp is on the paper, in widths of a usual round one. */
export const widthOf = ({ shape }: Stamp): number => shapes[shape].scale;

/** A stamp as SVG, pressed on the paper `width` pixels wide with its middle at (x, y). */
export function stampSvg(stamp: Stamp, id: string, x: number, y: number, width: number): string {
	const shape: Shape = shapes[stamp.shape];
	const height = (width * shape.height) / shape.width;
	const place = `position:absolute;left:${x - width / 2}px;top:${y - height / 2}px;width:${width}px;height:${height}px`;
	const ink = `color:${stamp.color};fill:currentColor;opacity:${stamp.opacity};font-family:${stamp.font};mix-blend-mode:multiply`;
	return (
		`<svg class="stamp" viewBox="0 0 ${shape.width} ${shape.height}" ` +
		`style="${place};${ink};transform:rotate(${stamp.tilt}deg)">${shape.draw(id, stamp.texts)}</svg>`
	);
}
