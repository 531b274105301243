import { Base64Value } from './base64-value.mts';
import { decodedLimitOf } from './form-limits.mts';
import { FormReader, TextValue, type FormValue } from './form-reader.mts';

export interface CallFormOptions {
	imageParameter: string;
	/** Bytes that a picture may have. */
	maximumPicture: number;
	/** Bytes that the form has, Infinity when it did not say. */
	announced: number;
	/** Told how many bytes more are about to be held; may throw. */
	hold(bytes: number): void;
}

/** The parameters of a call, read while they arrive. */
export class CallForm {
	readonly keys: string[] = [];
	readonly pages: string[] = [];
	readonly draws: string[] = [];
	/** How often the picture was sent, and the first one. */
	pictures = 0;
	readonly picture: Base64Value;
	readonly #reader: FormReader;

	constructor({ imageParameter, maximumPicture, announced, hold }: CallFormOptions) {
		const most = Math.min(decodedLimitOf(maximumPicture), Math.ceil((announced * 3) / 4));
		this.picture = new Base64Value(most, hold);
		const values: Record<string, () => FormValue | undefined> = {
			key: () => new TextValue((text) => this.keys.push(text)),
			page: () => new TextValue((text) => this.pages.push(text)),
			draw: () => new TextValue((text) => this.draws.push(text)),
			[imageParameter]: () => (this.pictures++ === 0 ? this.picture : undefined),
		};
		this.#reader = new FormReader((name) =>
			Object.hasOwn(values, name) ? values[name]() : undefined,
		);
	}

	/** Throws FormError, and what `hold` throws. */
	write(chunk: Buffer): void {
		this.#reader.write(chunk);
	}

	end(): void {
		this.#reader.end();
	}
}
