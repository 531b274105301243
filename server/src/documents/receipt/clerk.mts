import type { Char } from '../layout/rows.mts';
import { lookUp } from '../lexicon/labels.mts';
import { receiptLexicon, type ReceiptLabel } from '../lexicon/receipt-labels.mts';
import { isPersonName } from '../person-name.mts';
import { readPerson } from '../values.mts';
import { charsBeforeRegister } from './register.mts';
import type { SlipFields } from './fields.mts';

/** Fields with labels that stand before a clerk's name as well: 结账 王芳, 打印 小李. */
const namedFields: readonly ReceiptLabel[] = ['paid', 'paymentMethod', 'moment', 'printed'];
const namedLabel = /^(?:收款|结[账帐算]|买单|埋单|开单|点单|点菜|下单|开台|打印|收费|交易|销售)$/u;

const readClerk = (chars: readonly Char[]): string | undefined =>
	readPerson(charsBeforeRegister(chars));

/** The clerk behind 收款, a word that stands before amounts as well, or a name behind the like. */
function clerkElsewhere(fields: SlipFields): string {
	const isClerk = (label: string, value: string) =>
		label === '收款' ||
		(namedLabel.test(label) && isPersonName(value) && !lookUp(receiptLexicon, value));
	return (
		namedFields
			.flatMap((field) => fields.all(field, readClerk))
			.find(({ label, value }) => isClerk(label, value))?.value ?? ''
	);
}

/** Who served: the name or number behind a label for a clerk. */
export const readEmployee = (fields: SlipFields): string =>
	fields.first('employee', readClerk) ?? clerkElsewhere(fields);
