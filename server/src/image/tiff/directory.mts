import { PictureError } from '../../page/picture-error.mts';

/** TIFF 6.0, section 2: the byte order, 42, and where the first directory stands. */
const firstAt = 4;
const entrySize = 12;
/** Bytes of a value by its type: BYTE, SHORT, LONG. Others are of no interest here. */
const valueSizes: Record<number, 1 | 2 | 4 | undefined> = { 1: 1, 3: 2, 4: 4 };
/** A page has some twenty; scanners and cameras write a few dozen more. */
const maximumEntries = 200;

/** Reads the numbers of a TIFF in its byte order; beyond its end they are undefined. */
class Numbers {
	readonly #file: Buffer;
	readonly #isLittle: boolean;

	constructor(file: Buffer) {
		this.#file = file;
		this.#isLittle = file[0] === 0x49;
	}

	at(place: number, size: 1 | 2 | 4): number | undefined {
		if (place + size > this.#file.length) return undefined;
		if (size === 1) return this.#file[place];
		return this.#isLittle ? this.#file.readUIntLE(place, size) : this.#file.readUIntBE(place, size);
	}

	write(place: number, value: number): void {
		if (this.#isLittle) this.#file.writeUInt32LE(value, place);
		else this.#file.writeUInt32BE(value, place);
	}
}

/** One directory of a TIFF: what is said of a page, or of a preview of it. */
export class Directory {
	/** Where it stands. */
	readonly offset: number;
	/** Where the next one stands; 0 behind the last, undefined where this is cut off. */
	readonly next: number | undefined;
	readonly #numbers: Numbers;
	/** Places of the entries by their tags; of two with one tag the first counts. */
	readonly #entries = new Map<number, number>();

	/** Throws PictureError where it has more entries than any. */
	constructor(file: Buffer, offset: number) {
		this.offset = offset;
		this.#numbers = new Numbers(file);
		const count = this.#numbers.at(offset, 2) ?? 0;
		if (count > maximumEntries) {
			throw new PictureError('the TIFF is broken: it says more of a page than any TIFF does');
		}
		for (let i = 0; i < count; i++) {
			const place = offset + 2 + i * entrySize;
			const tag = this.#numbers.at(place, 2);
			if (tag !== undefined && !this.#entries.has(tag)) this.#entries.set(tag, place);
		}
		this.next = this.#numbers.at(this.#nextAt(count), 4);
	}

	/** How many values an entry has; 0 where there is none. */
	count(tag: number): number {
		const place = this.#entries.get(tag);
		return (place && this.#numbers.at(place + 4, 4)) ?? 0;
	}

	/**
	 * A value of an entry, or what it is where there is no such entry. Throws PictureError where the entry is cut off, or
	 * of a type that such a number never has: the decoder might make something else of it.
	 */
	value(tag: number, preset: number, index = 0): number {
		const place = this.#entries.get(tag);
		if (place === undefined) return preset;
		const size = valueSizes[this.#numbers.at(place + 2, 2) ?? 0];
		// Values that fit stand in the entry itself.
		const isInside = size && size * this.count(tag) <= 4;
		const values = isInside ? place + 8 : this.#numbers.at(place + 8, 4);
		const value = size && values && this.#numbers.at(values + size * index, size);
		if (value === undefined) {
			throw new PictureError(
				'the TIFF is broken or cut off: what it says of a page cannot be read',
			);
		}
		return value;
	}

	/** A TIFF in which this directory is the only one; the same bytes where it already is. */
	static alone(file: Buffer, { offset, next }: Directory): Buffer {
		const first = new Numbers(file).at(firstAt, 4);
		if (offset === first && next === 0) return file;
		const copy = Buffer.from(file);
		const numbers = new Numbers(copy);
		numbers.write(firstAt, offset);
		const nextAt = offset + 2 + (numbers.at(offset, 2) ?? 0) * entrySize;
		if (nextAt + 4 <= copy.length) numbers.write(nextAt, 0);
		return copy;
	}

	#nextAt(count: number): number {
		return this.offset + 2 + count * entrySize;
	}
}

/** Where the first directory of a TIFF stands; 0 where the file is too short to say it. */
export const firstDirectory = (file: Buffer): number => new Numbers(file).at(firstAt, 4) ?? 0;
