import type { Page, Quad, TextBox } from '../../src/page/types.mts';
import { isWide } from './page.mts';

/** A page made to take long, with about as many pieces of text as are asked for. */
export type HostilePage = (pieces: number) => Page;

interface Piece {
	text: string;
	/** In widths of a full-width character and in rows. */
	x: number;
	row: number;
	/** Down by so many pixels per pixel along the text. */
	slope?: number;
}

const em = 24;
const rowHeight = 38;
const boxHeight = 1.35 * em;

const widthOf = (char: string): number => (isWide(char) ? em : em / 2);

function boxOf({ text, x, row, slope = 0 }: Piece): TextBox {
	const widths = Array.from(text, widthOf);
	const length = widths.reduce((sum, width) => sum + width, 0);
	let at = 0;
	const glyphs = Array.from(text, (char, i) => {
		const from = at / length;
		at += widths[i];
		return { char, confidence: 0.99, from, to: at / length };
	});
	const [left, top] = [x * em, row * rowHeight];
	const quad: Quad = [
		{ x: left, y: top },
		{ x: left + length, y: top + slope * length },
		{ x: left + length, y: top + slope * length + boxHeight },
		{ x: left, y: top + boxHeight },
	];
	return { text, confidence: 0.99, quad, glyphs };
}

export const pageOf = (pieces: readonly Piece[]): Page => {
	const boxes = pieces.map(boxOf);
	const corners = boxes.flatMap(({ quad }) => quad);
	const most = (values: readonly number[]) => values.reduce((one, two) => Math.max(one, two), 1);
	return { width: most(corners.map(({ x }) => x)), height: most(corners.map(({ y }) => y)), boxes };
};

/** Rows of cells as a page: a cell begins as many widths to the right as its column says. */
export const table = (rows: ReadonlyArray<readonly string[]>, columnWidth = 8): Page =>
	pageOf(
		rows.flatMap((cells, row) =>
			cells.flatMap((text, i) => (text === '' ? [] : [{ text, x: i * columnWidth, row }])),
		),
	);

export const times = <Item,>(count: number, make: (i: number) => Item): Item[] =>
	Array.from({ length: Math.max(1, Math.floor(count)) }, (_, i) => make(i));

/** Texts in as many columns as are asked for, in reading order. */
export const grid = (texts: readonly string[], columns: number): Page =>
	pageOf(
		texts.map((text, i) => ({
			text,
			x: (i % columns) * 10,
			row: Math.floor(i / columns),
		})),
	);

export const price = (i: number): string => `${(i * 37) % 997}.${String(i % 100).padStart(2, '0')}`;
export const word = (i: number): string =>
	String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000), 0x4e00 + ((i * 104_729) % 20_000)) + i;
export const day = (i: number): string => `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`;
export const taxId = (i: number): string => `91310000MA1FL${String(i).padStart(4, '0')}X`;

export const itemHead = [
	'货物或应税劳务名称',
	'规格型号',
	'单位',
	'数量',
	'单价',
	'金额',
	'税率',
	'税额',
];
export const item = (i: number): string[] => {
	const [count, each] = [1 + (i % 9), 10 + (i % 50)];
	const sum = count * each;
	return [
		`*餐饮*菜${i}`,
		'A1',
		'个',
		`${count}`,
		`${each}.00`,
		`${sum}.00`,
		'6%',
		(sum * 0.06).toFixed(2),
	];
};
export const slipHead = ['品名', '数量', '单价', '金额'];
export const goods = (i: number): string[] => {
	const [count, each] = [1 + (i % 9), 10 + (i % 50)];
	return [`商品${i}`, `${count}`, `${each}.00`, `${count * each}.00`];
};
export const oddGoods = (i: number): string[] => [
	`商品${i}`,
	`${2 + (i % 9)}`,
	price(i),
	price(3 * i + 1),
];

/** A line of a unit again and again, just shorter than a page may have. */
export const lineOf = (unit: string, length = 950): string =>
	unit.repeat(Math.floor(length / unit.length));
