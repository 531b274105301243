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

/** Characters that terminals draw two cells wide: the East Asian blocks and emoji of UAX #11. */
const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zeroWidth = /[\p{Mark}\p{Cf}\p{Cc}]/u;

/** How many terminal cells a text covers. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const char of text) width += cells(char);
	return width;
}

/**
 * Rows as lines of text, under a heading, columns aligned (numbers to the right) and cut where the terminal is too narrow.
 * @param width the terminal's width in cells
 */
export function formatTable(columns: Column[], rows: Row[], width: number): string {
	const texts = rows.map((row) => columns.map(({ key, money }) => cellText(row[key], money)));
	const titles = columns.map(({ title }) => title);
	const numeric = columns.map(({ key }) => rows.some((row) => typeof row[key] === 'number'));
	const widths = fitWidths(
		columns.map((_, i) => Math.max(...[titles, ...texts].map((line) => displayWidth(line[i])))),
		width - gap.length * (columns.length - 1),
	);
	const format = (line: string[]) =>
		line
			.map((text, i) => align(cut(text, widths[i]), widths[i], numeric[i]))
			.join(gap)
			.trimEnd();
	const rule = widths.map((cellCount) => '─'.repeat(cellCount));
	return [titles, rule, ...texts].map(format).join('\n');
}

function cells(char: string): number {
	if (zeroWidth.test(char)) return 0;
	return wide.test(char) ? 2 : 1;
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

function cut(text: string, width: number): string {
	if (displayWidth(text) <= width) return text;
	let kept = '';
	for (const char of text) {
		if (displayWidth(kept) + cells(char) > width - 1) break;
		kept += char;
	}
	return `${kept}…`;
}

function align(text: string, width: number, right: boolean): string {
	const padding = ' '.repeat(width - displayWidth(text));
	return right ? padding + text : text + padding;
}
