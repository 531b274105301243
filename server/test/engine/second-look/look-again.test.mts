import type { Reading } from '../../../src/engine/recognition.mts';
import { lookAgain, type Line } from '../../../src/engine/second-look/look-again.mts';
import { corners } from '../../../src/page/geometry.mts';
import type { Quad } from '../../../src/page/types.mts';
import { boxAt, pageWith, printIn } from './drawn.mts';

const readingOf = (text: string, confidence: number): Reading => ({
	marks: [...text].map((char, i) => ({
		char,
		confidence,
		left: i,
		right: i + 1,
		afterBlank: false,
	})),
	width: 48,
	height: 48,
	stampMarks: [],
	fades: false,
});
const lineOf = (box: Line['box'], text: string, confidence: number, isUnder = false): Line => ({
	box,
	quad: corners(box),
	reading: readingOf(text, confidence),
	isUnder,
	isIn: false,
});
const textOf = ({ reading }: Line) => reading.marks.map(({ char }) => char).join('');
const answering = (text: string, confidence: number) =>
	jest.fn((quads: readonly Quad[]) =>
		Promise.resolve(quads.map(() => readingOf(text, confidence))),
	);

const [left, right] = [boxAt(70, 100), boxAt(500, 100)];
const raster = pageWith(...[left, right].flatMap(printIn));
const withOne = pageWith(...[left, right].flatMap(printIn), {
	left: 300,
	top: 92,
	width: 4,
	height: 16,
});
const sure = [lineOf(left, '苹果', 0.99), lineOf(right, '9.80', 0.99)];

const look = (
	page: Parameters<typeof lookAgain>[0],
	lines: readonly Line[],
	read: Parameters<typeof lookAgain>[2],
	isUnder = (_: Quad) => false,
) => lookAgain(page, lines, read, isUnder);

describe('lookAgain', () => {
	it('reads nothing again where nothing is doubted', async () => {
		const read = answering('8', 0.99);
		expect(await look(raster, sure, read)).toEqual(sure);
		expect(read).not.toHaveBeenCalled();
	});

	it('takes the surer of two readings of a doubted line, and where it lies', async () => {
		const doubted = lineOf(right, '9.B0', 0.4);
		const read = answering('9.80', 0.9);
		const lines = await look(raster, [sure[0], doubted], read);
		expect(lines.map(textOf)).toEqual(['苹果', '9.80']);
		expect(lines[1].quad).toBe(read.mock.calls[0][0][0]);
		const height = lines[1].quad[3].y - lines[1].quad[0].y;
		expect(height).toBeLessThan(0.8 * right.height);
	});

	it('takes no ink under a stamp for text without a box', async () => {
		const read = answering('1', 0.99);
		expect(await look(withOne, sure, read, () => true)).toEqual(sure);
		expect((await look(withOne, sure, read)).map(textOf)).toContain('1');
	});

	it('looks at a line of which nothing was read', async () => {
		const lines = await look(raster, [sure[0], lineOf(right, '', 0)], answering('60.00', 0.87));
		expect(lines.map(textOf)).toEqual(['苹果', '60.00']);
	});

	it('takes no second reading that is not sure for what was hardly text: a speck', async () => {
		const speck = lineOf(right, '·', 0.2);
		expect(await look(raster, [speck], answering('a', 0.5))).toEqual([speck]);
	});

	it('keeps a reading that is surer than the second one', async () => {
		const doubted = lineOf(right, '9.80', 0.45);
		expect(await look(raster, [doubted], answering('SB', 0.3))).toEqual([doubted]);
	});

	it.each([
		['more characters', '9.880', 0.9],
		['fewer characters', '9.8', 0.9],
		['a character that is doubted too', '9.80', 0.49],
	])('keeps a doubted line where the second reading has %s', async (_, text, confidence) => {
		const doubted = lineOf(right, '9.B0', 0.4);
		expect(await look(raster, [doubted], answering(text, confidence))).toEqual([doubted]);
	});

	it('leaves lines under stamps: they have been read several times', async () => {
		const read = answering('8', 0.99);
		await look(raster, [lineOf(left, '?', 0.2, true)], read);
		expect(read).not.toHaveBeenCalled();
	});

	it('adds what is read surely of ink without a box, behind all lines', async () => {
		const lines = await look(withOne, sure, answering('1', 0.7));
		expect(lines.map(textOf)).toEqual(['苹果', '9.80', '1']);
	});

	it.each([
		['1', 0.5],
		['√', 0.9],
		['T', 0.95],
		['', 0],
	])('adds no %s of %d', async (text, confidence) => {
		expect(await look(withOne, sure, answering(text, confidence))).toEqual(sure);
	});

	it('reads no more again than a share of the page, the least sure lines first', async () => {
		const lines = Array.from({ length: 100 }, (_, i) =>
			lineOf(boxAt(70 + i, 100, 100, 30), '牛', 0.4 - i / 1000),
		);
		const read = answering('牛', 0.1);
		await look(raster, lines, read);
		const [quads] = read.mock.calls[0];
		expect(quads.length).toBeGreaterThan(5);
		expect(quads.length).toBeLessThan(15);
		expect(quads[0][0].x).toBeGreaterThan(quads[1][0].x);
	});
});
