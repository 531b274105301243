import {
	invoiceColumns,
	isRight,
	receiptColumns,
	tableColumns,
	truthOf,
	type Truth,
} from './truth.mts';

type Row = Record<string, string>;

/** How many printed fields a sheet has right, and which ones it has not. */
export class Score {
	readonly misses: string[] = [];
	#total = 0;

	/** The share of right fields, from 0 to 1. */
	get rate(): number {
		return this.#total === 0 ? 0 : 1 - this.misses.length / this.#total;
	}

	count(file: string, column: string, right: boolean, printed: string, cell: string): void {
		this.#total += 1;
		if (!right) this.misses.push(`${file} ${column}: "${cell}" instead of "${printed}"`);
	}

	toString(): string {
		const right = this.#total - this.misses.length;
		const rate = (this.rate * 100).toFixed(1);
		return [`${right} of ${this.#total} right (${rate} %)`, ...this.misses].join('\n');
	}
}

/** Holds the rows of invoices against their truth. */
export function scoreInvoices(rows: Row[]): Score {
	const score = new Score();
	for (const row of rows) scoreFields(score, row, truthOf(row.sourceFile), invoiceColumns);
	return score;
}

/** Holds what the receipts' rows say of the whole receipt against the truth. */
export function scoreReceiptHeaders(rows: Row[]): Score {
	const score = new Score();
	for (const [file, [first]] of byFile(rows)) {
		scoreFields(score, first, truthOf(file), receiptColumns);
	}
	return score;
}

/** Holds the receipts' line items against the truth. */
export function scoreTables(rows: Row[]): Score {
	const score = new Score();
	for (const [file, fileRows] of byFile(rows)) {
		const { table } = truthOf(file);
		for (const [printedRow, row] of pairUp(table, fileRows)) {
			tableColumns.forEach(([column, kind], i) => {
				const [printed, cell] = [printedRow[i], row?.[column] ?? ''];
				if (printed) score.count(file, column, isRight(kind, printed, cell), printed, cell);
			});
		}
	}
	return score;
}

/** Rows by the picture they come from, in order. */
export function byFile(rows: Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(row.sourceFile) ?? [];
		groups.set(row.sourceFile, [...group, row]);
	}
	return groups;
}

function scoreFields(
	score: Score,
	row: Row,
	{ fields }: Truth,
	columns: typeof receiptColumns,
): void {
	for (const [name, printed] of Object.entries(fields)) {
		const [column, kind] = columns[name];
		const cell = row[column] ?? '';
		score.count(row.sourceFile, column, isRight(kind, printed, cell), printed, cell);
	}
}

/** Each printed row with the row of the same name, or else the one at its place. */
function pairUp(table: string[][], rows: Row[]): Array<[string[], Row | undefined]> {
	const free = new Set(rows);
	return table.map((printed, i) => {
		const same = [...free].find(({ name }) => isRight('text', printed[0], name));
		const row = same ?? (free.has(rows[i]) ? rows[i] : undefined);
		if (row) free.delete(row);
		return [printed, row];
	});
}
