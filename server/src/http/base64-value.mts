import type { FormValue } from './form-reader.mts';
import { Unescaper } from './unescape.mts';

/** Bytes that are decoded at once: a fraction of a millisecond. */
const pieceLength = 2 ** 16;
const smallest = 2 ** 14;
const startLength = 5;

const plus = 0x2b;
const pad = 0x3d;

/** The character of base64 that each stands for, 0 for none: a `+` that a client forgot to escape arrives as a blank. */
const base64Of = Uint8Array.from({ length: 256 }, (_, code) => {
	const char = String.fromCharCode(code);
	return char === ' ' ? plus : /[A-Za-z0-9+/]/.test(char) ? code : 0;
});

/** Where a piece is made text, behind the characters that are left of the one before; for all values in turn. */
const text = Buffer.allocUnsafeSlow(pieceLength + 8);

/**
 * A value of a form that is base64, decoded while it arrives into one buffer. What is wrong with it is only
 * noted: other faults of the call may come first.
 */
export class Base64Value implements FormValue {
	/** Characters that came. */
	characters = 0;
	/** The first of them. */
	start = '';
	readonly #most: number;
	readonly #hold: (bytes: number) => void;
	readonly #unescaper = new Unescaper();
	/** Characters that are not decoded yet, of an unfinished group of four. */
	readonly #carry = new Uint8Array(3);
	#pending = 0;
	#bytes = Buffer.alloc(0);
	#length = 0;
	/** The position of the first character that is none of base64, and how many `=` stand there. */
	#end: number | undefined;
	#padding = 0;
	#stray = false;

	/**
	 * @param most bytes that are decoded; what comes beyond is only counted
	 * @param hold told how many bytes more are about to be held; may throw
	 */
	constructor(most: number, hold: (bytes: number) => void) {
		this.#most = most;
		this.#hold = hold;
	}

	write(bytes: Buffer): void {
		for (let at = 0; at < bytes.length; at += pieceLength) {
			const piece = bytes.subarray(at, at + pieceLength);
			text.set(this.#carry);
			this.#take(this.#unescaper.write(piece, text, this.#pending));
		}
	}

	end(): void {
		text.set(this.#carry);
		this.#take(this.#unescaper.end(text, this.#pending));
		text.set(this.#carry);
		this.#decode(this.#pending);
	}

	/** Where the first character stands that does not belong there, counted from 1. */
	get strayPosition(): number | undefined {
		return this.#stray ? this.#end : undefined;
	}

	/** What was decoded. */
	get bytes(): Buffer {
		return this.#bytes.subarray(0, this.#length);
	}

	/** Checks and decodes the characters that were added to the pending ones. */
	#take(end: number): void {
		if (this.start.length < startLength) {
			this.start += text.toString('latin1', this.#pending, end);
			this.start = this.start.slice(0, startLength);
		}
		const valid = this.#end === undefined ? this.#check(end) : this.#pending;
		if (valid < end) this.#noteEnd(valid, end);
		this.characters += end - this.#pending;
		this.#pending = valid;
		const groups = valid - (valid % 4);
		if (groups > 0) this.#decode(groups);
		this.#carry.set(text.subarray(groups, valid));
		this.#pending = valid - groups;
	}

	/** How far the text is base64. */
	#check(end: number): number {
		for (let i = this.#pending; i < end; i++) {
			const char = base64Of[text[i]];
			if (char === 0) return i;
			text[i] = char;
		}
		return end;
	}

	/** One or two `=` may end the text, and nothing else. */
	#noteEnd(from: number, to: number): void {
		this.#end ??= this.characters + from - this.#pending + 1;
		for (let i = from; i < to && !this.#stray; i++) {
			if (text[i] === pad && this.#padding < 2) this.#padding++;
			else this.#stray = true;
		}
	}

	#decode(count: number): void {
		const size = Math.floor((count * 3) / 4);
		if (size === 0 || this.#length + size > this.#most) return;
		this.#makeRoom(this.#length + size);
		this.#length += this.#bytes.write(text.toString('latin1', 0, count), this.#length, 'base64');
	}

	/** Doubles the buffer, so that all copying together is less than two copies of the whole. */
	#makeRoom(size: number): void {
		const old = this.#bytes;
		if (size <= old.length) return;
		const larger = Math.min(this.#most, Math.max(size, 2 * old.length, smallest));
		this.#hold(larger - old.length);
		this.#bytes = Buffer.allocUnsafeSlow(larger);
		old.copy(this.#bytes, 0, 0, this.#length);
	}
}
