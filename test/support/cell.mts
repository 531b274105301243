import { convertValue } from '../../nodes/shared/values/convert.ts';
import type { ValueKind } from '../../nodes/shared/values/convert.ts';

export const unreadable = Symbol('unreadable');

/** What the cell of a kind becomes of a returned value. */
export function cell(kind: ValueKind, text: unknown) {
	const { value, problem } = convertValue(kind, text);
	return value === null && problem ? unreadable : value;
}
