import { parseCapitalAmount } from '../shared/checks/capitalAmount';
import { saidSeveralProblems, severalDocuments } from '../shared/checks/several';
import type { Reason } from '../shared/review';
import { convertValue } from '../shared/values/convert';
import type { CellValue, Surroundings, ValueKind } from '../shared/values/convert';
import type { InvoiceResult } from './invoiceResult';

/** A second invoice on a picture has a number and a total of its own; of the rest, a second value may be a misread one. */
const ofEach = ['invoiceNumber', 'totalAmount', 'totalAmountInWords'];
const identity = [...ofEach, 'invoiceCode', 'invoiceDate', 'sellerTaxId'];

/** A name that came with a second value. */
interface OtherValue {
	key: string;
	value: CellValue;
}

/** Of free text only the total in words counts: remarks may come line by line. */
function isOther(key: string, kind: ValueKind, value: CellValue, first: CellValue): boolean {
	if (value === null || value === first) return false;
	if (key !== 'totalAmountInWords') return kind !== 'text';
	const [inWords, inFirst] = [value, first].map((words) => parseCapitalAmount(String(words)));
	return inWords !== undefined && inWords !== inFirst;
}

function otherValues(
	header: Readonly<Record<string, CellValue>>,
	repeated: InvoiceResult['repeated'],
	surroundings: Surroundings,
): OtherValue[] {
	return repeated.flatMap(({ field: { key, kind }, value: returned }) => {
		const { value } = convertValue(kind, returned, surroundings);
		return isOther(key, kind, value, header[key] ?? null) ? [{ key, value }] : [];
	});
}

/** Looks whether a second invoice is on the picture. */
function severalInvoices(said: unknown, others: readonly OtherValue[]): Reason[] {
	const keys = identity.filter((known) => others.some(({ key }) => key === known));
	const isSeveral = keys.length > 1 && keys.some((key) => ofEach.includes(key));
	const shown = isSeveral
		? [severalDocuments(`${keys.join(', ')} came with other values too`)]
		: [];
	return [...saidSeveralProblems(said), ...shown].slice(0, 1);
}

/**
 * Looks whether the list of names and values could be taken apart: what has no name, what came twice, and rows whose
 * values cannot be told from one another.
 *
 * @param header cells by column key
 */
export function checkList(
	header: Readonly<Record<string, CellValue>>,
	{ repeated, unnamed, isUneven, saidSeveral }: InvoiceResult,
	surroundings: Surroundings,
): Reason[] {
	const others = otherValues(header, repeated, surroundings);
	const reasons = [
		...severalInvoices(saidSeveral, others),
		...others.map(({ key, value }) => ({
			about: key,
			text: `${key} was also returned as ${value}`,
		})),
	];
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
