import type { StructuredInvoice, StructuredValue } from './structured.mts';
import { sameValue } from './values.mts';

/** A value of one source beside the same of another: the first counts, and takes the place that only the other knows. */
function beside(one: StructuredValue, other: StructuredValue | undefined): StructuredValue {
	if (!other) return one;
	const differs = one.value !== '' && other.value !== '' && !sameValue(one.value, other.value);
	return {
		...one,
		place: one.place ?? (differs ? null : other.place),
		isDisputed: one.isDisputed || other.isDisputed || differs,
	};
}

function fieldsOf(one: StructuredInvoice, other: StructuredInvoice): StructuredValue[] {
	const others = new Map(other.fields.map((field) => [field.name, field]));
	const own = new Set(one.fields.map(({ name }) => name));
	return [
		...one.fields.map((field) => beside(field, others.get(field.name))),
		...other.fields.filter(({ name }) => !own.has(name)),
	];
}

/** Lines are held against each other where both sources have as many. */
function linesOf(one: StructuredInvoice, other: StructuredInvoice): StructuredInvoice['lines'] {
	if (!one.lines || one.lines.length !== other.lines?.length) return one.lines ?? other.lines;
	const others = other.lines;
	return one.lines.map((line, i) => line.map((cell, j) => beside(cell, others[i][j])));
}

/**
 * One invoice of what the places of a file say of it, the most trusted first: what an earlier one says counts, later ones
 * fill in, and where two differ the value is marked as disputed. Undefined where there are none.
 */
export const merged = (sources: readonly StructuredInvoice[]): StructuredInvoice | undefined =>
	sources.reduce<StructuredInvoice | undefined>(
		(all, source) =>
			all ? { fields: fieldsOf(all, source), lines: linesOf(all, source) } : source,
		undefined,
	);
