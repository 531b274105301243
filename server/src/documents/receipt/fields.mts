import { charsBelow } from '../below.mts';
import { valueChars, type Label } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import type { ReceiptLabel } from '../lexicon/receipt-labels.mts';
import type { SlipTable } from './region.mts';
import type { Slip } from './slip.mts';

/** A value that stands behind (or below) a label. */
export interface Found<Value> {
	value: Value;
	rank: number;
	row: number;
	/** As printed. */
	label: string;
}

/** Labels that can be about some of the goods when they stand among them; 下单时间 there is of the slip. */
const ofSomeGoods: ReadonlySet<ReceiptLabel> = new Set<ReceiptLabel>([
	'subtotal',
	'discount',
	'fee',
	'itemCount',
]);

function splitAt(sign: string, chars: readonly Char[]): Char[][] {
	const parts: Char[][] = [[]];
	for (const char of chars) {
		if (char.char === sign) parts.push([]);
		else parts[parts.length - 1].push(char);
	}
	return parts;
}

/** The fields of a slip outside its table of goods. */
export class SlipFields {
	readonly slip: Slip;
	/** The rows above and below the table of goods. */
	readonly rowsOutside: readonly number[];
	readonly #labels: Array<Label<ReceiptLabel>>;

	constructor(slip: Slip, region: SlipTable | undefined) {
		this.slip = slip;
		const isOutside = (row: number) =>
			!region || row < region.from - region.heads.length || row >= region.to;
		this.rowsOutside = [...slip.rows.keys()].filter(isOutside);
		const isInserted = ({ row, entry }: Label<ReceiptLabel>) =>
			entry !== undefined &&
			(entry.kind === 'moment' ||
				(region?.others?.has(row) === true && !ofSomeGoods.has(entry.field)));
		this.#labels = slip.labels.flat().filter((label) => isOutside(label.row) || isInserted(label));
	}

	/** All labels of a field outside the table, from top to bottom. */
	labels(field: ReceiptLabel): Array<Label<ReceiptLabel>> {
		return this.#labels.filter(({ entry }) => entry?.field === field);
	}

	/** Labels that nobody knows. */
	unknown(): Array<Label<ReceiptLabel>> {
		return this.#labels.filter(({ entry }) => !entry);
	}

	/** The value on the label's row; of labels joined by strokes, each has its part: `机号/单号:02/0034`. */
	#valueOf(label: Label<ReceiptLabel>): readonly Char[] {
		const { rows, labels } = this.slip;
		const { chars } = rows[label.row];
		const inRow = labels[label.row];
		const isJoined = (one: Label<ReceiptLabel>, next: Label<ReceiptLabel> | undefined) =>
			next !== undefined && one.valueFrom === next.start && chars[next.start - 1].char === '/';
		const at = inRow.indexOf(label);
		let first = at;
		let last = at;
		while (first > 0 && isJoined(inRow[first - 1], inRow[first])) first--;
		while (isJoined(inRow[last], inRow[last + 1])) last++;
		const parts = splitAt('/', valueChars(rows, inRow[last]));
		const hasParts = last > first && parts.length === last - first + 1;
		return hasParts ? parts[at - first] : valueChars(rows, label);
	}

	/** The values of a field that `read` understands, the surest labels first. */
	all<Value>(
		field: ReceiptLabel,
		read: (chars: readonly Char[]) => Value | undefined,
	): Array<Found<Value>> {
		const found: Array<Found<Value>> = [];
		for (const label of this.labels(field)) {
			const { rows, labels } = this.slip;
			const own = this.#valueOf(label);
			const value = own.length > 0 ? read(own) : read(charsBelow(rows, labels, label));
			if (value !== undefined) {
				found.push({ value, rank: label.entry?.rank ?? 0, row: label.row, label: label.text });
			}
		}
		return found.sort((a, b) => a.rank - b.rank || a.row - b.row);
	}

	/** The surest value of a field. */
	first<Value>(
		field: ReceiptLabel,
		read: (chars: readonly Char[]) => Value | undefined,
	): Value | undefined {
		return this.all(field, read)[0]?.value;
	}
}
