// The wire format of protocol buffers, as far as ONNX models use it:
// https://protobuf.dev/programming-guides/encoding/

const varint = 0;
const fixed64 = 1;
const bytes = 2;
const fixed32 = 5;

/** A field of a message: an integer below 2^53, or its bytes (strings, messages, floats) undecoded. */
export interface Field {
	number: number;
	value: number | Uint8Array;
	/** Four or eight bytes without a length before them. */
	fixed?: boolean;
}

/** The fields of a message in their order. Throws RangeError on what is no message. */
export function decodeMessage(message: Uint8Array): Field[] {
	const fields: Field[] = [];
	let at = 0;
	const take = (length: number) => {
		if (at + length > message.length) throw new RangeError('the message is cut off');
		return message.subarray(at, (at += length));
	};
	const number = () => {
		let value = 0;
		for (let factor = 1; ; factor *= 128) {
			if (at >= message.length) throw new RangeError('the message is cut off');
			const byte = message[at++];
			value += (byte & 127) * factor;
			if (byte < 128) return value;
		}
	};
	while (at < message.length) {
		const key = number();
		const type = key & 7;
		const field = { number: key >>> 3 };
		if (type === varint) fields.push({ ...field, value: number() });
		else if (type === bytes) fields.push({ ...field, value: take(number()) });
		else if (type === fixed32) fields.push({ ...field, value: take(4), fixed: true });
		else if (type === fixed64) fields.push({ ...field, value: take(8), fixed: true });
		else throw new RangeError(`wire type ${type} is not of protocol buffers 3`);
	}
	return fields;
}

/** A field to encode; bytes may come in parts: weights are large, and a message lies in another. */
export interface NewField {
	number: number;
	value: Field['value'] | readonly Uint8Array[];
	fixed?: boolean;
}

/** The message of these fields. */
export const encodeMessage = (fields: readonly NewField[]): Uint8Array =>
	Buffer.concat(messageParts(fields));

/** The message of these fields, in parts that are not copied. */
export function messageParts(fields: readonly NewField[]): Uint8Array[] {
	const parts: Uint8Array[] = [];
	for (const { number, value, fixed } of fields) {
		if (typeof value === 'number') {
			parts.push(encodeNumbers(number * 8 + varint, value));
			continue;
		}
		const own = value instanceof Uint8Array ? [value] : value;
		const length = own.reduce((sum, part) => sum + part.length, 0);
		if (fixed) parts.push(encodeNumbers(number * 8 + (length === 4 ? fixed32 : fixed64)));
		else parts.push(encodeNumbers(number * 8 + bytes, length));
		for (const part of own) parts.push(part);
	}
	return parts;
}

/** The numbers of a repeated field, which may come packed or one by one. */
export function repeatedNumbers(fields: readonly Field[], number: number): number[] {
	return fields
		.filter((field) => field.number === number)
		.flatMap(({ value }) => (typeof value === 'number' ? value : decodeNumbers(value)));
}

/** The first field of a number. */
export const fieldOf = (fields: readonly Field[], number: number): Field['value'] | undefined =>
	fields.find((field) => field.number === number)?.value;

/** Texts of a repeated field. */
export const texts = (fields: readonly Field[], number: number): string[] =>
	fields
		.filter((field) => field.number === number)
		.map(({ value }) => Buffer.from(value as Uint8Array).toString('utf8'));

function decodeNumbers(packed: Uint8Array): number[] {
	const values: number[] = [];
	let value = 0;
	let factor = 1;
	for (const byte of packed) {
		value += (byte & 127) * factor;
		factor *= 128;
		if (byte < 128) {
			values.push(value);
			value = 0;
			factor = 1;
		}
	}
	return values;
}

function encodeNumbers(...values: number[]): Uint8Array {
	const encoded: number[] = [];
	for (let value of values) {
		for (; value >= 128; value = Math.floor(value / 128)) encoded.push(value % 128 | 128);
		encoded.push(value);
	}
	return Uint8Array.from(encoded);
}
