/** Characters of base64 for so many bytes. */
export const base64Length = (bytes: number) => 4 * Math.ceil(bytes / 3);

/** The longest form: every character of the picture percent-encoded, and the other parameters. */
export const bodyLimitOf = (maximumPicture: number) =>
	3 * base64Length(maximumPicture) + 64 * 2 ** 10;

/** The bytes of the longest base64 that is taken. */
export const decodedLimitOf = (maximumPicture: number) => (base64Length(maximumPicture) / 4) * 3;
