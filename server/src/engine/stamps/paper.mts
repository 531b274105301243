import type { Raster } from '../../image/raster.mts';

/** Sides of the blocks in which paper is looked for, in pixels of the picture given. */
export const blockSide = 32;
/** The share of a block's pixels that are no brighter than its paper. */
const paperShare = 0.85;

/** How bright the paper is about each place of a picture: light falls unevenly on a photographed one. */
export interface Paper {
	columns: number;
	rows: number;
	/** The natural logarithm of each block's red, green and blue level, row by row. */
	levels: Float32Array;
}

/** The paper of a picture, which is gone through once: it should be a small one. */
export function paperOf(raster: Raster): Paper {
	const columns = Math.ceil(raster.width / blockSide);
	const rows = Math.ceil(raster.height / blockSide);
	const levels = new Float32Array(columns * rows * 3);
	for (let row = 0, at = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			for (const level of levelsOf(raster, column, row)) levels[at++] = Math.log(level);
		}
	}
	return { columns, rows, levels };
}

/** Where the levels about a pixel begin; beyond the picture its edge continues. */
export function levelsAt({ columns, rows }: Paper, x: number, y: number): number {
	const column = Math.min(columns - 1, Math.max(0, Math.floor(x / blockSide)));
	const row = Math.min(rows - 1, Math.max(0, Math.floor(y / blockSide)));
	return (row * columns + column) * 3;
}

/** The levels of red, green and blue that the brightest pixels of a block have, 1 to 255. */
function levelsOf({ width, height, data }: Raster, column: number, row: number): number[] {
	const [left, top] = [column * blockSide, row * blockSide];
	const [right, bottom] = [Math.min(width, left + blockSide), Math.min(height, top + blockSide)];
	const counts = new Uint16Array(3 * 256);
	let pixels = 0;
	for (let y = top; y < bottom; y += 2) {
		for (let x = left; x < right; x += 2, pixels++) {
			const at = (y * width + x) * 3;
			counts[data[at]]++;
			counts[256 + data[at + 1]]++;
			counts[512 + data[at + 2]]++;
		}
	}
	return [0, 256, 512].map((from) => {
		let level = 255;
		let brighter = counts[from + level];
		while (level > 1 && brighter <= pixels * (1 - paperShare)) brighter += counts[from + --level];
		return level;
	});
}
