export type Row = readonly string[];

/** A Markdown table, its columns as wide as their widest cell, as prettier lays it out. */
export function markdownTable(head: Row, rows: readonly Row[]): string {
	const widths = head.map((_, column) =>
		Math.max(3, ...[head, ...rows].map((row) => row[column].length)),
	);
	const line = (row: Row) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [line(head), rule, ...rows.map(line)].join('\n');
}

export const seconds = (value: number): string => `${value.toFixed(1)} s`;
export const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
export const cpuMilliseconds = (value: number): string => `${value.toFixed(1)} ms`;
export const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
export const times = (value: number): string => `${value.toFixed(2)} x`;
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
