import { known, taxHolds } from '../confidence/invoice.mts';
import { confidenceOf, type Knowledge } from '../confidence/value.mts';
import type { PlacedItem } from '../invoice/items.mts';
import { productHolds } from '../invoice/line-arithmetic.mts';
import type { Chosen, InvoiceDocument } from '../kinds/invoice/read.mts';
import type { Char } from '../layout/rows.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import { compact, editDistance, normalize } from '../text.mts';

/** How surely a value was read, by its characters. */
interface Evidence {
	least: number;
	mean: number;
	repaired: number;
}

/** A value longer than this is judged by its beginning: a text of remarks. */
const longest = 200;

/** What the characters of a value say of it: which of them differ from it was repaired. */
export function evidenceOf(served: string, chars: readonly Char[]): Evidence {
	const signs = chars.filter(({ char }) => /[\p{L}\p{N}]/u.test(char));
	const told = signs.length > 0 ? signs : chars;
	if (told.length === 0) return { least: 0, mean: 0, repaired: 1 };
	const plain = (text: string) =>
		compact(normalize(text))
			.toUpperCase()
			.replace(/[^\p{L}\p{N}]/gu, '');
	const value = plain(served).slice(0, longest);
	const printed = plain(chars.map(({ char }) => char).join('')).slice(0, longest);
	const differing = printed.includes(value) ? 0 : editDistance(value, printed);
	return {
		least: Math.min(...told.map(({ confidence }) => confidence)),
		mean: told.reduce((sum, { confidence }) => sum + confidence, 0) / told.length,
		repaired: Math.min(1, differing / Math.max(1, value.length)),
	};
}

/** From this margin over the runner-up on a choice is not doubted. */
const sureMargin = 1.5;
/** The most that is left of the confidence in a choice without any. */
const leastSure = 0.6;

/** The confidence in what was chosen for a field. */
export function fieldConfidence(name: string, { fields }: InvoiceDocument): number {
	const { text, chars, margin } = fields.get(name) as Chosen;
	const values = new Map(Array.from(fields, ([key, one]) => [key, one.text]));
	const knowledge = known(name, text, values);
	const read = confidenceOf(evidenceOf(text, chars), knowledge);
	const share = Math.min(1, Math.max(0, margin) / sureMargin);
	return Math.round(100 * Math.min(read, leastSure + (1 - leastSure) * share)) / 100;
}

const factors: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['quantity', 'price', 'amount']);
const taxed: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['taxRate', 'taxAmount']);

const knowledgeOf = (holds: boolean): Knowledge => (holds ? 'proved' : 'contradicted');

/** Whether the amounts of the goods make up a sum of the invoice; undefined where it has none. */
function addsUp({ fields, items }: InvoiceDocument): boolean | undefined {
	const sum = items.reduce((total, { cells }) => total + (toNumber(cells.amount) || 0), 0);
	const totals = ['合计金额', '合计金额(小写)'].map((name) => toNumber(fields.get(name)?.text));
	return totals.every(isNaN) ? undefined : totals.some((total) => sameAmount(total, sum));
}

/** The confidence in a cell of a line. */
export function cellConfidence(
	document: InvoiceDocument,
	{ cells, chars }: PlacedItem,
	role: ColumnRole,
): number {
	const evidence = evidenceOf(cells[role] ?? '', chars[role] ?? []);
	const [product, tax, sum] = [productHolds(cells), taxHolds(cells), addsUp(document)];
	const holds = factors.has(role) ? product : taxed.has(role) ? tax : undefined;
	const knowledge: Knowledge =
		role === 'amount' && (sum || tax)
			? 'proved'
			: holds !== undefined
				? knowledgeOf(holds)
				: sum === false
					? 'unproved'
					: 'plain';
	return confidenceOf(evidence, knowledge);
}
