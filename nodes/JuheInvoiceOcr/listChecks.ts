import type { Reason } from '../shared/review';
import { convertValue } from '../shared/values/convert';
import type { CellValue, Surroundings } from '../shared/values/convert';
import type { InvoiceResult } from './invoiceResult';

/** Names that came with a second value. Free text is left out: remarks may come line by line. */
function otherValues(
	header: Readonly<Record<string, CellValue>>,
	repeated: InvoiceResult['repeated'],
	surroundings: Surroundings,
): Reason[] {
	return repeated.flatMap(({ field: { key, kind }, value: returned }) => {
		if (kind === 'text') return [];
		const { value } = convertValue(kind, returned, surroundings);
		return value === null || value === header[key]
			? []
			: [{ about: key, text: `${key} was also returned as ${value}` }];
	});
}

/**
 * Looks whether the list of names and values could be taken apart: what has no name, what came twice, and rows whose
 * values cannot be told from one another.
 *
 * @param header cells by column key
 */
export function checkList(
	header: Readonly<Record<string, CellValue>>,
	{ repeated, unnamed, isUneven }: InvoiceResult,
	surroundings: Surroundings,
): Reason[] {
	const reasons = otherValues(header, repeated, surroundings);
	if (unnamed.length > 0)
		reasons.push({
			about: 'items',
			text: `${unnamed.length} value(s) were returned without a name`,
		});
	if (isUneven)
		reasons.push({
			about: 'items',
			text: 'the values of the rows are not the same number for each name, so that some may stand in another row',
		});
	return reasons;
}
