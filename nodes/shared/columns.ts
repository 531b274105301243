import type { IDataObject } from 'n8n-workflow';

import { convertValue } from './values/convert';
import type { CellValue, ValueKind } from './values/convert';

/** A column of the output: our key and what its values are. */
export interface Column {
	key: string;
	kind: ValueKind;
}

/** Cells by column key, and the columns whose printed value is not of their kind. */
export interface TypedCells {
	cells: Record<string, CellValue>;
	unreadable: string[];
}

/**
 * Converts returned values column by column; every column gets a cell, null where nothing was returned.
 *
 * @param returned values by column key
 */
export function typedCells(
	columns: readonly Column[],
	returned: Readonly<Record<string, unknown>>,
): TypedCells {
	const cells: Record<string, CellValue> = {};
	const unreadable: string[] = [];
	for (const { key, kind } of columns) {
		const conversion = convertValue(kind, returned[key]);
		cells[key] = conversion.value;
		if (conversion.unreadable) unreadable.push(key);
	}
	return { cells, unreadable };
}

/**
 * Adds what else was returned behind the fixed columns. A name that is taken already gets a number, so that
 * nothing is overwritten and nothing is lost.
 */
export function appendExtras(
	item: IDataObject,
	extras: ReadonlyArray<readonly [string, unknown]>,
): IDataObject {
	for (const [name, value] of extras) {
		let key = name;
		for (let number = 2; key in item; number++) key = `${name}_${number}`;
		item[key] = value as IDataObject[string];
	}
	return item;
}
