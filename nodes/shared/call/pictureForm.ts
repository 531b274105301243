import type { RequestMemory } from './requestMemory';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BITS_OF_PAIR = 12;
const PAIRS = 2 ** BITS_OF_PAIR;
/** Bytes of two characters that are both percent-encoded. */
const LONGEST_PAIR = 6;
/** Of a compressed picture's characters 2 in 64 are percent-encoded: 1.0625 and some air. */
const EXPECTED_GROWTH = 1.08;

/** For every 12 bits their two characters of base64, percent-encoded: the first four bytes, the others, how many. */
const heads = new Uint32Array(PAIRS);
const tails = new Uint16Array(PAIRS);
const lengths = new Uint8Array(PAIRS);
for (let pair = 0; pair < PAIRS; pair++) {
	const text = encodeURIComponent(ALPHABET[pair >> 6] + ALPHABET[pair & 63]);
	const bytes = Buffer.alloc(LONGEST_PAIR);
	lengths[pair] = bytes.write(text, 'latin1');
	heads[pair] = bytes.readUInt32LE(0);
	tails[pair] = bytes.readUInt16LE(4);
}

/** A form under way: bytes up to `end` are written. */
interface Draft {
	form: Buffer;
	view: DataView;
	end: number;
}

function draftIn(memory: ArrayBuffer, end: number): Draft {
	return { form: Buffer.from(memory), view: new DataView(memory), end };
}

/** Writes whole groups of three bytes, as far as there is room. @returns the index of the first byte left */
function writeGroups(draft: Draft, picture: Buffer, start: number): number {
	const { form, view } = draft;
	const stop = picture.length - 2;
	const full = form.length - 4 * LONGEST_PAIR;
	let { end } = draft;
	let index = start;
	for (; index < stop && end <= full; index += 3) {
		const bits = (picture[index] << 16) | (picture[index + 1] << 8) | picture[index + 2];
		const first = bits >> BITS_OF_PAIR;
		view.setUint32(end, heads[first], true);
		if (lengths[first] > 4) view.setUint16(end + 4, tails[first], true);
		end += lengths[first];
		const second = bits & (PAIRS - 1);
		view.setUint32(end, heads[second], true);
		if (lengths[second] > 4) view.setUint16(end + 4, tails[second], true);
		end += lengths[second];
	}
	draft.end = end;
	return index;
}

/**
 * A form with the key, the pages that are asked for and, as its last field, a picture in base64, percent-encoded (WHATWG URL, 5.2: the serializer
 * of application/x-www-form-urlencoded). URLSearchParams takes three times as long for it, and an object that n8n's
 * helper turns into a form is copied several times besides.
 *
 * @param name the picture's field; letters and underscores, which need no encoding
 * @returns a view of memory that was taken, from its beginning
 */
export function pictureForm(
	key: string,
	name: string,
	picture: Buffer,
	memory: RequestMemory,
	page?: string,
): Buffer {
	const pages = page === undefined ? '' : `&page=${encodeURIComponent(page)}`;
	const start = `key=${encodeURIComponent(key)}${pages}&${name}=`;
	const expected = Math.ceil((picture.length / 3) * 4 * EXPECTED_GROWTH);
	let draft = draftIn(memory.take(start.length + expected + 8 * LONGEST_PAIR), start.length);
	draft.form.write(start, 'latin1');
	let index = writeGroups(draft, picture, 0);
	// A white bitmap, for one, is nothing but slashes.
	while (index < picture.length - 2) {
		const larger = draftIn(memory.take(draft.form.length * 2), draft.end);
		draft.form.copy(larger.form, 0, 0, draft.end);
		draft = larger;
		index = writeGroups(draft, picture, index);
	}
	const last = encodeURIComponent(picture.toString('base64', index));
	return draft.form.subarray(0, draft.end + draft.form.write(last, draft.end, 'latin1'));
}
