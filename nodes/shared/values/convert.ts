import { parseCurrency } from './currency';
import { readDate } from './date';
import type { DateOrder } from './date';
import { isMasked, parseAmount, parseQuantity } from './number';
import { normaliseText, withoutBlanks } from './text';
import { parseTime } from './time';

export type ValueKind =
	| 'text'
	| 'code'
	| 'documentNumber'
	| 'amount'
	| 'quantity'
	| 'date'
	| 'time'
	| 'currency'
	| 'boolean';

export type CellValue = string | number | boolean | null;

/** What else is known of the paper that a value stands on. */
export interface Surroundings {
	/** The usual order of day, month and year; undefined where that is not known. */
	dateOrder?: DateOrder;
	/** Milliseconds since 1970. */
	now: number;
}

export interface Conversion {
	/** Null where nothing was printed, where it is masked, and where it is not of the kind. */
	value: CellValue;
	/** What a person should know of it; a phrase that follows the column's name. */
	problem?: string;
}

type Converter = (text: string, surroundings: Surroundings) => Conversion | undefined;

const booleans: Readonly<Record<string, boolean>> = {
	'1': true,
	'0': false,
	是: true,
	否: false,
	true: true,
	false: false,
};

/** What a spreadsheet makes of a long code: the figures behind the first are gone. */
const ROUNDED_CODE = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/** A converter of a function that returns undefined for a text that is not of its kind. */
const plain =
	(read: (text: string) => CellValue | undefined): Converter =>
	(text) => {
		const value = read(text);
		return value === undefined ? undefined : { value };
	};

const readCode = (text: string) => {
	const code = withoutBlanks(text);
	return ROUNDED_CODE.test(code) ? undefined : code;
};

/** Each returns undefined for a text that is not of its kind. */
const converters: Readonly<Record<ValueKind, Converter>> = {
	text: plain((text) => text.trim()),
	code: plain(readCode),
	documentNumber: plain((text) => readCode(text)?.replace(/^(No|№)[.:]?(?=\d)/i, '')),
	amount: plain(parseAmount),
	quantity: plain(parseQuantity),
	date: (text, { dateOrder, now }) => {
		const date = readDate(text, dateOrder, now);
		return date && { value: date.iso, problem: date.doubt && `${date.iso} ${date.doubt}` };
	},
	time: plain(parseTime),
	currency: plain(parseCurrency),
	boolean: plain((text) => booleans[normaliseText(text)]),
};

const unreadable: Conversion = { value: null, problem: 'is not readable as returned' };

/** Free text may be of any length; a value that is longer than any printed one is not of its kind. */
const MAX_PRINTED_LENGTH = 200;

/** Printed so that nobody writes a value in: strokes, and the words for no tax. */
const LEFT_OUT = /^(?:[\p{Pd}/\\_]+|[无無]|免[税稅]|不征[税稅])$/u;

const numeric: readonly ValueKind[] = ['amount', 'quantity'];
const codes: readonly ValueKind[] = ['code', 'documentNumber'];

/** A JSON number: its leading and trailing zeros are lost, so a code can be a whole one only. */
function convertNumber(kind: ValueKind, returned: number, surroundings: Surroundings): Conversion {
	if (!Number.isFinite(returned)) return unreadable;
	if (numeric.includes(kind)) return { value: returned === 0 ? 0 : returned };
	if (codes.includes(kind) && !Number.isSafeInteger(returned)) return unreadable;
	return converters[kind](String(returned), surroundings) ?? unreadable;
}

/**
 * Turns a value as the API returned it into a cell of a spreadsheet.
 *
 * @param returned text as documented; numbers and booleans occur where the documents say text
 */
export function convertValue(
	kind: ValueKind,
	returned: unknown,
	surroundings: Surroundings = { now: Date.now() },
): Conversion {
	if (returned === undefined || returned === null) return { value: null };
	if (typeof returned === 'number') return convertNumber(kind, returned, surroundings);
	const text = typeof returned === 'boolean' ? String(returned) : returned;
	if (typeof text !== 'string') return unreadable;
	if (text.trim() === '') return { value: null };
	if (kind !== 'text' && LEFT_OUT.test(text.trim())) return { value: null };
	if (numeric.includes(kind) && isMasked(text)) return { value: null };
	const isPlausible = kind === 'text' || text.length <= MAX_PRINTED_LENGTH;
	return (isPlausible && converters[kind](text, surroundings)) || unreadable;
}
