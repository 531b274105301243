import type { ReceiptLabel } from '../../lexicon/receipt-label.mts';
import { amountReadings } from '../../lex/amounts.mts';
import type { Reading } from '../../lex/reading.mts';
import type { LabelValue } from '../../propose/labelled.mts';

/** Labels that mean another thing before certain amounts, by the sign of the amount that tells it. */
const otherwise: ReadonlyArray<{
	words: RegExp;
	before: RegExp;
	field: ReceiptLabel;
	rank: number;
}> = [
	// A count of goods has no cents: 总数 401.00.
	{ words: /^[总總][数數]$/u, before: /^with c/u, field: 'total', rank: 2 },
	// A voucher with a minus is taken off and pays nothing.
	{ words: /券$|^易[赏賞][钱錢]$/u, before: /^negative$/u, field: 'discount', rank: 2 },
];

/** What stands behind a label of a receipt, with what the label means before such an amount. */
export function asMeant(value: LabelValue<ReceiptLabel>): LabelValue<ReceiptLabel> {
	const { label, chars, signs } = value;
	const { entry } = label;
	const other = otherwise.find(({ words }) => words.test(label.text));
	const isOther = ({ signs }: Reading) => signs.some((sign) => other?.before.test(sign));
	if (!entry || !other || !amountReadings(chars).some(isOther)) return value;
	const { field, rank } = other;
	return {
		...value,
		label: { ...label, entry: { ...entry, field, rank } },
		signs: signs.map((sign) => sign.replace(`${entry.field} ${entry.rank}`, `${field} ${rank}`)),
	};
}
