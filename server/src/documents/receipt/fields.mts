import { charsBelow } from '../below.mts';
import type { Label } from '../find.mts';
import type { Char } from '../layout/rows.mts';
import type { ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { valueBehind } from '../propose/labelled.mts';
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

	/** The values of a field that `read` understands, the surest labels first. */
	all<Value>(
		field: ReceiptLabel,
		read: (chars: readonly Char[]) => Value | undefined,
	): Array<Found<Value>> {
		const found: Array<Found<Value>> = [];
		for (const label of this.labels(field)) {
			const { rows, labels } = this.slip;
			const own = valueBehind(this.slip, label);
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
