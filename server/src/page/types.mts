/** A position on the upright page, in pixels. */
export interface Point {
	x: number;
	y: number;
}

/** The corners of a box: top-left, top-right, bottom-right, bottom-left in reading direction. */
export type Quad = readonly [Point, Point, Point, Point];

/** A rectangle along the sides of the page, in pixels of the upright page. */
export interface Area {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** One recognised character. */
export interface Glyph {
	char: string;
	/** 0 to 1. */
	confidence: number;
	/** Position along the baseline of the box: 0 is its left edge, 1 its right edge. */
	from: number;
	to: number;
}

/** One piece of text as it stands on the page. */
export interface TextBox {
	/** As recognised, with blanks put back from the gaps between glyphs. */
	text: string;
	/** The mean of the glyphs' confidences, 0 to 1. */
	confidence: number;
	quad: Quad;
	glyphs: Glyph[];
	/** The text is a seal's or stamp's, not print. */
	stamp?: true;
}

/** What the engine read from one picture, turned upright. */
export interface Page {
	width: number;
	height: number;
	/** Which page of its file it is, from 1; the first where it is not said. */
	number?: number;
	/** By how many degrees clockwise the picture was turned to stand upright. */
	turned?: 90 | 180 | 270;
	/** Of a long page that was put together from several: what it is made of, from the top down. */
	sheets?: readonly Sheet[];
	/** In no promised order. */
	boxes: TextBox[];
}

/** A stretch of a long page that was put together from several. */
export interface Sheet {
	/** Where it begins on the long page. */
	top: number;
	/** The page that it comes from. */
	page: Pick<Page, 'width' | 'height' | 'number' | 'turned'>;
	/** From a place on that page to the long page: times `scale`, then down by `shift`. */
	scale: number;
	shift: number;
}

/** A character on a crop of one line of text. */
export interface Mark {
	char: string;
	confidence: number;
	/** The same character in its other form, traditional or simplified, where it could not be told which one it is. */
	otherForm?: string;
	/** Of what is read as no digit, the digit that it is most probably, and how probable that is, 0 to 1. */
	digit?: { char: string; confidence: number };
	/** Where its ink begins and ends, in pixels of the crop. */
	left: number;
	right: number;
	/** The recognition model itself saw a blank before it. */
	afterBlank: boolean;
}
