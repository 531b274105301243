import { randomFrom, seedOf } from '../../../samples/make/random.mts';

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
/** Also characters that hardly any text has, as they stand in names. */
const goods = [...'矿泉水苹果酱油面包牛奶纸巾鸡蛋白菜猪肉电池胶带茶叶糖盐米醋笔灯泡'];
const rare = [...'喆堃龑赟翀昉旻晟煊珺琬璟祎邕鑫淼焱垚犇骉麤嫄嬅瑄睿'];
const traditional = [...'啟銀號單價錢額總計實收廣東電話員貨賬機點時間買賣門務國區東車場'];

type Random = () => number;
const oneOf = <Value,>(random: Random, values: readonly Value[]) =>
	values[Math.floor(random() * values.length)];
const wordOf = (random: Random, chars: readonly string[], least: number, most: number) =>
	Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () =>
		oneOf(random, chars),
	).join('');

/** Digits of which one stands twice or more in a row: 88, 2002, 1100.00. */
function repeated(random: Random): string {
	const digit = () => String(Math.floor(random() * 10));
	const [one, other] = [digit(), digit()];
	return oneOf(random, [
		`${one}${one}`,
		`${one}${one}${one}`,
		`${one}0${other}${other}`,
		`${one}${one}.${other}${other}`,
		`1${one}${one}${other}.00`,
		`20${one}${one}`,
	]);
}
const amount = (random: Random) => (random() * 10 ** (1 + random() * 3)).toFixed(2);
const lone = (random: Random) =>
	oneOf(random, ['1', '1', '1', '2', '3', '5', '7', '8', '9', 'x1', 'x2', '×1']);

/** The columns of each kind of sheet: where each begins, in half ems, and what stands in it. */
const columns: Record<
	string,
	ReadonlyArray<readonly [at: number, text: (random: Random) => string]>
> = {
	lone: [
		[0, (random) => wordOf(random, goods, 2, 5)],
		[16, lone],
		[26, amount],
		[40, lone],
		[50, amount],
	],
	yuan: [
		[0, (random) => wordOf(random, goods, 2, 4)],
		[14, () => '¥'],
		[24, amount],
		[38, (random) => `¥${amount(random)}`],
		[56, (random) => oneOf(random, ['元', '份', '个', 'kg', '瓶'])],
	],
	repeated: [
		[0, repeated],
		[16, repeated],
		[32, repeated],
		[48, repeated],
	],
	names: [
		[
			0,
			(random) => wordOf(random, ['王', '李', '张', '刘', '陈'], 1, 1) + wordOf(random, rare, 1, 2),
		],
		[14, (random) => wordOf(random, goods, 1, 3) + oneOf(random, rare)],
		[34, (random) => wordOf(random, traditional, 3, 6)],
		[54, (random) => wordOf(random, traditional, 2, 2)],
	],
	mixed: [
		[0, (random) => wordOf(random, goods, 3, 6)],
		[18, lone],
		[28, amount],
		[42, repeated],
		[54, () => '2002'],
	],
};

/** How what is printed is spoilt: a style of the printed text of a size in pixels. */
const prints = {
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

const rows = 16;
const leading = 1.7;

/** What lies under the text of a sheet. */
const grounds = {
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

const [blankWidth, blankHeight] = [1000, 1200];
const places = (random: Random, count: number, draw: (x: number, y: number) => string) =>
	Array.from({ length: count }, () => draw(random() * blankWidth, random() * blankHeight)).join('');

/** What is on paper without a word. */
const blanks: Record<string, (random: Random) => string> = {
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
