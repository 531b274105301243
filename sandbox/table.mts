import Table from 'cli-table3';
import stringWidth from 'string-width';

/** A column of a terminal table: its heading, the key of the row that it shows, and whether that is money. */
export interface Column {
	title: string;
	key: string;
	money?: boolean;
}

export type Row = Record<string, unknown>;

const gap = '  ';
const narrowest = 5;
const moneyFormat = new Intl.NumberFormat('en', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 6,
	useGrouping: false,
});

/** No lines but one below the headings. */
const lines = {
	...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
	...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
	...{ left: '', 'left-mid': '', right: '', 'right-mid': '' },
	...{ mid: '─', 'mid-mid': gap, middle: gap },
};

/**
 * Rows as lines of text, under a heading, columns aligned (numbers to the right) and cut where the terminal is too narrow.
 * @param width the terminal's width in cells
 */
export function formatTable(columns: Column[], rows: Row[], width: number): string {
	const texts = rows.map((row) => columns.map(({ key, money }) => cellText(row[key], money)));
	const titles = columns.map(({ title }) => title);
	const isNumeric = ({ key }: Column) => rows.some((row) => typeof row[key] === 'number');
	const table = new Table({
		head: titles,
		colAligns: columns.map((column) => (isNumeric(column) ? 'right' : 'left')),
		colWidths: fitWidths(
			columns.map((_, i) => Math.max(...[titles, ...texts].map((line) => stringWidth(line[i])))),
			width - gap.length * (columns.length - 1),
		),
		chars: lines,
		style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
	});
	table.push(...texts);
	return table.toString().replace(/ +$/gmu, '');
}

function cellText(value: unknown, money = false): string {
	if (value === null || value === undefined) return '';
	if (money && typeof value === 'number') return moneyFormat.format(value);
	return String(value).replace(/\s+/g, ' ');
}

/** Takes from the widest column, a cell at a time, until all fit. */
function fitWidths(natural: number[], available: number): number[] {
	const widths = [...natural];
	const total = () => widths.reduce((sum, width) => sum + width, 0);
	while (total() > available && Math.max(...widths) > narrowest) {
		widths[widths.indexOf(Math.max(...widths))] -= 1;
	}
	return widths;
}
