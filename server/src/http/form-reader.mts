/** More parameters than any client of the APIs sends. */
const maximumParameters = 100;
/** Bytes of a name that are looked at; the names of the APIs, percent-encoded, have 36. */
const longestName = 100;
/** Bytes of a short value. */
const longestText = 4096;

const ampersand = 0x26;
const equals = 0x3d;

/** Thrown when a body is no form; the message says why. */
export class FormError extends Error {
	override name = 'FormError';
}

/** Takes the value of a parameter, still percent-encoded, piece by piece. */
export interface FormValue {
	write(bytes: Buffer): void;
	end(): void;
}

/** Reads a form (`application/x-www-form-urlencoded`) while it arrives; holds nothing of values that nobody wants. */
export class FormReader {
	readonly #open: (name: string) => FormValue | undefined;
	/** Of the parameter that is being read, as far as it came; undefined once its value began. */
	#name: string | undefined = '';
	#value: FormValue | undefined;
	#count = 1;

	/** @param open what takes the value of the parameter of that name, undefined when nobody does */
	constructor(open: (name: string) => FormValue | undefined) {
		this.#open = open;
	}

	/** Reads on. Throws FormError when there are too many parameters, and what values throw. */
	write(chunk: Buffer): void {
		let start = 0;
		let at = chunk.indexOf(ampersand);
		for (; at !== -1; start = at + 1, at = chunk.indexOf(ampersand, start)) {
			this.#read(chunk.subarray(start, at));
			this.end();
			if (this.#count++ === maximumParameters) {
				throw new FormError(`the form has more than ${maximumParameters} parameters`);
			}
		}
		this.#read(chunk.subarray(start));
	}

	/** The parameter ends here, and with the last one the form. */
	end(): void {
		if (this.#name) this.#beginValue();
		this.#value?.end();
		this.#value = undefined;
		this.#name = '';
	}

	#read(piece: Buffer): void {
		if (this.#name === undefined) {
			this.#value?.write(piece);
			return;
		}
		const at = piece.indexOf(equals);
		const end = at === -1 ? piece.length : at;
		this.#name += piece.toString('latin1', 0, Math.min(end, longestName + 1 - this.#name.length));
		if (at === -1) return;
		this.#beginValue();
		this.#value?.write(piece.subarray(at + 1));
	}

	#beginValue(): void {
		this.#value = this.#open(unescape(this.#name ?? ''));
		this.#name = undefined;
	}
}

/** A value that is a short text. */
export class TextValue implements FormValue {
	readonly #done: (text: string) => void;
	#text = '';
	#cut = false;

	/** @param done told the text; an ellipsis ends one that was too long */
	constructor(done: (text: string) => void) {
		this.#done = done;
	}

	write(bytes: Buffer): void {
		const room = longestText - this.#text.length;
		this.#text += bytes.toString('latin1', 0, Math.min(bytes.length, room));
		this.#cut ||= bytes.length > room;
	}

	end(): void {
		this.#done(unescape(this.#text) + (this.#cut ? '…' : ''));
	}
}

/** What a short percent-encoded text stands for. */
const unescape = (text: string) => new URLSearchParams(`=${text}`).get('') ?? '';
