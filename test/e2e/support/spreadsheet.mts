import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A sheet as people see it: the heading row, and each row's cells by column name. */
export interface Spreadsheet<Cell> {
	columns: string[];
	rows: Array<Record<string, Cell>>;
}

/** The readers are installed with n8n, not with the package. */
const requireInstalled = createRequire(path.resolve('sandbox', 'package.json'));

/** Reads a CSV file; every cell is text. */
export async function readCsv(file: string): Promise<Spreadsheet<string>> {
	const { parse } = requireInstalled('csv-parse/sync');
	const lines: string[][] = parse(await readFile(file), { bom: true });
	return toSpreadsheet(lines, '');
}

/** Reads the only sheet of an XLSX file; cells are text, numbers, booleans, or null where nothing stands. */
export function readXlsx(file: string): Spreadsheet<string | number | boolean | null> {
	const { readFile: open, utils } = requireInstalled('@e965/xlsx');
	const { SheetNames, Sheets } = open(file);
	expect(SheetNames).toHaveLength(1);
	return toSpreadsheet(
		utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1, defval: null }),
		null,
	);
}

function toSpreadsheet<Cell>([head, ...lines]: Cell[][], empty: Cell): Spreadsheet<Cell> {
	const columns = head.map(String);
	const rows = lines.map((line) =>
		Object.fromEntries(columns.map((column, i) => [column, line[i] ?? empty])),
	);
	return { columns, rows };
}
