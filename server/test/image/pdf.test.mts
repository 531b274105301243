import { drawPage } from '../../src/image/pdf/draw.mts';
import type { PdfGlyph } from '../../src/image/pdf/glyphs.mts';
import type { Pdfium } from '../../src/image/pdf/pdfium.mts';
import { pictureShare } from '../../src/image/pdf/pictures.mts';
import { linesOf, toPage } from '../../src/image/pdf/text-layer.mts';
import { isUsable } from '../../src/image/pdf/usable.mts';
import { growthOf, tooSteep } from '../../testing/growth.mts';

const em = 40;
const size = { width: 2000, height: 1000 };
const isHan = (char: string) => /\p{Script=Han}/u.test(char);

/** Text from a place on, each character as wide as usual print has it. */
function print(text: string, x: number, y: number): PdfGlyph[] {
	let at = x;
	return [...text].map((char) => {
		const width = em * (isHan(char) ? 1 : 0.5);
		const ink = [at + 2, y - 0.8 * em, at + width - 2, y] as const;
		const glyph = { char, x: at, y, em, angle: 0, isMapped: true, ink };
		at += width;
		return glyph;
	});
}

const textsOf = (glyphs: PdfGlyph[]) => toPage(glyphs, size).boxes.map(({ text }) => text);

describe('toPage', () => {
	it('makes a line of characters in any order', () => {
		const glyphs = print('购买方名称', 100, 200);
		expect(textsOf([...glyphs].reverse())).toEqual(['购买方名称']);
	});

	it('is sure of every character and says where it stands', () => {
		const [box] = toPage(print('名称', 100, 200), size).boxes;
		expect(box.confidence).toBe(1);
		expect(box.glyphs.map(({ char, confidence }) => [char, confidence])).toEqual([
			['名', 1],
			['称', 1],
		]);
		expect(box.glyphs[0].from).toBe(0);
		expect(box.glyphs[1].from).toBeCloseTo(40 / 76, 3);
		const [topLeft, , bottomRight] = box.quad;
		expect([topLeft.x, bottomRight.x]).toEqual([102, 178]);
		expect(topLeft.y).toBeLessThan(200 - 0.8 * em);
		expect(bottomRight.y).toBeGreaterThan(200);
	});

	it('cuts a line where columns are, and parts lines of near height', () => {
		const glyphs = [
			...print('数量', 100, 200),
			...print('12', 400, 200),
			...print('购', 1500, 205),
			...print('备注', 100, 235),
		];
		expect(textsOf(glyphs).sort()).toEqual(['12', '备注', '数量', '购'].sort());
	});

	it('keeps the blanks of the file and drops text that was printed twice', () => {
		const glyphs = [...print('PM 2024', 100, 200), ...print('PM 2024', 101, 200.4)];
		expect(textsOf(glyphs)).toEqual(['PM 2024']);
	});

	it('leaves out what runs in another direction than the page, and the top of a seal', () => {
		const seal = print('发票专用章', 900, 200).map((glyph, i) => ({
			...glyph,
			angle: (i - 2) / 4,
		}));
		expect(textsOf([...print('名称', 100, 200), ...seal])).toEqual(['名称']);
	});

	it.each([
		['down', Math.PI / 2, 270, (x: number, y: number) => [size.height - y, x]],
		['to the left', Math.PI, 180, (x: number, y: number) => [size.width - x, size.height - y]],
		['up', -Math.PI / 2, 90, (x: number, y: number) => [y, size.width - x]],
	])('turns a page whose text runs %s, and says so', (_, angle, degrees, turn) => {
		const upright = print('名称12', 100, 200);
		const turned = upright.map((glyph) => {
			const [x, y] = turn(glyph.x, glyph.y);
			const [x1, y1] = turn(glyph.ink[0], glyph.ink[1]);
			const [x2, y2] = turn(glyph.ink[2], glyph.ink[3]);
			const ink = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;
			return { ...glyph, x, y, angle, ink };
		});
		const swapped = { width: size.height, height: size.width };
		const page = toPage(turned, Math.abs(angle) < 2 ? swapped : size);
		expect(page).toEqual({ ...toPage(upright, size), turned: degrees });
	});

	it('takes the usual width of characters whose ink is unknown', () => {
		const glyphs = print('金额9.50', 100, 200).map((glyph) => ({
			...glyph,
			ink: [0, 0, 0, 0] as const,
		}));
		expect(textsOf(glyphs)).toEqual(['金额9.50']);
	});

	it('finds the same lines as if each character were held against every line', () => {
		let seed = 7;
		const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
		const glyphs = Array.from({ length: 1500 }, () => {
			const [x, y] = [3000 * random(), 900 * random() - 100];
			const size = 4 * 12 ** random();
			return { char: '字', x, y, em: size, angle: 0, isMapped: true, ink: [0, 0, 0, 0] as const };
		});
		const lines: PdfGlyph[][] = [];
		for (const glyph of glyphs) {
			const line = lines.find(
				([one]) =>
					Math.abs(one.y - glyph.y) < 0.3 * Math.min(one.em, glyph.em) &&
					Math.max(one.em / glyph.em, glyph.em / one.em) < 1.35,
			);
			if (line) line.push(glyph);
			else lines.push([glyph]);
		}
		const found = linesOf(glyphs).map((line) => line.glyphs);
		expect(found.length).toBeGreaterThan(50);
		expect(found).toEqual(lines);
	});

	it('takes 20,000 characters in as many lines, in a time that grows with them and not with their square', () => {
		const read = (count: number) => {
			const glyphs = Array.from({ length: count }, (_, i) => print('字', 100, 50 * i)).flat();
			expect(toPage(glyphs, size).boxes).toHaveLength(count);
		};
		expect(growthOf(read, 5000)).toBeLessThan(tooSteep);
	});

	it('has nothing to say of no characters', () => {
		expect(toPage([], size)).toEqual({ ...size, boxes: [] });
	});
});

