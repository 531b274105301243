import { PictureError } from '../page/picture-error.mts';
import type { Size } from './picture-header.mts';

/** Boxes that are looked at in a box: a photo of 48 million pixels has a few hundred properties. */
const maximumBoxes = 5_000;

interface Box {
	name: string;
	data: Buffer;
	/** Whether it is longer than what it is in. */
	isCutOff: boolean;
}

/** The boxes in a box or file (ISO/IEC 14496-12, 4.2): a size with itself, a name, data; size 1 stands for one of 64 bits. */
function boxesIn(bytes: Buffer): Box[] {
	const boxes: Box[] = [];
	let at = 0;
	while (boxes.length < maximumBoxes && at + 8 <= bytes.length) {
		const short = bytes.readUInt32BE(at);
		const isLong = short === 1 && at + 16 <= bytes.length;
		const headSize = isLong ? 16 : 8;
		const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
		if (size < headSize) break;
		const name = bytes.toString('latin1', at + 4, at + 8);
		const end = at + size;
		boxes.push({ name, data: bytes.subarray(at + headSize, end), isCutOff: end > bytes.length });
		at = end;
	}
	return boxes;
}

/** What stands in a full box behind its version and flags. */
const bodyOf = ({ data }: Box) => data.subarray(4);

const firstIn = (bytes: Buffer, wanted: string): Box | undefined =>
	boxesIn(bytes).find(({ name }) => name === wanted);

/** The properties of the pictures in a HEIC or AVIF file (ISO/IEC 23008-12, 9.3). */
function propertiesOf(picture: Buffer): Box[] {
	const meta = firstIn(picture, 'meta');
	const properties = meta && firstIn(bodyOf(meta), 'iprp');
	const container = properties && firstIn(properties.data, 'ipco');
	return container ? boxesIn(container.data) : [];
}

/**
 * The size of the largest picture in a HEIC or AVIF file (ISO/IEC 23008-12, 6.5.3), which is the photo itself; others
 * are tiles and previews of it. Throws PictureError where it says none, or where the end of the file is missing.
 */
export function readIsoSize(picture: Buffer): Size {
	if (boxesIn(picture).some(({ isCutOff }) => isCutOff)) {
		throw new PictureError('the photo is cut off: its end is missing');
	}
	const sizes = propertiesOf(picture)
		.filter(({ name, data }) => name === 'ispe' && data.length >= 12)
		.map(bodyOf)
		.map((body) => ({ width: body.readUInt32BE(0), height: body.readUInt32BE(4) }));
	const [largest] = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
	if (!largest) throw new PictureError("the photo's header cannot be read: save it as JPEG");
	return largest;
}
