import { withoutSeal } from '../../src/engine/seal.mts';

const width = 60;
const rowSize = 64;
const height = 48;

type Color = readonly [red: number, green: number, blue: number];
const black: Color = [-0.8, -0.8, -0.8];
const seal: Color = [0.7, -0.5, -0.4];

const isText = (x: number, y: number) => x % 10 < 3 && y >= 10 && y < 38;
const isSeal = (x: number) => x >= 40 && x < 46;

/** A crop on paper, with what `paint` puts on it, in planes of blue, green and red. */
function crop(paint: (x: number, y: number) => Color | undefined, paper: Color = [0.9, 0.9, 0.9]) {
	const planes = new Float32Array(3 * height * rowSize);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [red, green, blue] = paint(x, y) ?? paper;
			[blue, green, red].forEach((value, channel) => {
				planes[(channel * height + y) * rowSize + x] = value;
			});
		}
	}
	return planes;
}

/** Fades a colour to a fifth of its contrast, around a middle grey. */
const faded = (color: Color): Color => [color[0] / 5, color[1] / 5, color[2] / 5];

const sealedText = (x: number, y: number) => (isText(x, y) ? black : isSeal(x) ? seal : undefined);

describe('withoutSeal', () => {
	it('takes away the red ink and leaves the black', () => {
		const lit = withoutSeal(crop(sealedText), width, height, rowSize);
		const at = (x: number, y: number) =>
			[0, 1, 2].map((channel) => lit?.[(channel * height + y) * rowSize + x]);
		expect(at(45, 20)).toEqual([0.7, 0.7, 0.7].map((value) => expect.closeTo(value)));
		expect(at(41, 20)).toEqual([-0.8, -0.8, -0.8].map((value) => expect.closeTo(value)));
	});

	it('finds a seal on a picture of low contrast too', () => {
		const pale = (x: number, y: number) => {
			const color = sealedText(x, y);
			return color && faded(color);
		};
		expect(withoutSeal(crop(pale, faded([0.9, 0.9, 0.9])), width, height, rowSize)).toBeDefined();
	});

	it.each<[string, (x: number, y: number) => Color | undefined]>([
		['black text', (x, y) => (isText(x, y) ? black : undefined)],
		['red text alone', (x, y) => (isText(x, y) ? seal : undefined)],
		['a red speck', (x, y) => (isText(x, y) ? black : x === 45 && y < 30 ? seal : undefined)],
		['empty paper', () => undefined],
	])('leaves %s as it is', (_, paint) => {
		expect(withoutSeal(crop(paint), width, height, rowSize)).toBeUndefined();
	});
});