describe('isUsable', () => {
	const invoice = print(
		'发票号码：24332000000158306471 开票日期：2024年06月18日 名称：某某公司 金额 税额 合计',
		0,
		0,
	);

	it('takes the text of an invoice', () => {
		expect(isUsable(invoice, 0.1)).toBe(true);
	});

	it.each([
		['nothing', [], 0],
		['a stamp', print('已报销 2024年06月18日 财务专用章', 0, 0), 0],
		['text on a scan', invoice, 0.97],
		['characters of private use', print('\ue001'.repeat(80), 0, 0), 0],
		['codes in place of characters', print('\u0001\u0002\u0003'.repeat(40), 0, 0), 0],
		['a font without a table', invoice.map((glyph) => ({ ...glyph, isMapped: false })), 0],
		['a font with a wrong table', print('!"#$%&()*+,-./:;<=>?@ABCDEFGH'.repeat(4), 0, 0), 0],
	])('does not take %s', (_, glyphs, pictureShare) => {
		expect(isUsable(glyphs, pictureShare)).toBe(false);
	});
});

describe('pictureShare', () => {
	/** A page of forms, each with so many forms in it, without end. */
	function endlessForms(count: number) {
		const looks = jest.fn(() => 5);
		const pdfium: Partial<Pdfium> = {
			pdfium: {
				HEAPU8: new Uint8Array(),
				getValue: () => 1,
				wasmExports: { malloc: () => 8, free: () => undefined },
			},
			FPDFPage_CountObjects: () => count,
			FPDFPage_GetObject: () => 1,
			FPDFPageObj_GetType: looks,
			FPDFPageObj_GetMatrix: () => true,
			FPDFFormObj_CountObjects: () => count,
			FPDFFormObj_GetObject: () => 1,
		};
		return { pdfium: pdfium as Pdfium, looks };
	}

	it.each([1, 2, 20])('looks at a bounded number of forms in forms, %i in each', (count) => {
		const { pdfium, looks } = endlessForms(count);
		expect(pictureShare(pdfium, { handle: 1, width: 600, height: 400 })).toBe(0);
		expect(looks.mock.calls.length).toBeLessThanOrEqual(50_000);
	});
});

describe('drawPage', () => {
	/** A page as PDFium draws it: blue, green, red and nothing, from address 8 on. */
	function drawing(...pixels: number[]): Pdfium {
		const pdfium: Partial<Pdfium> = {
			pdfium: {
				HEAPU8: Uint8Array.from([...new Array(8).fill(99), ...pixels, 99]),
				getValue: () => 1,
				wasmExports: { malloc: () => 8, free: () => undefined },
			},
			FPDFBitmap_CreateEx: () => 1,
			FPDFBitmap_FillRect: () => true,
			FPDF_RenderPageBitmap: () => undefined,
			FPDFBitmap_GetBuffer: () => 8,
			FPDFBitmap_Destroy: () => undefined,
		};
		return pdfium as Pdfium;
	}

	it('gives the colours in the order in which the engine takes them', () => {
		const page = { handle: 1, width: 2, height: 1 };
		expect(drawPage(drawing(1, 2, 3, 255, 4, 5, 6, 255), page, page)).toEqual({
			width: 2,
			height: 1,
			data: Uint8Array.of(3, 2, 1, 6, 5, 4),
		});
	});
});
