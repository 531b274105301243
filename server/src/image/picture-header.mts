/** Width and height in pixels as stored, before any EXIF orientation. */
export interface Size {
	width: number;
	height: number;
}

/** What a picture's header says of it. */
export interface PictureHeader extends Size {
	/** Values of a pixel, where the header says how many the decoder makes. */
	channels?: number;
	/** Whether it is decoded as a whole (progressive, interlaced), and not row by row. */
	isWhole: boolean;
	/** Bytes that decoding it holds at once; 0 where it goes row by row. */
	heldBytes: number;
}
