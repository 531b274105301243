/** A decoded picture: 8-bit RGB, row by row from the top, without padding. */
export interface Raster {
	width: number;
	height: number;
	data: Uint8Array;
}
