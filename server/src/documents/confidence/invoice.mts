import { hasValidCheckDigit } from '../invoice/tax-id.mts';
import { parseCapital } from '../invoice/capital.mts';
import { endsAsCompany } from '../invoice/parties.mts';
import { isUsualHeading } from '../invoice/title.mts';
import { itemColumns, type LineItem } from '../invoice/items.mts';
import { productHolds } from '../invoice/line-arithmetic.mts';
import type { ColumnRole } from '../lexicon/columns.mts';
import type { Row } from '../layout/rows.mts';
import { sameAmount, toNumber } from '../numbers.mts';
import { evidenceOf, type Evidence } from './evidence.mts';
import { scopesOf } from './scopes.mts';
import { confidenceOf, type Knowledge } from './value.mts';

/** The fields of an invoice outside its table, by the API's names. */
export type Values = ReadonlyMap<string, string>;

/** The lengths that codes have. Source: the State Taxation Administration's numbering of invoices. */
const lengths: Readonly<Record<string, readonly number[]>> = {
	发票代码: [10, 12],
	发票号码: [8, 20],
	校验码: [5, 20],
};

function sumsAgree(values: Values): boolean | undefined {
	const total = toNumber(values.get('合计金额(小写)'));
	const words = parseCapital(values.get('合计金额(大写)') ?? '');
	if (isNaN(total) || words === undefined) return undefined;
	return sameAmount(total, words / 100);
}

function taxAgrees(values: Values): boolean | undefined {
	const [total, before, tax] = ['合计金额(小写)', '合计金额', '合计税额'].map((name) =>
		toNumber(values.get(name)),
	);
	if ([total, before, tax].some(isNaN)) return undefined;
	return sameAmount(before + tax, total);
}

const knowledge = (agrees: boolean | undefined): Knowledge =>
	agrees === undefined ? 'plain' : agrees ? 'proved' : 'contradicted';

/** Names of persons are shorter than this. */
const longestPerson = 5;

/** Tax numbers of other lengths: the old ones, and those of persons with the number of their identity card. */
const uncheckedLengths: readonly number[] = [15, 17, 20];

/** What the rules know of a party: nobody buys from himself, and companies have names of a kind. */
function knownOfParty(name: string, value: string, values: Values): Knowledge {
	const other = name.startsWith('购买方')
		? name.replace('购买方', '销售方')
		: name.replace('销售方', '购买方');
	if (values.get(other) === value) return 'contradicted';
	if (name.endsWith('识别号')) {
		if (value.length === 18) return knowledge(hasValidCheckDigit(value));
		return uncheckedLengths.includes(value.length) ? 'plain' : 'contradicted';
	}
	const isCutShort =
		name.endsWith('名称') && value.length >= longestPerson && !endsAsCompany(value);
	return isCutShort ? 'unproved' : 'plain';
}

/** What the rules know of a field. */
export function known(name: string, value: string, values: Values): Knowledge {
	if (lengths[name]) return lengths[name].includes(value.length) ? 'plain' : 'contradicted';
	if (name === '发票名称') return isUsualHeading(value) ? 'proved' : 'plain';
	// Four lines of the same length.
	if (name === '密码区') return value.length % 4 === 0 ? 'plain' : 'contradicted';
	if (/^(?:购买方|销售方)/u.test(name)) return knownOfParty(name, value, values);
	if (name === '合计金额(小写)' || name === '合计金额(大写)') return knowledge(sumsAgree(values));
	if (name === '合计金额' || name === '合计税额') return knowledge(taxAgrees(values));
	return 'plain';
}

/** The confidence in the cells of a line; empty ones are left out. */
export type LineConfidence = Partial<Record<ColumnRole, number>>;

/**
 * A text put together from several rows may have a piece too many or too few. Where the characters are a PDF's own,
 * their places are exact, and so are the rows.
 */
const isJoined = ({ pieces, least }: Evidence): boolean => pieces > 1 && least < 1;

/** Free texts that go on over rows. */
const joinedFields = /^备注$|方名称$/u;
const joinedRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['name', 'specification']);

/** The confidence in each field that has a value. */
export function fieldConfidences(rows: readonly Row[], values: Values): Map<string, number> {
	return new Map(
		Array.from(values, ([name, value]) => {
			if (value === '') return [name, 0];
			const evidence = evidenceOf(rows, value);
			const isDoubted = joinedFields.test(name) && isJoined(evidence);
			return [name, confidenceOf(evidence, isDoubted ? 'unproved' : known(name, value, values))];
		}),
	);
}

const factors: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['quantity', 'price', 'amount']);
const taxed: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['taxRate', 'taxAmount']);

/** Whether the rate gives the tax; undefined where one of them is not printed. */
export function taxHolds({ amount, taxRate, taxAmount }: LineItem): boolean | undefined {
	const rate = Number.parseFloat(taxRate ?? '') / 100;
	const [a, tax] = [amount, taxAmount].map((value) => toNumber(value || undefined));
	return [rate, a, tax].some(isNaN) ? undefined : Math.abs(a * rate - tax) < 0.02;
}

/** The confidence in the cells of each line item. */
export function itemConfidences(
	rows: readonly Row[],
	items: readonly LineItem[],
	values: Values,
): LineConfidence[] {
	const scopes = scopesOf(
		rows,
		items.map(({ name }) => name ?? ''),
	);
	const sum = items.reduce((total, { amount }) => total + (toNumber(amount) || 0), 0);
	const totals = ['合计金额', '合计金额(小写)'].map((name) => toNumber(values.get(name)));
	const addsUp = totals.every(isNaN) ? undefined : totals.some((total) => sameAmount(total, sum));
	return items.map((item, i) => {
		const [product, tax] = [productHolds(item), taxHolds(item)];
		const knownOf = (role: ColumnRole): Knowledge => {
			const line: Knowledge = addsUp === false ? 'unproved' : 'plain';
			if (role === 'amount' && (addsUp || tax)) return 'proved';
			const holds = factors.has(role) ? product : taxed.has(role) ? tax : undefined;
			return holds === undefined ? line : knowledge(holds);
		};
		return Object.fromEntries(
			itemColumns.flatMap(([role]) => {
				const value = item[role];
				if (!value) return [];
				const evidence = evidenceOf(scopes[i], value);
				return [
					[
						role,
						confidenceOf(
							evidence,
							joinedRoles.has(role) && isJoined(evidence) ? 'unproved' : knownOf(role),
						),
					],
				];
			}),
		);
	});
}
