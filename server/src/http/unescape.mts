const percent = 0x25;
const plus = 0x2b;
const blank = 0x20;

/** The value of a hexadecimal digit, -1 for any other character. */
const digits = Int8Array.from({ length: 256 }, (_, code) => {
	const digit = Number.parseInt(String.fromCharCode(code), 16);
	return Number.isNaN(digit) ? -1 : digit;
});

/**
 * Undoes the percent-encoding of a form's value piece by piece, as URLSearchParams does: `+` is a blank, and an
 * escape that is none stands for itself.
 */
export class Unescaper {
	/** What has come of an escape: nothing, its percent sign, or its first digit too (the code of that). */
	#percent = false;
	#digit: number | undefined;

	/**
	 * Writes the bytes that a piece stands for.
	 * @param target has room for two bytes more than the piece has
	 * @param at where to begin
	 * @returns where the written bytes end
	 */
	write(piece: Buffer, target: Buffer, at: number): number {
		const { length } = piece;
		for (let i = 0; i < length; i++) {
			if (this.#percent) {
				at = this.#continue(piece[i], target, at);
				continue;
			}
			// All but escapes in a loop of its own, which is what a picture consists of.
			let byte = piece[i];
			while (byte !== percent) {
				target[at++] = byte === plus ? blank : byte;
				if (++i === length) return at;
				byte = piece[i];
			}
			this.#percent = true;
		}
		return at;
	}

	/** Writes what has come of an escape that never ended. @returns where the written bytes end */
	end(target: Buffer, at: number): number {
		if (!this.#percent) return at;
		target[at++] = percent;
		if (this.#digit !== undefined) target[at++] = this.#digit;
		this.#percent = false;
		this.#digit = undefined;
		return at;
	}

	#continue(byte: number, target: Buffer, at: number): number {
		if (digits[byte] === -1) {
			at = this.end(target, at);
			if (byte === percent) this.#percent = true;
			else target[at++] = byte === plus ? blank : byte;
		} else if (this.#digit === undefined) {
			this.#digit = byte;
		} else {
			target[at++] = 16 * digits[this.#digit] + digits[byte];
			this.#percent = false;
			this.#digit = undefined;
		}
		return at;
	}
}
