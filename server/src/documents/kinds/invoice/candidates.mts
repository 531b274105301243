import { charsBelow } from '../../below.mts';
import type { InvoiceLabel } from '../../lexicon/invoice-labels.mts';
import type { Reading } from '../../lex/reading.mts';
import { candidateOf, type Candidate } from '../../propose/candidate.mts';
import type { LabelValue } from '../../propose/labelled.mts';
import type { Add, Weights } from '../../score/weights.mts';
import { isServed, type Alone, type Field, type ReadSheet } from './kind.mts';

/** The characters of a value up to the next label of a field: labels in it (合同号) are a part of it. */
function charsTo({ sheet }: ReadSheet, { label, chars }: LabelValue<InvoiceLabel>) {
	const next = sheet.labels[label.row].find(
		(other) => other.start > label.start && isServed(other),
	);
	const row = sheet.rows[label.row].chars;
	const reach = row.slice(label.valueFrom, next?.start ?? row.length);
	return reach.length > chars.length ? reach : chars;
}

/** The readings of a field behind its labels, or below them where nothing behind makes sense. */
function labelled(read: ReadSheet, { labels, lex, reach }: Field): Alone[] {
	const { sheet, values } = read;
	return values.flatMap((value): Alone[] => {
		const { label, signs } = value;
		if (!label.entry || !labels.includes(label.entry.field)) return [];
		const own = lex(reach === 'field' ? charsTo(read, value) : value.chars);
		if (own.length > 0 || !signs.includes('behind'))
			return own.map((reading) => ({ reading, row: label.row, signs }));
		return lex(charsBelow(sheet.rows, sheet.labels, label)).map((reading) => ({
			reading,
			row: label.row,
			signs: [...signs.filter((sign) => sign !== 'behind'), 'below what is none'],
		}));
	});
}

/** A candidate with what is the same for all fields that have values of certain lengths. */
function withLength(one: Candidate, { lengths }: Field, weights: Weights): Candidate {
	if (!lengths) return one;
	const fits = lengths.includes(one.reading.text.length);
	const describe = (add: Add) => {
		one.describe(add);
		add(fits ? 'as long as its field' : 'not as long as its field');
	};
	return { ...one, describe, score: weights.score(describe) };
}

/** What can be a field of a sheet. */
export function candidatesOf(read: ReadSheet, field: Field, weights: Weights): Candidate[] {
	const all = [...labelled(read, field), ...(field.alone?.(read.sheet) ?? [])];
	const readings: Reading[] = all.map(({ reading }) => reading);
	return all.map(({ reading, row, signs }) =>
		withLength(
			candidateOf(
				field.name,
				reading,
				row,
				[...signs, ...(field.signs?.(reading, readings) ?? [])],
				weights,
			),
			field,
			weights,
		),
	);
}
