/** What a picture's header says of it. */
export interface PictureHeader {
	/** Pixels, as a viewer shows the picture (EXIF rotation applied). */
	width: number;
	height: number;
	/** False where the end of the file is missing. */
	complete: boolean;
	/** True for a film of several pictures. */
	animated?: boolean;
}
