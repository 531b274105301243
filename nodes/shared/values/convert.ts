import { parseCurrency } from './currency';
import { parseDate } from './date';
import { isMasked, parseNumber } from './number';
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

type Converter = (text: string) => CellValue | undefined;

const booleans: Readonly<Record<string, boolean>> = { '1': true, '0': false, 是: true, 否: false };

/** Each returns undefined for a text that is not of its kind. */
const converters: Readonly<Record<ValueKind, Converter>> = {
	text: (text) => text.trim(),
	code: withoutBlanks,
	documentNumber: (text) => withoutBlanks(text).replace(/^(No|№)[.:]?(?=\d)/i, ''),
	amount: parseNumber,
	quantity: parseNumber,
	date: parseDate,
	time: parseTime,
	currency: parseCurrency,
	boolean: (text) => booleans[normaliseText(text)],
};

/** Free text may be of any length; a value that is longer than any printed one is not of its kind. */
const MAX_PRINTED_LENGTH = 200;

const maskable: readonly ValueKind[] = ['amount', 'quantity'];

export interface Conversion {
	/** Null where nothing was printed, where it is masked, and where it is not of the kind. */
	value: CellValue;
	/** True where something was printed that is not of the kind. */
	unreadable: boolean;
}

/**
 * Turns a value as the API returned it into a cell of a spreadsheet.
 *
 * @param returned text as documented; numbers occur where the documents say text
 */
export function convertValue(kind: ValueKind, returned: unknown): Conversion {
	const text = typeof returned === 'number' ? String(returned) : returned;
	if (typeof text !== 'string' || text.trim() === '') return { value: null, unreadable: false };
	if (maskable.includes(kind) && isMasked(text)) return { value: null, unreadable: false };
	const isPlausible = kind === 'text' || text.length <= MAX_PRINTED_LENGTH;
	const value = isPlausible ? converters[kind](text) : undefined;
	return value === undefined ? { value: null, unreadable: true } : { value, unreadable: false };
}
