import type { Line } from '../propose/lines.mts';
import { withoutFurtherColumns } from '../table/unheaded-columns.mts';

const hasNameBeside = ({ names }: Line): boolean => names.length === 1 && names[0].kind === 'B';

/** Lines without the words that stand beside their names in line over most of them: codes, colours, makers. */
export function withNameColumn(lines: readonly Line[]): Line[] {
	const beside = lines.filter(hasNameBeside);
	const narrowed = withoutFurtherColumns(beside.map(({ names }) => names[0]));
	const rows = new Map(beside.map((line, i) => [line, { ...line.names[0], ...narrowed[i] }]));
	return lines.map((line) => {
		const row = rows.get(line);
		return row ? { ...line, names: [row] } : line;
	});
}
