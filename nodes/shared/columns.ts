import type { IDataObject } from 'n8n-workflow';

import type { Reason } from './review';
import { convertValue } from './values/convert';
import type { CellValue, Surroundings, ValueKind } from './values/convert';

/** A column of the output: our key and what its values are. */
export interface Column {
	key: string;
	kind: ValueKind;
}

/** Cells by column key, and what a person should know of them. */
export interface TypedCells {
	cells: Record<string, CellValue>;
	problems: Reason[];
}

/** A name and a value that stand behind the fixed columns. */
export type Extra = readonly [name: string, value: unknown];

/**
 * Converts returned values column by column; every column gets a cell, null where nothing was returned.
 *
 * @param returned values by column key
 */
export function typedCells(
	columns: readonly Column[],
	returned: Readonly<Record<string, unknown>>,
	surroundings: Surroundings,
): TypedCells {
	const cells: Record<string, CellValue> = {};
	const problems: Reason[] = [];
	for (const { key, kind } of columns) {
		const { value, problem } = convertValue(kind, returned[key], surroundings);
		cells[key] = value;
		if (problem) problems.push({ about: key, text: `${key} ${problem}` });
	}
	return { cells, problems };
}

/**
 * Adds what else was returned behind the fixed columns. A name that is taken already gets a number, so that
 * nothing is overwritten and nothing is lost.
 */
export function appendExtras(item: IDataObject, extras: readonly Extra[]): IDataObject {
	const numbers = new Map<string, number>();
	for (const [name, value] of extras) {
		let key = name;
		let number = numbers.get(name) ?? 2;
		// A name of every object, such as __proto__, is taken too.
		while (key in item) key = `${name}_${number++}`;
		numbers.set(name, number);
		item[key] = value as IDataObject[string];
	}
	return item;
}

/** More than any paper has. */
const MAX_REPEATED = 100;

/**
 * What of a document's further values a row carries: the first row all of them, the others as many as a paper has, so
 * that rows times values stays small.
 */
export function extrasOfRow(extras: readonly Extra[], row: number): readonly Extra[] {
	return row === 0 ? extras : extras.slice(0, MAX_REPEATED);
}
