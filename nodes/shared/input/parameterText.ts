import type { RecognitionFailure } from '../failure';
import { inputFailure } from './inputPicture';

/** A parameter that is to hold text, as its errors speak of it. */
export interface TextParameter {
	/** As people read it in the node. */
	label: string;
	/** What it is to hold, with its article. */
	wanted: string;
}

const CHECK_EXPRESSION =
	'Check the name of the field in the expression, and that the node before outputs it';
const PICK_ONE =
	'Make items of the list first, for example with a Split Out node, or pick one of it in the expression, such as {{ $json.images[0] }}';

/** What becomes of values without content, in an expression among text too. */
const nothing = ['undefined', 'null', 'NaN'];
const OBJECT_AS_TEXT = '[object Object]';
/** Braces that n8n did not evaluate, because the parameter is a fixed text. */
const FIXED_EXPRESSION = /^=?\{\{[^]*\}\}$/;

/** What a value is instead of a text; undefined for a text. */
function otherKind(value: unknown): string | undefined {
	if (Array.isArray(value)) return `a list of ${value.length} values`;
	if (typeof value === 'object' || value === OBJECT_AS_TEXT) return 'an object';
	return typeof value === 'string' ? undefined : `the ${typeof value} ${String(value)}`;
}

/**
 * Says what is wrong with a parameter's value where a text is asked for.
 *
 * @returns undefined for a text that may be one
 */
export function faultOfText(
	value: unknown,
	{ label, wanted }: TextParameter,
): RecognitionFailure | undefined {
	const text = typeof value === 'string' ? value.trim() : value;
	if (text === '') return inputFailure(`${label} is empty, not ${wanted}`, `Give it ${wanted}`);
	if (text === null || (typeof text !== 'object' && nothing.includes(String(text))))
		return inputFailure(
			`${label} is empty: its expression gives ${String(text)}, not ${wanted}`,
			CHECK_EXPRESSION,
		);
	const other = otherKind(text);
	if (other !== undefined)
		return inputFailure(
			`${label} holds ${other} instead of ${wanted}`,
			Array.isArray(value) ? PICK_ONE : CHECK_EXPRESSION,
		);
	if (!FIXED_EXPRESSION.test(String(text))) return undefined;
	return inputFailure(
		`${label} holds an expression as plain text`,
		'Switch the parameter from Fixed to Expression',
	);
}

/**
 * The text of a parameter, without blanks around it. A list of one is taken for what it holds.
 *
 * @throws RecognitionFailure where the value is no text
 */
export function textOf(value: unknown, parameter: TextParameter): string {
	const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
	const fault = faultOfText(single, parameter);
	if (fault) throw fault;
	return String(single).trim();
}
