/** The end of central directory record: its signature, its length, and how long a comment may follow (APPNOTE.TXT, 4.3.16). */
const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const endLength = 22;
const longestComment = 0xffff;
/** So much of the list of a ZIP is looked at: that of thousands of files. */
const mostListed = 2 ** 20;

/**
 * The list of a ZIP's files as it stands at its end, names among other bytes: enough to tell what kind of document a
 * ZIP is, with a bounded number of bytes looked at and nothing unpacked. Of one that is cut off, its first bytes.
 */
export function zipListing(file: Buffer): string {
	const tail = file.subarray(-(endLength + longestComment));
	const end = tail.lastIndexOf(endSignature);
	const start = end >= 0 && end + endLength <= tail.length ? tail.readUInt32LE(end + 16) : 0;
	return file.toString('latin1', start, start + mostListed);
}
